package dev.pipewright.nodes.viewer;

import dev.pipewright.datavalidation.SchemaArtifact;
import dev.pipewright.nodes.examplegen.ExampleCounts;
import dev.pipewright.nodes.viewer.ExamplePages.Page;
import dev.pipewright.nodes.viewer.StatisticsTable.Feature;
import dev.pipewright.nodes.viewer.StatisticsTable.Numbers;
import dev.pipewright.nodes.viewer.StatisticsTable.Values;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is seen of artifacts at a glance, by type.
final class Glances {

  private static final int MOST_ROWS = 6;
  private static final int MOST_COLUMNS = 4;
  private static final int MOST_LINES = 8;

  private Glances() {}

  /// What was read; the nodes that show it are made on the JavaFX thread.
  @FunctionalInterface
  interface Content {
    Region show();
  }

  static ArtifactView.Reader<Content> reader(ArtifactType type) {
    return switch (type.name()) {
      case "Examples" -> Glances::examples;
      case "ExampleStatistics" -> Glances::statistics;
      case "Schema" -> Glances::schema;
      case "ExampleAnomalies" -> Glances::anomalies;
      case "TransformGraph" -> Glances::transform;
      case "Model", "PushedModel" -> Glances::model;
      case "ModelRun" -> Glances::curves;
      case "ModelEvaluation" -> Glances::evaluation;
      case "ModelBlessing", "InfraBlessing" -> Glances::blessing;
      default -> Glances::files;
    };
  }

  private static Content examples(Path folder) throws IOException, InterruptedException {
    ExamplePages pages = ExamplePages.open(folder);
    if (pages.splits().isEmpty()) {
      return files(folder);
    }
    String split = pages.splits().getFirst();
    Page page = pages.page(split, 0);
    ExampleCounts counts = ExampleCounts.read(folder);
    return () -> examples(split, page, counts);
  }

  private static Region examples(String split, Page page, ExampleCounts counts) {
    String sizes =
        counts.splits().entrySet().stream()
            .map(e -> e.getKey() + " " + size(e, counts.unit()))
            .collect(Collectors.joining(", "));
    GridPane grid = grid();
    List<String> features =
        page.features().subList(0, Math.min(MOST_COLUMNS, page.features().size()));
    for (int column = 0; column < features.size(); column++) {
      String feature = features.get(column);
      grid.add(head(feature), column, 0);
      for (int row = 0; row < Math.min(MOST_ROWS, page.rows().rowCount()); row++) {
        String text = page.text(feature, row);
        Label cell = cell(text == null ? "–" : text);
        cell.getStyleClass().add(page.isNumeric(feature) ? "num" : "text");
        grid.add(cell, column, row + 1);
      }
    }
    int hidden = page.features().size() - features.size();
    String more =
        hidden > 0
            ? Messages.text("glance.rows.more", split, hidden)
            : Messages.text("glance.rows", split);
    return column(Messages.text("glance.examples", sizes, counts.columns()), grid, more);
  }

  private static String size(Map.Entry<String, Long> split, ExampleCounts.Unit unit) {
    return switch (unit) {
      case ROWS -> Messages.text("glance.count", split.getValue());
      case BYTES -> Messages.bytes(split.getValue());
    };
  }

  private static Content statistics(Path folder) throws IOException {
    StatisticsTable table = StatisticsTable.read(folder);
    return () -> statistics(table);
  }

  private static Region statistics(StatisticsTable table) {
    List<String> splits = table.splits().stream().map(StatisticsTable.Split::name).toList();
    String sizes =
        table.splits().stream()
            .map(s -> (s.name() + " " + Messages.text("glance.count", s.examples())).strip())
            .collect(Collectors.joining(", "));
    int all = table.numeric().size() + table.categorical().size();
    GridPane grid = grid();
    int row = 0;
    for (Feature<Numbers> feature : table.numeric()) {
      if (row < MOST_ROWS) {
        feature(grid, row++, feature, MiniBars.ofNumbers(feature, splits));
      }
    }
    for (Feature<Values> feature : table.categorical()) {
      if (row < MOST_ROWS) {
        feature(grid, row++, feature, MiniBars.ofValues(feature, splits));
      }
    }
    return column(
        Messages.text("glance.statistics", all, sizes), grid, more(all - row, "glance.features"));
  }

  private static void feature(GridPane grid, int row, Feature<?> feature, MiniBars bars) {
    bars.getStyleClass().add("glance-bars");
    grid.add(head(feature.name()), 0, row);
    grid.add(cell(feature.type()), 1, row);
    grid.add(bars, 2, row);
  }

  private static Content schema(Path folder) throws IOException {
    return schema(SchemaTable.of(SchemaArtifact.open(folder).schema()));
  }

