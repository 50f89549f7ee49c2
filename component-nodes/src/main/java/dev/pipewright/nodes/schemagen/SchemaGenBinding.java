package dev.pipewright.nodes.schemagen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.Texts;

/// What SchemaGen looks like.
public final class SchemaGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public SchemaGenBinding() {}

  @Override
  public String component() {
    return "SchemaGen";
  }

  @Override
  public String icon() {
    return "mdi2t-table-cog";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(
        model,
        new SchemaContent(
            parameters ->
                Texts.text(
                    parameters.flag("infer_feature_shape")
                        ? "schema.shapes-inferred"
                        : "schema.shapes-omitted"),
            (parameters, size) -> size.domainsText()));
  }
}
