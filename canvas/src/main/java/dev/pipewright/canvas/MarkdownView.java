package dev.pipewright.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A text in Markdown, as notes on the canvas are written, to be read elsewhere. Styled by CSS: the
/// classes `markdown`, `heading`, `subheading`, `paragraph`, `item`, `code-block`, `table`,
/// `table-head`, `table-cell`, and `text` with `bold`, `italic`, `code` and `address`.
public final class MarkdownView extends VBox {

  private final SequencedMap<String, Node> headings = new LinkedHashMap<>();

  /// A text that wraps.
  ///
  /// @param onAddress takes the address of a link that is clicked
  public MarkdownView(String text, Consumer<String> onAddress) {
    List<Markdown.Block> blocks = Markdown.parse(text);
    MarkdownText made = new MarkdownText(blocks);
    getChildren().setAll(made);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Markdown.Heading heading) {
        headings.putIfAbsent(words(heading), made.getChildren().get(i));
      }
    }
    addEventHandler(MarkdownText.AddressEvent.OPENED, event -> onAddress.accept(event.address()));
  }

  /// The headings of a text, without their marks.
  public static List<String> headings(String text) {
    return Markdown.parse(text).stream()
        .filter(Markdown.Heading.class::isInstance)
        .map(block -> words((Markdown.Heading) block))
        .toList();
  }

  private static String words(Markdown.Heading heading) {
    return heading.spans().stream().map(Markdown.Span::text).collect(Collectors.joining());
  }

  /// Where a heading stands.
  public Optional<Node> heading(String words) {
    return Optional.ofNullable(headings.get(words));
  }
}
