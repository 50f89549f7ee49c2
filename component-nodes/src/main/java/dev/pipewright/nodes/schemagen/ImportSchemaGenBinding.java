package dev.pipewright.nodes.schemagen;

import dev.pipewright.nodes.ArtifactFace;
import dev.pipewright.nodes.NodeBinding;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;

/// What ImportSchemaGen looks like.
public final class ImportSchemaGenBinding implements NodeBinding {

  /// For `ServiceLoader`.
  public ImportSchemaGenBinding() {}

  @Override
  public String component() {
    return "ImportSchemaGen";
  }

  @Override
  public String icon() {
    return "mdi2f-file-tree-outline";
  }

  @Override
  public NodeFace face(NodeModel model) {
    return new ArtifactFace<>(
        model,
        new SchemaContent(
            ImportSchemaGenBinding::fileName, (parameters, size) -> fileName(parameters)));
  }

  private static String fileName(Parameters parameters) {
    String file = parameters.text("schema_file").orElse("");
    return file.isEmpty()
        ? Texts.text("schema.no-file")
        : file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
