package dev.pipewright.nodes.exithandler;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;

/// Two lines: when it works, and the folder of its notes. It makes no artifact.
final class ExitContent implements FaceContent<Set<String>> {

  @Override
  public Set<String> ports() {
    return Set.of();
  }

  @Override
  public Set<String> read(Map<String, Path> folders) {
    return folders.keySet();
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    String folder = parameters.text("output_folder").orElse("");
    return FaceParts.stack(
        FaceParts.line(Texts.text("exit.when")),
        folder.isEmpty()
            ? FaceParts.line(Texts.text("exit.no-folder"))
            : FaceParts.path(Texts.text("exit.folder", folder)));
  }

  @Override
  public Node made(Set<String> nothing, Parameters parameters) {
    return planned(parameters, NodeStatus.State.DONE);
  }
}
