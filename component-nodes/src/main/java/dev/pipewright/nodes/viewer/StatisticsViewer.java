package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.viewer.StatisticsTable.Feature;
import dev.pipewright.nodes.viewer.StatisticsTable.Numbers;
import dev.pipewright.nodes.viewer.StatisticsTable.Split;
import dev.pipewright.nodes.viewer.StatisticsTable.Values;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Statistics: numeric features and the others, each with a line a split and a small histogram.
public final class StatisticsViewer implements ArtifactViewer {

  private static final double HEAD_HEIGHT = 36;
  private static final double LINE_HEIGHT = 20;
  private static final double LEAST_DISTRIBUTION = 110;

  /// Where there is less room, the tables stand one above the other.
  private static final double ROOM_FOR_BOTH = 1360;

  /// Where there is less, it is not said what red means: the colours of the splits come first.
  private static final double ROOM_FOR_RED = 720;

  /// Shares that are pointed out.
  private static final double MUCH_MISSING = 0.1;

  private static final double MANY_ZEROS = 0.2;

  /// For `ServiceLoader`.
  public StatisticsViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.EXAMPLE_STATISTICS;
  }

  @Override
  public String icon() {
    return "mdi2c-chart-histogram";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, StatisticsTable::read, StatisticsViewer::content);
  }

  static Region content(StatisticsTable statistics) {
    List<String> splits = statistics.splits().stream().map(Split::name).toList();
    DataTable<Feature<Numbers>> numeric = numeric(splits);
    DataTable<Feature<Values>> categorical = categorical(splits);
    Label red = Bars.muted(Messages.text("statistics.red"));
    HBox bar =
        Bars.controls(
            Bars.filter(
                Messages.text("filter.features"),
                typed -> {
                  show(numeric, statistics.numeric(), typed);
                  show(categorical, statistics.categorical(), typed);
                }),
            red,
            Bars.space());
    red.visibleProperty().bind(bar.widthProperty().greaterThan(ROOM_FOR_RED));
    red.managedProperty().bind(red.visibleProperty());
    for (int i = 0; i < splits.size(); i++) {
      bar.getChildren().add(split(statistics.splits().get(i), i));
    }
    Region left = pane("statistics.numeric", statistics.numeric().size(), numeric);
    Region right = pane("statistics.categorical", statistics.categorical().size(), categorical);
    Region content = statistics.categorical().isEmpty() ? left : right;
    if (!statistics.numeric().isEmpty() && !statistics.categorical().isEmpty()) {
      content = Bars.beside(left, right, ROOM_FOR_BOTH, 0.58, 0.62);
    }
    return Bars.column(content, bar, content);
  }

  private static Region pane(String title, int count, Region table) {
    return Bars.column(table, Bars.head(Messages.text(title), count), table);
  }

  private static <S> void show(DataTable<Feature<S>> table, List<Feature<S>> all, String typed) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    table
        .getItems()
        .setAll(
            all.stream().filter(f -> f.name().toLowerCase(Locale.ROOT).contains(part)).toList());
  }

  private static Node split(Split split, int index) {
    Label name = new Label(split.name(), SplitStyle.swatch(split.name(), index));
    name.getStyleClass().add("semibold");
    name.setVisible(!split.name().isEmpty());
    HBox box = new HBox(6, name, Bars.muted(Messages.text("statistics.rows", split.examples())));
    box.getStyleClass().add("cell-line");
    // What the colours are is read before what red means.
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private static DataTable<Feature<Numbers>> numeric(List<String> splits) {
    DataTable<Feature<Numbers>> table = tall("statistics.numeric", 188, splits);
    Lines<Numbers> lines = new Lines<>(table, splits);
    lines.number("count", 58, Numbers::count, Messages::brief, x -> false);
    lines.number("missing", 66, Numbers::missing, Messages::percent, x -> x > MUCH_MISSING);
    lines.number("mean", 66, Numbers::mean, Messages::measured, x -> false);
    lines.number("stddev", 68, Numbers::stdDev, Messages::measured, x -> false);
    lines.number("zeros", 54, Numbers::zeros, Messages::percent, x -> x > MANY_ZEROS);
    lines.number("min", 64, Numbers::min, Messages::measured, x -> false);
    lines.number("median", 66, Numbers::median, Messages::measured, x -> false);
    lines.number("max", 64, Numbers::max, Messages::measured, x -> false);
    table.drawn(Messages.text("distribution"), 240, f -> "", f -> MiniBars.ofNumbers(f, splits));
    return wide(table);
  }

  private static DataTable<Feature<Values>> categorical(List<String> splits) {
    DataTable<Feature<Values>> table = tall("statistics.categorical", 150, splits);
    Lines<Values> lines = new Lines<>(table, splits);
    lines.number("count", 58, Values::count, Messages::brief, x -> false);
    lines.number("missing", 66, Values::missing, Messages::percent, x -> x > MUCH_MISSING);
    lines.number("unique", 60, Values::unique, Messages::brief, x -> false);
    lines.text("top", 84, Values::top);
    lines.number("top.count", 70, Values::topCount, Messages::brief, x -> false);
    table.drawn(Messages.text("distribution"), 140, f -> "", f -> MiniBars.ofValues(f, splits));
    return wide(table);
  }

  /// The distribution takes what is left, and enough to be seen.
  private static <S> DataTable<Feature<S>> wide(DataTable<Feature<S>> table) {
    table.getColumns().getLast().setMinWidth(LEAST_DISTRIBUTION);
    table.getColumns().getLast().setSortable(false);
    return table.wideLast();
  }

  private static <S> DataTable<Feature<S>> tall(
      String name, double nameWidth, List<String> splits) {
    DataTable<Feature<S>> table = new DataTable<>(Messages.text(name));
    table.setFixedCellSize(HEAD_HEIGHT + LINE_HEIGHT * splits.size());
    table.getStyleClass().add("tall");
    table.drawn(
        Messages.text("feature"), nameWidth, Feature::name, feature -> name(feature, splits));
    table.getColumns().getFirst().setMinWidth(nameWidth);
    return table;
  }

  private static Node name(Feature<?> feature, List<String> splits) {
    Label name = new Label(feature.name());
    name.getStyleClass().add("semibold");
    Label type = new Label(feature.type());
    type.getStyleClass().add("chip");
    type.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(8, name, type);
    first.getStyleClass().add("cell-line");
    VBox lines = lines(first);
    for (int i = 0; i < splits.size(); i++) {
      Label split = new Label(splits.get(i), SplitStyle.swatch(splits.get(i), i));
      split.getStyleClass().addAll("stat-line", "muted");
      lines.getChildren().add(split);
    }
    return lines;
  }

  private static VBox lines(Node first) {
    VBox lines = new VBox(first);
    lines.getStyleClass().add("stat-lines");
    return lines;
  }

  /// Adds columns with a line a split.
  private record Lines<S>(DataTable<Feature<S>> table, List<String> splits) {

    void number(
        String title,
        double width,
        ToDoubleFunction<S> value,
        Function<Double, String> format,
        Predicate<Double> isBad) {
      add(
          title,
          width,
          s -> format.apply(value.applyAsDouble(s)),
          s -> isBad.test(value.applyAsDouble(s)),
          Comparator.comparingDouble(f -> first(f, value)));
      table.getColumns().getLast().getStyleClass().add("num");
    }

    void text(String title, double width, Function<S, String> value) {
      add(
          title,
          width,
          value,
          s -> false,
          Comparator.comparing(
              f -> f.splits().values().stream().findFirst().map(value).orElse("")));
    }

    private void add(
        String title,
        double width,
        Function<S, String> text,
        Predicate<S> isBad,
        Comparator<Feature<S>> order) {
      table.drawn(
          Messages.text(title),
          width,
          f ->
              f.splits().entrySet().stream()
                  .map(e -> (e.getKey() + " " + text.apply(e.getValue())).strip())
                  .collect(Collectors.joining("; ")),
          order,
          f -> cell(f, text, isBad));
      // Numbers that are cut off say something else.
      table.getColumns().getLast().setMinWidth(width);
    }

    private double first(Feature<S> feature, ToDoubleFunction<S> value) {
      return feature.splits().values().stream().mapToDouble(value).findFirst().orElse(Double.NaN);
    }

    private Node cell(Feature<S> feature, Function<S, String> text, Predicate<S> isBad) {
      VBox lines = lines(new Label());
      for (String split : splits) {
        @Nullable S statistics = feature.splits().get(split);
        Label line = new Label(statistics == null ? "–" : text.apply(statistics));
        line.getStyleClass().add("stat-line");
        if (statistics != null && isBad.test(statistics)) {
          line.getStyleClass().add("danger-text");
        }
        lines.getChildren().add(line);
      }
      return lines;
    }
  }
}
