package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.pusher.PusherBinding;
import dev.pipewright.nodes.resolver.ResolverBinding;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.runner.Cancellation;
import dev.pipewright.runner.NodeResult;
import dev.pipewright.runner.Plan;
import dev.pipewright.runner.RunResult;
import dev.pipewright.runner.RunRoot;
import dev.pipewright.runner.RunSettings;
import dev.pipewright.runner.Runner;
import dev.pipewright.runner.Selection;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Against roots that the runner has made, with a model that took no training.
@ExtendWith(FxToolkit.class)
class RunRecordsTest {

  private static final NodeId MODELS = new NodeId("Models");
  private static final NodeId PUSHER = new NodeId("Pusher");
  private static final NodeId RESOLVER = new NodeId("Resolver");

  @TempDir Path folder;

  /// Makes a model with nothing in it.
  private record Models() implements Component {
    @Override
    public ComponentSpec spec() {
      return new ComponentSpec(
          "Models",
          ComponentSpec.Category.TRAINING,
          1,
          "",
          List.of(),
          List.of(PortSpec.one("model", ArtifactType.MODEL, "")),
          List.of(),
          ComponentSpec.Resources.LIGHT);
    }

    @Override
    public Behavior behavior() {
      return (Executor)
          execution -> {
            Path model = execution.output("model").resolve("Format-Serving");
            Files.writeString(Files.createDirectory(model).resolve("saved_model.pb"), "model");
          };
    }
  }

  private static ComponentRegistry registry() {
    ComponentRegistry all = ComponentRegistry.load();
    return ComponentRegistry.of(
        List.of(
            new Models(), all.find("Pusher").orElseThrow(), all.find("Resolver").orElseThrow()));
  }

  private static Pipeline pipeline() {
    ParameterValue destination =
        ParameterValue.of(
            Map.of(
                "filesystem",
                ParameterValue.of(Map.of("base_directory", ParameterValue.of("served")))));
    return Pipeline.of(
        "p",
        List.of(
            Node.of(MODELS, "Models"),
            Node.of(PUSHER, "Pusher")
                .withParameters(ParameterValue.Fields.EMPTY.with("push_destination", destination))
                .withInput("model", List.of(new Source(MODELS, "model"))),
            Node.of(RESOLVER, "Resolver")
                .withParameters(
                    ParameterValue.Fields.EMPTY.with(
                        "strategy", ParameterValue.of("latest_artifact")))));
  }

  private RunResult run() {
    return Runner.run(
        Plan.of(pipeline(), folder, registry(), Selection.ALL, Map.of()),
        new RunRoot(folder.resolve("p.runs")),
        RunSettings.DEFAULT,
        new Cancellation(),
        _ -> {});
  }

  private static Path output(RunResult result, NodeId node, String port) {
    NodeResult made = result.nodes().get(node);
    return made.outputs().get(port).getFirst().artifact().uri();
  }

  @Test
  void tellsTheVersionThatWasPushed() {
    Path pushed = output(run(), PUSHER, "pushed_model");
    String version = folder.resolve("served").toFile().list()[0];
    TestNode model = TestNode.penguins("Pusher").made("pushed_model", pushed);
    FaceTexts.face(new PusherBinding(), model, "version " + version, "to served");
  }

  @Test
  void tellsWhichRunMadeTheModelThatWasFound() {
    Path made = output(run(), MODELS, "model");
    RunResult second = run();
    assertEquals(made, output(second, RESOLVER, "model"));
    assertEquals(OptionalInt.of(1), RunRecords.run(made));
    TestNode model =
        TestNode.of("Resolver")
            .with("strategy", ParameterValue.of("latest_artifact"))
            .made("model", made)
            .is(State.DONE, 10);
    FaceTexts.face(new ResolverBinding(), model, "Latest model · run 1");
  }

  @Test
  void showsTheRunThatMadeWhatACachedNodeHas() {
    Path made = output(run(), MODELS, "model");
    assertEquals(made, output(run(), MODELS, "model"));
    TestNode model = TestNode.penguins("SchemaGen").made("model", made).is(State.CACHED, 10);
    ComponentCard card =
        Fx.call(() -> new ComponentCard(model, new PlainBinding("Models", "mdi2c-cog")));
    Fx.await("the run", () -> card.content().metaProperty().get() instanceof Label);
    assertEquals("run 1", Fx.call(() -> ((Label) card.content().metaProperty().get()).getText()));
    Fx.run(() -> model.is(State.DONE, 10));
    assertNull(Fx.call(() -> card.content().metaProperty().get()));
  }

  @Test
  void knowsNothingOfFoldersOutsideARoot() {
    assertEquals(OptionalInt.empty(), RunRecords.run(folder));
    assertEquals(OptionalInt.empty(), RunRecords.run(Path.of("/")));
    assertEquals(true, RunRecords.artifact(folder.resolve("a/b/1")).isEmpty());
  }

  @Test
  void knowsNothingOfAnArtifactThatIsNotInTheStore() {
    run();
    Path stranger = folder.resolve("p.runs/Models/model/999");
    assertEquals(OptionalInt.empty(), RunRecords.run(stranger));
    assertEquals(OptionalInt.empty(), RunRecords.run(stranger.resolveSibling("1/Split-train")));
    assertEquals(OptionalInt.empty(), RunRecords.run(stranger.resolveSibling("latest")));
    assertEquals(true, RunRecords.artifact(stranger).isEmpty());
  }
}
