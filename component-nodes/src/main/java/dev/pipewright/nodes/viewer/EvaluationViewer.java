package dev.pipewright.nodes.viewer;

import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.nodes.viewer.MetricTable.Miss;
import dev.pipewright.nodes.viewer.MetricTable.Slice;
import dev.pipewright.pipeline.component.ArtifactType;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An evaluation: whether the thresholds are met, and the metrics of each slice.
public final class EvaluationViewer implements ArtifactViewer {

  /// For `ServiceLoader`.
  public EvaluationViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.MODEL_EVALUATION;
  }

  @Override
  public String icon() {
    return "mdi2s-scale-balance";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, MetricTable::read, EvaluationViewer::content);
  }

  static Region content(MetricTable evaluation) {
    DataTable<Slice> table = slices(evaluation);
    HBox head =
        Bars.head(
            Messages.text("evaluation.slices"),
            evaluation.slices().size(),
            Bars.filter(
                Messages.text("filter.slices"),
                typed -> {
                  String part = typed.strip().toLowerCase(Locale.ROOT);
                  table
                      .getItems()
                      .setAll(
                          evaluation.slices().stream()
                              .filter(s -> s.name().toLowerCase(Locale.ROOT).contains(part))
                              .toList());
                }));
    Region metrics = Bars.column(table, head, table);
    if (evaluation.misses().isEmpty()) {
      return Bars.column(metrics, verdict(evaluation), metrics);
    }
    SplitPane split = new SplitPane(metrics, misses(evaluation));
    split.setDividerPositions(0.6);
    return Bars.column(split, verdict(evaluation), split);
  }

  private static Node verdict(MetricTable evaluation) {
    String key = "verdict." + evaluation.verdict();
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add("verdict-title");
    Label line = new Label(Messages.text(key + ".line", evaluation.misses().size()));
    line.getStyleClass().add("caption");
    Node icon =
        switch (evaluation.verdict()) {
          case MET -> Icons.of("mdi2c-check-decagram", "icon-32", "success-text");
          case MISSED -> Icons.of("mdi2c-close-octagon-outline", "icon-32", "danger-text");
          case NONE -> Icons.of("mdi2h-help-circle-outline", "icon-32", "muted");
        };
    HBox box = new HBox(12, icon, new VBox(title, line));
    box.getStyleClass().addAll("verdict", evaluation.verdict().name().toLowerCase(Locale.ROOT));
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox frame = new HBox(box);
    frame.getStyleClass().add("verdict-frame");
    return frame;
  }

  private static DataTable<Slice> slices(MetricTable evaluation) {
    DataTable<Slice> table =
        new DataTable<Slice>(Messages.text("evaluation.slices"))
            .text(Messages.text("slice"), 220, Slice::name);
    for (int i = 0; i < evaluation.metrics().size(); i++) {
      int index = i;
      String metric = evaluation.metrics().get(i);
      table.number(
          metric,
          Math.clamp(40 + 7L * metric.length(), 110, 280),
          s -> s.values().get(index),
          Messages::number);
    }
    if (evaluation.slices().stream().anyMatch(s -> !s.error().isEmpty())) {
      table.text(Messages.text("slice.error"), 320, Slice::error);
    }
    return table;
  }

  private static Region misses(MetricTable evaluation) {
    DataTable<Miss> table =
        new DataTable<Miss>(Messages.text("evaluation.misses"))
            .text(Messages.text("metric"), 200, Miss::metric)
            .text(Messages.text("slice"), 140, Miss::slice)
            .number(Messages.text("value"), 90, Miss::value, Messages::number)
            .text(Messages.text("asked"), 140, Miss::asked)
            .wideLast();
    table.getItems().setAll(evaluation.misses());
    return Bars.column(
        table, Bars.head(Messages.text("evaluation.misses"), evaluation.misses().size()), table);
  }
}
