package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Shear;

/// Markdown as nodes of the scene, one block below another.
final class MarkdownText extends VBox {

  private static final double INDENT = 12;
  private static final double LARGE = 2;
  private static final double SLANT = -0.2;

  /// A link of the text was clicked.
  static final class AddressEvent extends Event {
    static final EventType<AddressEvent> OPENED = new EventType<>(Event.ANY, "NOTE_ADDRESS");
    private static final long serialVersionUID = 1;
    private final String address;

    AddressEvent(String address) {
      super(OPENED);
      this.address = address;
    }

    String address() {
      return address;
    }
  }

  MarkdownText(List<Markdown.Block> blocks) {
    getStyleClass().add("markdown");
    setPickOnBounds(false);
    blocks.forEach(block -> getChildren().add(node(block)));
  }

  private static Region node(Markdown.Block block) {
    return switch (block) {
      case Markdown.Heading(int level, List<Markdown.Span> spans) ->
          flow(spans, level <= LARGE ? "heading" : "subheading");
      case Markdown.Paragraph(List<Markdown.Span> spans) -> flow(spans, "paragraph");
      case Markdown.Item item -> item(item);
      case Markdown.Code(String text) ->
          flow(List.of(new Markdown.Span(text, List.of(Markdown.Style.CODE), "")), "code-block");
      case Markdown.Table(List<List<List<Markdown.Span>>> rows) -> table(rows);
    };
  }

  private static Region item(Markdown.Item item) {
    Text marker = new Text(item.marker());
    marker.getStyleClass().add("text");
    TextFlow flow = flow(item.spans(), "item");
    HBox.setHgrow(flow, Priority.ALWAYS);
    TextFlow before = new TextFlow(marker);
    before.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(6, before, flow);
    row.setPickOnBounds(false);
    row.setPadding(new Insets(0, 0, 0, item.depth() * INDENT));
    return row;
  }

  private static Region table(List<List<List<Markdown.Span>>> rows) {
    boolean hasHead = rows.getFirst().stream().anyMatch(cell -> !cell.isEmpty());
    List<List<Region>> cells = new ArrayList<>();
    for (int row = hasHead ? 0 : 1; row < rows.size(); row++) {
      boolean isHead = row == 0;
      cells.add(rows.get(row).stream().map(spans -> cell(spans, isHead)).toList());
    }
    return new MarkdownTable(cells);
  }

  private static Region cell(List<Markdown.Span> spans, boolean isHead) {
    Region cell = new StackPane(flow(spans, isHead ? "head" : "cell"));
    cell.getStyleClass().add(isHead ? "table-head" : "table-cell");
    return cell;
  }

  private static TextFlow flow(List<Markdown.Span> spans, String styleClass) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(styleClass);
    flow.setPickOnBounds(false);
    for (Markdown.Span span : spans) {
      Text text = new Text(span.text());
      text.getStyleClass().add("text");
      span.styles()
          .forEach(style -> text.getStyleClass().add(style.name().toLowerCase(Locale.ROOT)));
      if (span.styles().contains(Markdown.Style.ITALIC)) {
        // Not every font has an italic; another font's, or a bold, would be taken for it.
        text.getTransforms().add(new Shear(SLANT, 0));
      }
      if (span.address().isEmpty()) {
        text.setMouseTransparent(true);
      } else {
        text.getStyleClass().add("address");
        text.setOnMouseClicked(event -> open(event, text, span.address()));
      }
      flow.getChildren().add(text);
    }
    return flow;
  }

  private static void open(MouseEvent event, Text text, String address) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      text.fireEvent(new AddressEvent(address));
    }
  }
}
