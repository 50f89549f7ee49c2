package dev.pipewright.nodes.examplevalidator;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What ExampleValidator looks like.
public final class ExampleValidatorBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ExampleValidatorBinding() {}

  @Override
  public String component() {
    return "ExampleValidator";
  }

  @Override
  public String icon() {
    return "mdi2s-shield-alert-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new AnomaliesContent());
  }
}
