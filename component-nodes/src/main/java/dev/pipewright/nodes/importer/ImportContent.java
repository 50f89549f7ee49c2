package dev.pipewright.nodes.importer;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;

/// Two lines: the type, and the file or folder. What was brought in stays where it is: its folder
/// is all there is to read.
final class ImportContent implements FaceContent<Path> {

  private static final String RESULT = "result";

  @Override
  public Set<String> ports() {
    return Set.of(RESULT);
  }

  @Override
  public Path read(Map<String, Path> folders) {
    return Objects.requireNonNull(folders.get(RESULT));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    return lines(parameters, parameters.text("source_uri").orElse(""));
  }

  @Override
  public Node made(Path folder, Parameters parameters) {
    return lines(parameters, parameters.text("source_uri").orElse(folder.toString()));
  }

  private static Node lines(Parameters parameters, String source) {
    String type = parameters.text("artifact_type").orElse("");
    return FaceParts.stack(
        FaceParts.line(type.isEmpty() ? Texts.text("import.no-type") : type),
        source.isEmpty() ? FaceParts.line(Texts.text("import.no-source")) : FaceParts.path(source));
  }
}
