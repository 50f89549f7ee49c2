package dev.pipewright.nodes.resolver;

import dev.pipewright.nodes.FaceContent;
import dev.pipewright.nodes.FaceParts;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.RunRecords;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.component.Parameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.Node;

/// One line: the strategy, and the run that made the model.
final class ResolverContent implements FaceContent<ResolverContent.Found> {

  private static final String MODEL = "model";

  /// A model that was found.
  ///
  /// @param folder where it lies
  /// @param run the number of the run that made it; empty when that is not known
  record Found(Path folder, OptionalInt run) {}

  @Override
  public Set<String> ports() {
    return Set.of(MODEL);
  }

  @Override
  public Found read(Map<String, Path> folders) {
    Path folder = Objects.requireNonNull(folders.get(MODEL));
    return new Found(folder, RunRecords.run(folder));
  }

  @Override
  public Node planned(Parameters parameters, NodeStatus.State state) {
    String strategy = strategy(parameters);
    return FaceParts.line(
        state.hasOutputs()
            ? Texts.text("face.both", strategy, Texts.text("resolver.none"))
            : strategy);
  }

  @Override
  public Node made(Found found, Parameters parameters) {
    String strategy = strategy(parameters);
    String line =
        found.run().isPresent()
            ? Texts.text("face.both", strategy, Texts.text("run.number", found.run().getAsInt()))
            : strategy;
    return FaceParts.withTip(FaceParts.line(line), found.folder().toString());
  }

  private static String strategy(Parameters parameters) {
    return Texts.text(
        switch (parameters.text("strategy").orElse("")) {
          case "latest_artifact" -> "resolver.latest";
          // TFX records what a resolver found, and not how it looked.
          case "" -> "resolver.unrecorded";
          default -> "resolver.latest-blessed";
        });
  }
}
