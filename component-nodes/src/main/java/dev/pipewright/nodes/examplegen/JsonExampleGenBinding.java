package dev.pipewright.nodes.examplegen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;

/// What JsonExampleGen looks like.
public final class JsonExampleGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public JsonExampleGenBinding() {}

  @Override
  public String component() {
    return "JsonExampleGen";
  }

  @Override
  public String icon() {
    return "mdi2c-code-json";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(model, new ExamplesContent());
  }
}
