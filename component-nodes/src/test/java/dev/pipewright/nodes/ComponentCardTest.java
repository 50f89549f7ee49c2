package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pipewright.canvas.CardState;
import dev.pipewright.canvas.NodeContent;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.examplevalidator.ExampleValidatorBinding;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.PipelineChecks;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.runner.Failure;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ComponentCardTest {

  private static final NodeId VALIDATOR = new NodeId("ExampleValidator");

  private final TestNode model = TestNode.penguins("ExampleValidator");
  private final ComponentCard card =
      Fx.call(() -> new ComponentCard(model, new ExampleValidatorBinding()));
  private final NodeContent content = card.content();

  private String chip() {
    return content.chipProperty().get() instanceof Label label ? label.getText() : "";
  }

  private String meta() {
    return switch (content.metaProperty().get()) {
      case Label label -> label.getText();
      case Hyperlink link -> link.getText();
      case null, default -> "";
    };
  }

  @Test
  void saysInEachStateHowTheNodeIs() {
    List<String> seen = new ArrayList<>();
    for (State state : State.values()) {
      Fx.run(() -> model.is(state, 2_100));
      seen.add(state + ": " + content.stateProperty().get() + " " + chip() + ", " + meta());
    }
    assertEquals(
        List.of(
            "NEW: NORMAL Not run yet, ",
            "WAITING: WAITING Waiting, ",
            "RUNNING: RUNNING Running 2 s, ",
            "DONE: NORMAL 2.1 s, ",
            "CACHED: NORMAL Cached, ",
            "FAILED: FAILED Failed 2.1 s, Retry",
            "SKIPPED: WAITING Skipped, ",
            "CANCELLED: NORMAL Stopped 2.1 s, "),
        seen);
  }

  @Test
  void saysWhichNodeItWaitsFor() {
    Fx.run(() -> model.is(State.WAITING, 0));
    Fx.run(() -> card.waitsFor(new NodeId("StatisticsGen")));
    assertEquals("Waiting for StatisticsGen", chip());
    Fx.run(() -> card.waitsFor(null));
    assertEquals("Waiting", chip());
  }

  @Test
  void showsHowFarTheNodeIs() {
    Fx.run(() -> model.is(State.RUNNING, 1_000, 0.25));
    assertEquals(0.25, content.progressProperty().get());
  }

  @Test
  void countsTheSecondsOfANodeAtWork() {
    Fx.run(() -> model.is(State.RUNNING, 41_950));
    Fx.await("a second has gone by", () -> chip().equals("Running 43 s"));
  }

  @Test
  void showsWhyTheNodeFailedInPlaceOfItsFaceAndOffersToRetry() {
    Failure failure = new Failure("The disk is full.", Location.of("/runs"), "Free space.");
    Fx.run(() -> model.fails(1_200, failure));
    Node preview = content.previewProperty().get();
    assertEquals(List.of("The disk is full."), FaceTexts.of(preview));
    Fx.run(() -> ((Hyperlink) content.metaProperty().get()).fire());
    assertEquals(List.of(new NodeRequest.RunTo(VALIDATOR)), model.requests);
    Fx.run(() -> model.is(State.RUNNING, 0));
    assertEquals(List.of("All splits"), FaceTexts.of(preview));
    assertEquals("", meta());
  }

  @Test
  void opensWhatTheFaceOffersToReview() {
    Fx.run(() -> model.made("strict", "anomalies").is(State.DONE, 2_100));
    Fx.await("Review", () -> meta().equals("Review"));
    Fx.run(() -> ((Hyperlink) content.metaProperty().get()).fire());
    assertEquals(List.of(new NodeRequest.OpenOutput(VALIDATOR, "anomalies")), model.requests);
  }

  @Test
  void marksTheFirstError() {
    List<Problem> problems =
        PipelineChecks.check(
                Pipeline.of(
                    "p", List.of(dev.pipewright.pipeline.Node.of(VALIDATOR, "ExampleValidator"))),
                ComponentRegistry.load())
            .stream()
            .filter(problem -> problem.node() != null)
            .toList();
    Problem first = problems.getFirst();
    Fx.run(() -> model.has(problems.toArray(Problem[]::new)));
    assertEquals(first.what() + " " + first.fix(), content.problemProperty().get());
    Fx.run(() -> model.has());
    assertEquals("", content.problemProperty().get());
  }

  @Test
  void hasNoPreviewWhereTheComponentHasNoFace() {
    NodeBinding plain = new PlainBinding("MyComponent", CategoryStyle.CUSTOM.icon());
    NodeContent bare = Fx.call(() -> new ComponentCard(TestNode.of("Importer"), plain).content());
    assertNull(bare.previewProperty().get());
    assertEquals(CardState.NORMAL, bare.stateProperty().get());
  }

  @Test
  void followsParametersOfTheNode() {
    Fx.run(
        () -> model.with("exclude_splits", ParameterValue.of(List.of(ParameterValue.of("eval")))));
    assertEquals(List.of("Without eval"), FaceTexts.of(content.previewProperty().get()));
  }
}
