package dev.pipewright.app.start;

import dev.pipewright.app.text.Texts;
import dev.pipewright.data.starter.ColumnSummary;
import dev.pipewright.data.starter.Goal;
import dev.pipewright.data.starter.Table;
import dev.pipewright.data.starter.ValueCount;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.theme.MarginScroll;
import dev.pipewright.pipeline.DataException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what shall be predicted, while the data is already looked at.
public final class LabelPanel extends VBox {

  private static final Texts TEXTS = Texts.of(LabelPanel.class);
  private static final double PERCENT = 100;

  private final TableStart start;
  private final Consumer<List<String>> done;
  private final Label trouble = new Label();
  private final ToggleGroup choice = new ToggleGroup();

  /// @param done told when a person has decided, with what there is to know of the pipeline
  public LabelPanel(TableStart start, Consumer<List<String>> done) {
    this.start = start;
    this.done = done;
    getStyleClass().add("label-panel");
    Table table = start.table();
    Label head = new Label(TEXTS.get("label.title"));
    head.getStyleClass().add("semibold");
    Label line =
        new Label(
            TEXTS.get(
                table.isWhole() ? "label.line" : "label.line.part",
                table.file().getFileName(),
                table.rows(),
                table.columns().size()));
    line.getStyleClass().addAll("caption", "muted");
    line.setWrapText(true);
    VBox top = new VBox(head, line);
    top.getStyleClass().add("label-head");
    VBox rows = new VBox();
    rows.getStyleClass().add("label-rows");
    table.columns().stream()
        .sorted(Comparator.comparing(column -> !column.name().equals(start.label().get())))
        .forEach(column -> rows.getChildren().add(row(column)));
    MarginScroll scroll = new MarginScroll(rows);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(top, scroll, foot());
  }

  private VBox foot() {
    trouble.getStyleClass().addAll("caption", "danger-text");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button train = new Button(TEXTS.get("label.train"), Icons.of("mdi2p-play"));
    train.setId("label-train");
    train.getStyleClass().addAll("accent");
    train.disableProperty().bind(start.label().isNull());
    train.setDefaultButton(false);
    train.setMaxWidth(Double.MAX_VALUE);
    train.setOnAction(event -> train());
    Button look = new Button(TEXTS.get("label.look"));
    look.setId("label-look");
    look.setMaxWidth(Double.MAX_VALUE);
    look.setOnAction(event -> done.accept(List.of()));
    VBox foot = new VBox(trouble, train, look);
    foot.getStyleClass().add("label-foot");
    return foot;
  }

  private void train() {
    try {
      done.accept(start.train());
    } catch (DataException e) {
      trouble.setText(e.what() + " " + e.fix());
    }
  }

  private HBox row(ColumnSummary column) {
    RadioButton button = new RadioButton();
    button.setToggleGroup(choice);
    button.setDisable(column.goal().isEmpty());
    button.setSelected(column.name().equals(start.label().get()));
    button.setAccessibleText(column.name());
    button
        .selectedProperty()
        .subscribe(
            (before, now) -> {
              if (now) {
                start.label().set(column.name());
                trouble.setText("");
              }
            });
    Label name = new Label(column.name());
    name.getStyleClass().add("medium");
    name.setTooltip(new Tooltip(column.name()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label type = new Label(type(column));
    type.getStyleClass().add("badge");
    type.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(name, space, type);
    first.setAlignment(Pos.CENTER_LEFT);
    Label values = new Label(values(column));
    values.getStyleClass().addAll("caption", "muted");
    VBox words = new VBox(first, values);
    String missing = missing(column);
    if (missing != null) {
      Label gaps = new Label(missing);
      gaps.getStyleClass().addAll("caption", "muted");
      words.getChildren().add(gaps);
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(button, words);
    row.getStyleClass().add("label-row");
    row.setDisable(column.goal().isEmpty());
    row.setOnMouseClicked(event -> button.fire());
    return row;
  }

  private static String type(ColumnSummary column) {
    return column
        .goal()
        .map(
            goal ->
                switch (goal) {
                  case Goal.Classes classes -> TEXTS.get("label.classes", classes.classes().size());
                  case Goal.Number number -> TEXTS.get("label.number");
                })
        .orElseGet(() -> TEXTS.get("label.type." + column.type()));
  }

  private static String values(ColumnSummary column) {
    if (column.goal().orElse(null) instanceof Goal.Number(var numbers)) {
      return TEXTS.get(
          "label.range", brief(numbers.min()), brief(numbers.max()), brief(numbers.mean()));
    }
    String listed =
        (column.counts().isEmpty() || column.distinct().count() > column.counts().size()
                ? column.first().stream()
                : column.counts().stream().map(ValueCount::text))
            .limit(4)
            .collect(Collectors.joining(", "));
    return listed.isEmpty()
        ? TEXTS.get("label.empty")
        : listed + (column.distinct().count() > 4 ? ", …" : "");
  }

  private static @Nullable String missing(ColumnSummary column) {
    if (column.missing() == 0) {
      return null;
    }
    double share = column.missingShare() * PERCENT;
    String shown = share < 1 ? "<1" : share > 99 && share < 100 ? ">99" : "" + Math.round(share);
    return TEXTS.get("label.missing", shown);
  }

  private static String brief(double number) {
    return Math.abs(number) >= 1000 || number == Math.rint(number)
        ? String.format("%,.0f", number)
        : String.format("%.3g", number);
  }
}
