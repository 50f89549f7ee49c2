package dev.pipewright.nodes.statisticsgen;

import dev.pipewright.charts.Histogram;
import dev.pipewright.datavalidation.StatisticsArtifact;
import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.SplitsText;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Three small histograms of the training split.
final class StatisticsContent implements FaceContent<List<Distribution>> {

  private static final String STATISTICS = "statistics";
  private static final int COUNT = 3;

  @Override
  public Set<String> ports() {
    return Set.of(STATISTICS);
  }

  @Override
  public List<Distribution> read(Map<String, Path> folders) throws IOException {
    StatisticsArtifact statistics =
        StatisticsArtifact.open(Objects.requireNonNull(folders.get(STATISTICS)));
    List<String> splits = statistics.splitNames();
    String split = splits.contains("train") ? "train" : splits.getFirst();
    return Distribution.mostTelling(statistics.allExamples(split).getFeaturesList(), COUNT);
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    return FaceParts.line(SplitsText.of(parameters));
  }

  @Override
  public Node made(List<Distribution> distributions, Parameters parameters) {
    if (distributions.isEmpty()) {
      return FaceParts.line(Texts.text("statistics.none"));
    }
    HBox row = new HBox();
    row.getStyleClass().add("histograms");
    distributions.forEach(d -> row.getChildren().add(histogram(d)));
    return row;
  }

  private static Histogram histogram(Distribution distribution) {
    Histogram histogram = new Histogram();
    histogram.setDetail(Histogram.Detail.COMPACT);
    histogram.setTitle(distribution.feature());
    histogram.setBars(distribution.bars());
    histogram.setAccessibleText(Texts.text("statistics.histogram", distribution.feature()));
    FaceParts.withTip(histogram, distribution.feature());
    return histogram;
  }
}
