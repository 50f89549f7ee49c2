package dev.pipewright.nodes.statisticsgen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What StatisticsGen looks like.
public final class StatisticsGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public StatisticsGenBinding() {}

  @Override
  public String component() {
    return "StatisticsGen";
  }

  @Override
  public String icon() {
    return "mdi2c-chart-histogram";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new StatisticsContent());
  }
}
