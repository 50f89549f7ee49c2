package dev.pipewright.nodes.pusher;

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
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The version that was pushed and its folder; before a run, the folder.
final class PushContent implements FaceContent<Push> {

  private static final String PUSHED_MODEL = "pushed_model";

  @Override
  public Set<String> ports() {
    return Set.of(PUSHED_MODEL);
  }

  @Override
  public Push read(Map<String, Path> folders) throws IOException {
    return Push.read(Objects.requireNonNull(folders.get(PUSHED_MODEL)));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    return destination(parameters);
  }

  private static Region destination(Parameters parameters) {
    String folder =
        parameters
            .struct("push_destination")
            .struct("filesystem")
            .text("base_directory")
            .orElse("");
    return folder.isEmpty()
        ? FaceParts.line(Texts.text("push.no-folder"))
        : FaceParts.path(Texts.text("push.to", folder));
  }

  @Override
  public Node made(Push push, Parameters parameters) {
    if (!push.isPushed()) {
      return FaceParts.withTip(
          FaceParts.pill(Texts.text("push.none"), FaceParts.Tone.WARNING),
          Texts.text("push.none.why"));
    }
    Region where =
        push.destination().isEmpty()
            ? destination(parameters)
            : FaceParts.withTip(
                FaceParts.path(Texts.text("push.to", folder(push.destination()))),
                push.destination());
    return push.version().isEmpty()
        ? where
        : FaceParts.stack(FaceParts.strong(Texts.text("push.version", push.version())), where);
  }

  /// The name of the folder that holds the versions.
  private static String folder(String version) {
    Path parent = Path.of(version).getParent();
    return parent == null ? version : String.valueOf(parent.getFileName());
  }
}