  private static Content schema(SchemaTable table) {
    List<List<String>> rows =
        table.features().stream()
            .map(f -> List.of(f.name(), f.type(), f.presence(), f.domain()))
            .toList();
    return () ->
        column(
            Messages.text("glance.schema", rows.size(), table.domains().size()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.features"));
  }

  private static Content anomalies(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    AnomaliesViewer.read(folder)
        .forEach(
            split ->
                split
                    .rows()
                    .forEach(row -> rows.add(List.of(row.feature(), split.name(), row.brief()))));
    return () ->
        column(
            Messages.text("glance.anomalies", rows.size()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.lines"));
  }

  private static Content transform(Path folder) throws IOException {
    TransformGraphViewer.Summary summary = TransformGraphViewer.read(folder);
    List<List<String>> rows =
        summary.outputs().stream()
            .map(o -> List.of(o.name(), o.type(), String.join(", ", o.from())))
            .toList();
    return () ->
        column(
            Messages.text(
                "glance.transform",
                summary.rawFeatures(),
                rows.size(),
                summary.vocabularies().size()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.features"));
  }

  private static Content model(Path folder) throws IOException {
    SavedModelSummary model = SavedModelSummary.read(folder);
    List<List<String>> rows =
        model.tensors().stream()
            .map(
                t ->
                    List.of(
                        t.signature(),
                        Messages.text(t.isInput() ? "glance.in" : "glance.out"),
                        t.name(),
                        t.type() + " " + t.shape()))
            .toList();
    return () ->
        column(
            Messages.text(
                "glance.model",
                Messages.bytes(model.sizeBytes()),
                model.signatureCount(),
                model.tensorFlowVersion()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.lines"));
  }

  private static Content curves(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, EventRun> run : EventRuns.open(folder).runs().entrySet()) {
      for (String tag : run.getValue().scalarTags()) {
        ScalarSeries points = run.getValue().scalars(tag);
        if (points.size() > 0) {
          int last = points.size() - 1;
          rows.add(
              List.of(
                  run.getKey(),
                  tag,
                  Messages.number(points.value(last)),
                  Messages.text("glance.step", points.step(last))));
        }
      }
    }
    return () ->
        column(
            Messages.text("glance.curves", rows.size()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.lines"));
  }

  private static Content evaluation(Path folder) {
    MetricTable table = MetricTable.read(folder);
    List<List<String>> rows = new ArrayList<>();
    if (!table.slices().isEmpty()) {
      for (int i = 0; i < table.metrics().size(); i++) {
        Double value = table.slices().getFirst().values().get(i);
        rows.add(List.of(table.metrics().get(i), value == null ? "–" : Messages.number(value)));
      }
    }
    return () ->
        column(
            Messages.text("verdict." + table.verdict())
                + " · "
                + Messages.text("glance.slices", table.slices().size()),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.lines"));
  }

  private static Content blessing(Path folder) throws IOException {
    boolean isBlessed =
        Files.exists(folder.resolve("BLESSED")) || Files.exists(folder.resolve("INFRA_BLESSED"));
    boolean isRefused =
        Files.exists(folder.resolve("NOT_BLESSED"))
            || Files.exists(folder.resolve("INFRA_NOT_BLESSED"));
    if (!isBlessed && !isRefused) {
      return files(folder);
    }
    String key = isBlessed ? "glance.blessed" : "glance.refused";
    return () -> column(Messages.text(key), new Region(), "");
  }

  private static Content files(Path folder) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    long all = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        long size = Files.size(file);
        all += size;
        rows.add(List.of(folder.relativize(file).toString(), Messages.bytes(size)));
      }
    }
    long bytes = all;
    return () ->
        column(
            Messages.text("glance.files", rows.size(), Messages.bytes(bytes)),
            table(rows),
            more(rows.size() - MOST_LINES, "glance.lines"));
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("glance-grid");
    return grid;
  }

  private static GridPane table(List<List<String>> rows) {
    GridPane grid = grid();
    for (int row = 0; row < Math.min(MOST_LINES, rows.size()); row++) {
      List<String> cells = rows.get(row);
      for (int column = 0; column < cells.size(); column++) {
        Label label = column == 0 ? head(cells.get(column)) : cell(cells.get(column));
        grid.add(label, column, row);
      }
    }
    return grid;
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("glance-head");
    return label;
  }

  private static Label cell(String text) {
    Label label = new Label(text.lines().findFirst().orElse(""));
    label.getStyleClass().addAll("mono", "glance-cell");
    return label;
  }

  private static String more(int count, String key) {
    return count > 0 ? Messages.text(key + ".more", count) : "";
  }

  private static Region column(String summary, Node body, String below) {
    Label line = new Label(summary);
    line.setWrapText(true);
    line.getStyleClass().addAll("medium", "glance-line");
    VBox column = new VBox(line, new HBox(body));
    if (!below.isEmpty()) {
      column.getChildren().add(Bars.muted(below));
    }
    column.getStyleClass().add("glance");
    return column;
  }
}
