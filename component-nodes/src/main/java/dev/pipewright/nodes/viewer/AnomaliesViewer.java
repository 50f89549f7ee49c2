package dev.pipewright.nodes.viewer;

import dev.pipewright.datavalidation.AnomaliesArtifact;
import dev.pipewright.nodes.ArtifactViewer;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Anomalies, a split at a time.
public final class AnomaliesViewer implements ArtifactViewer {

  /// An anomaly.
  ///
  /// @param feature the feature's name; empty for the examples as a whole
  /// @param isError whether it is an error, not a warning
  /// @param brief what it is
  /// @param description what exactly
  record Row(String feature, boolean isError, String brief, String description) {}

  /// The anomalies of a split.
  record Split(String name, List<Row> rows) {
    Split {
      rows = List.copyOf(rows);
    }
  }

  /// For `ServiceLoader`.
  public AnomaliesViewer() {}

  @Override
  public ArtifactType type() {
    return ArtifactType.EXAMPLE_ANOMALIES;
  }

  @Override
  public String icon() {
    return "mdi2s-shield-check-outline";
  }

  @Override
  public Region view(Path folder) {
    return new ArtifactView<>(folder, AnomaliesViewer::read, AnomaliesViewer::content);
  }

  static List<Split> read(Path folder) throws IOException {
    AnomaliesArtifact artifact = AnomaliesArtifact.open(folder);
    List<Split> splits = new ArrayList<>();
    for (String name : SplitStyle.ordered(artifact.splitNames())) {
      splits.add(new Split(name, rows(artifact.anomalies(name))));
    }
    return splits;
  }

  private static List<Row> rows(Anomalies anomalies) {
    List<Row> rows = new ArrayList<>();
    if (anomalies.getDataMissing()) {
      rows.add(
          new Row(
              "",
              true,
              Messages.text("anomalies.nodata"),
              Messages.text("anomalies.nodata.description")));
    }
    if (anomalies.hasDatasetAnomalyInfo()) {
      rows.add(row("", anomalies.getDatasetAnomalyInfo()));
    }
    new TreeMap<>(anomalies.getAnomalyInfoMap()).forEach((f, info) -> rows.add(row(f, info)));
    return rows;
  }

  private static Row row(String feature, AnomalyInfo info) {
    return new Row(
        feature,
        info.getSeverity() == AnomalyInfo.Severity.ERROR,
        info.getShortDescription(),
        info.getDescription());
  }

  static Region content(List<Split> splits) {
    BorderPane pane = new BorderPane();
    HBox segments =
        Bars.segments(splits, AnomaliesViewer::title, split -> pane.setCenter(split(split)));
    if (splits.size() > 1 || !splits.getFirst().name().isEmpty()) {
      pane.setTop(Bars.controls(segments));
    }
    return pane;
  }

  private static String title(Split split) {
    return split.rows().isEmpty()
        ? split.name()
        : split.name() + "  " + Messages.count(split.rows().size());
  }

  private static Node split(Split split) {
    if (split.rows().isEmpty()) {
      String where =
          split.name().isEmpty()
              ? Messages.text("anomalies.none")
              : Messages.text("anomalies.none.in", split.name());
      return ArtifactView.empty(
          "mdi2c-check-circle", where, Messages.text("anomalies.none.line"), "success-text");
    }
    DataTable<Row> table =
        new DataTable<Row>(Messages.text("anomalies"))
            .text(
                Messages.text("feature"),
                200,
                r -> r.feature().isEmpty() ? Messages.text("anomalies.all") : r.feature())
            .drawn(
                Messages.text("severity"),
                100,
                r -> Messages.text(r.isError() ? "error" : "warning"),
                AnomaliesViewer::severity)
            .text(Messages.text("anomaly"), 260, Row::brief)
            .text(Messages.text("description"), 480, Row::description)
            .wideLast();
    table.getItems().setAll(split.rows());
    return table;
  }

  private static Node severity(Row row) {
    Label label =
        new Label(
            Messages.text(row.isError() ? "error" : "warning"),
            row.isError()
                ? Icons.of("mdi2a-alert-circle", "icon-14", "danger-text")
                : Icons.of("mdi2a-alert", "icon-14", "warning-text"));
    label.getStyleClass().add(row.isError() ? "danger-text" : "warning-text");
    return label;
  }
}
