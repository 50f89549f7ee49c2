package dev.pipewright.nodes.schemagen;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;

/// One line: the features, and what distinguishes the component.
///
/// @param before the line before there is a schema
/// @param detail what follows the number of features; may be empty
record SchemaContent(
    Function<Parameters, String> before, BiFunction<Parameters, SchemaSize, String> detail)
    implements FaceContent<SchemaSize> {

  private static final String SCHEMA = "schema";

  @Override
  public Set<String> ports() {
    return Set.of(SCHEMA);
  }

  @Override
  public SchemaSize read(Map<String, Path> folders) throws IOException {
    return SchemaSize.read(Objects.requireNonNull(folders.get(SCHEMA)));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    return FaceParts.line(before.apply(parameters));
  }

  @Override
  public Node made(SchemaSize size, Parameters parameters) {
    String features = Texts.text("schema.features", size.features());
    String more = detail.apply(parameters, size);
    return FaceParts.line(more.isEmpty() ? features : Texts.text("face.both", features, more));
  }
}
