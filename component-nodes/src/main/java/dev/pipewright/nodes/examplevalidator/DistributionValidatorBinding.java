package dev.pipewright.nodes.examplevalidator;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What DistributionValidator looks like.
public final class DistributionValidatorBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public DistributionValidatorBinding() {}

  @Override
  public String component() {
    return "DistributionValidator";
  }

  @Override
  public String icon() {
    return "mdi2c-chart-bell-curve";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new AnomaliesContent());
  }
}
