package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.Cell;
import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.data.table.ExamplesTable;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.Rows;
import dev.pipewright.data.table.Summaries;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.viewer.SplitStyle;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All features of the row that has the keys: its values, where they are among those of all rows; a
/// long text or a picture whole.
final class RowDetails extends VBox {

  private static final int MOST_LOOKED = 300;
  private static final int WHOLE = 20_000;
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final ExamplesModel model;
  private final Label title = new Label();
  private final Label split = new Label();
  private final ListView<Feature> list = new ListView<>();
  private final Label note = new Label();
  private final StackPane whole = new StackPane();
  private final VBox content;
  private final VBox empty;
  private final Map<String, String> ranks = new HashMap<>();
  private Works.@Nullable Work ranking;
  private @Nullable ExamplesTable table;
  private int row = -1;

  /// What the pane asks for.
  interface Actions {
    /// The row so many further on.
    void step(int by);

    void copyJson();

    void close();
  }

  RowDetails(ExamplesModel model, Actions actions) {
    this.model = model;
    getStyleClass().add("row-details");
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    split.getStyleClass().addAll("badge", "split-badge");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().addAll("caption", "muted");
    Button json = new Button(Messages.text("json"), Icons.of("mdi2c-content-copy"));
    json.setTooltip(new Tooltip(Messages.text("json.tip")));
    json.setOnAction(event -> actions.copyJson());
    list.getStyleClass().add("detail-list");
    list.setFixedCellSize(32);
    list.setCellFactory(view -> new Line());
    list.setAccessibleText(Messages.text("details"));
    list.getSelectionModel().selectedItemProperty().subscribe(feature -> showWhole(feature));
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            split,
            space(),
            button("mdi2c-chevron-left", "row.previous", () -> actions.step(-1)),
            button("mdi2c-chevron-right", "row.next", () -> actions.step(1)),
            button("mdi2c-close", "details.close", actions::close));
    head.getStyleClass().add("detail-head");
    VBox foot = new VBox(new HBox(json), note);
    foot.getStyleClass().add("detail-foot");
    whole.getStyleClass().add("detail-whole");
    content = new VBox(head, heads(), list, whole, foot);
    VBox.setVgrow(content, Priority.ALWAYS);
    empty =
        ExamplesPane.empty(
            "mdi2c-cursor-default-click-outline", "details.none", "details.none.line");
    VBox.setVgrow(empty, Priority.ALWAYS);
    getChildren().setAll(empty);
    model.distributions().subscribe(this::refresh);
    showWhole(null);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Button button(String icon, String key, Runnable action) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("flat", "icon-button", "small");
    button.setAccessibleText(Messages.text(key));
    button.setTooltip(new Tooltip(Messages.text(key)));
    button.setOnAction(event -> action.run());
    return button;
  }

  private static HBox heads() {
    Label feature = new Label(Messages.text("feature"));
    Label value = new Label(Messages.text("value"));
    Label all = new Label(Messages.text("all.rows"));
    Label rank = new Label(Messages.text("rank"));
    all.getStyleClass().add("detail-bars");
    rank.getStyleClass().add("detail-rank");
    HBox heads = new HBox(feature, space(), value, all, rank);
    heads.getStyleClass().add("detail-heads");
    return heads;
  }

  /// Shows a row of the table; none for -1.
  void show(@Nullable ExamplesTable of, int shown) {
    if (of == table && shown == row) {
      return;
    }
    table = of;
    row = shown;
    ranks.clear();
    if (ranking != null) {
      ranking.stop();
      ranking = null;
    }
    if (of == null || shown < 0) {
      getChildren().setAll(empty);
      list.getItems().clear();
      return;
    }
    getChildren().setAll(content);
    String name = of.split(shown);
    title.setText(Messages.text("row.title", Messages.count(shown + 1L)));
    split.setText(name);
    split.setGraphic(SplitStyle.swatch(name, of.splits().indexOf(name)));
    split.setTooltip(
        new Tooltip(Messages.text("row.in.split", Messages.count(of.numberInSplit(shown)), name)));
    Feature chosen = list.getSelectionModel().getSelectedItem();
    if (!list.getItems().equals(of.features())) {
      list.getItems().setAll(of.features());
      Set<String> looked = new HashSet<>();
      of.features().stream().limit(MOST_LOOKED).forEach(f -> looked.add(f.name()));
      model.lookAt(looked);
    }
    list.refresh();
    showWhole(chosen);
    describeMissing(of, shown);
    rank(of, shown);
  }

  private void describeMissing(ExamplesTable of, int shown) {
    List<String> missing =
        of.features().stream()
            .map(Feature::name)
            .filter(f -> !of.cell(shown, f).hasValue())
            .toList();
    int present = of.features().size() - missing.size();
    note.setVisible(!missing.isEmpty());
    note.setManaged(!missing.isEmpty());
    if (!missing.isEmpty()) {
      String names =
          String.join(", ", missing.subList(0, Math.min(3, missing.size())))
              + (missing.size() > 3 ? Messages.text("more", missing.size() - 3) : "");
      note.setText(Messages.text("missing.note", names, missing.size(), present));
      note.setGraphic(Icons.of("mdi2a-alert-outline", "warning-mark"));
    }
  }

  /// Where the row's values are among all: the share of rows below.
  private void rank(ExamplesTable of, int shown) {
    List<Feature> features = of.features().stream().limit(MOST_LOOKED).toList();
    ranking =
        model.work(
            "examples rank",
            work -> {
              Rows all = of.rows(of.splits());
              Summaries summaries = new Summaries(of);
              for (Feature feature : features) {
                Double number = of.cell(shown, feature.name()).number();
                if (number != null && !number.isNaN()) {
                  double share = summaries.shareBelow(feature.name(), number, all);
                  work.tell(
                      () -> {
                        ranks.put(feature.name(), "p" + (int) (100 * share));
                        refresh();
                      });
                }
              }
            });
  }

  private void refresh() {
    list.lookupAll(".detail-line").forEach(node -> ((Line) node).describe());
  }

  /// A long text or a picture has room of its own below.
  private void showWhole(@Nullable Feature feature) {
    ExamplesTable of = table;
    Node shown = null;
    if (of != null && feature != null && row >= 0) {
      Cell cell = of.cell(row, feature.name());
      byte[] picture = cell.picture();
      if (picture != null) {
        Image image = new Image(new ByteArrayInputStream(picture), 360, 220, true, true);
        shown = image.isError() ? null : new ImageView(image);
      }
      if (shown == null && cell.hasValue() && cell.text(41).length() > 40) {
        TextArea text = new TextArea(cell.text(WHOLE));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(7);
        text.setAccessibleText(feature.name());
        text.getStyleClass().add("mono");
        shown = text;
      }
    }
    whole.setVisible(shown != null);
    whole.setManaged(shown != null);
    whole.getChildren().setAll(shown == null ? List.of() : List.of(shown));
  }

  /// A feature: its name, the row's value, where it is among all.
  private final class Line extends ListCell<Feature> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Region hatch = new Region();
    private final DistributionBars bars = new DistributionBars();
    private final Label rank = new Label();
    private final HBox line = new HBox(name, space(), value, hatch, bars, rank);

    Line() {
      getStyleClass().add("detail-line");
      setPrefWidth(0);
      name.getStyleClass().add("detail-name");
      name.setMinWidth(60);
      value.getStyleClass().add("detail-value");
      value.setAlignment(Pos.CENTER_RIGHT);
      value.setMinWidth(Region.USE_PREF_SIZE);
      hatch.getStyleClass().add("detail-hatch");
      bars.getStyleClass().add("detail-bars");
      rank.getStyleClass().add("detail-rank");
      line.getStyleClass().add("detail-row");
    }

    @Override
    protected void updateItem(@Nullable Feature feature, boolean isEmpty) {
      super.updateItem(feature, isEmpty);
      setGraphic(isEmpty ? null : line);
      describe();
    }

    private void describe() {
      Feature feature = getItem();
      ExamplesTable of = table;
      if (feature == null || of == null || row < 0) {
        return;
      }
      Cell cell = of.cell(row, feature.name());
      name.setText(feature.name());
      boolean isMissing = !cell.hasValue();
      String text =
          isMissing
              ? Messages.text(cell.isEmptyList() ? "empty.list" : "missing")
              : cell.picture() == null
                  ? cell.text(20).replace('\n', ' ')
                  : Messages.text("picture");
      value.setText(text);
      value.pseudoClassStateChanged(MISSING, isMissing);
      setAccessibleText(feature.name() + " " + text);
      Distribution known = model.distributions().get().get(feature.name());
      bars.show(known == null ? null : new Distribution(known.all(), known.all()));
      bars.mark(known == null ? -1 : bar(known.all(), cell));
      bars.setVisible(!isMissing);
      bars.setManaged(!isMissing);
      hatch.setVisible(isMissing);
      hatch.setManaged(isMissing);
      rank.setText(isMissing ? "\u2013" : rank(feature, known, cell));
    }

    private static int bar(ColumnSummary all, Cell cell) {
      Double number = cell.number();
      return switch (all) {
        case ColumnSummary.Numbers numbers when number != null -> numbers.bar(number);
        case ColumnSummary.Texts texts when cell.count() == 1 -> texts.bar(cell.text());
        default -> Integer.MAX_VALUE;
      };
    }

    private String rank(Feature feature, @Nullable Distribution known, Cell cell) {
      if (known != null && known.all() instanceof ColumnSummary.Texts texts && cell.count() == 1) {
        int place = texts.bar(cell.text());
        return place < 0 ? "" : "#" + (place + 1);
      }
      return ranks.getOrDefault(feature.name(), "");
    }
  }
}
