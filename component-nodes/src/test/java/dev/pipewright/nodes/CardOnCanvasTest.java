package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.examplevalidator.ExampleValidatorBinding;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Failure;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Cards where they stand: on a canvas, under a person's hands.
@ExtendWith(FxToolkit.class)
class CardOnCanvasTest {

  private static final NodeId VALIDATOR = new NodeId("ExampleValidator");

  private final TestNode model = TestNode.penguins("ExampleValidator");
  private final GraphView view = Fx.call(GraphView::new);

  @BeforeEach
  void show() {
    StackPane root = Fx.call(StackPane::new);
    Scene scene = Fx.show(root, 500, 400);
    Fx.run(
        () -> {
          Theme.LIGHT.apply(scene);
          root.getChildren().setAll(view);
          view.setNodeContent(
              _ -> new ComponentCard(model, new ExampleValidatorBinding()).content());
          view.setDocument(document());
        });
    Fx.settle();
  }

  private static GraphDocument document() {
    String name = VALIDATOR.value();
    GraphNode node =
        new GraphNode(
            name, name, name, "category-validate", 40, 40, NodeBinding.WIDTH, List.of(), List.of());
    return GraphDocument.of(List.of(node), List.of());
  }

  private void click(String text) {
    Fx.await(text, () -> view.lookup(".hyperlink") != null);
    Fx.settle();
    new Hands().click(view.lookup(".hyperlink"));
  }

  @Test
  void opensTheAnomaliesWhenReviewIsClicked() {
    Fx.run(() -> model.made("strict", "anomalies").is(State.DONE, 2_100));
    click("Review");
    assertEquals(List.of(new NodeRequest.OpenOutput(VALIDATOR, "anomalies")), model.requests);
  }

  @Test
  void runsTheNodeAgainWhenRetryIsClicked() {
    Fx.run(() -> model.fails(1_200, new Failure("It failed.", Location.NONE, "Mend it.")));
    click("Retry");
    assertEquals(List.of(new NodeRequest.RunTo(VALIDATOR)), model.requests);
  }

  @Test
  void growsWithWhatItShows() {
    double before = Fx.call(() -> view.nodeBounds(VALIDATOR.value()).getHeight());
    Fx.run(() -> model.fails(1_200, new Failure("It failed.", Location.NONE, "Mend it.")));
    Fx.settle();
    double after = Fx.call(() -> view.nodeBounds(VALIDATOR.value()).getHeight());
    assertEquals(20, after - before);
  }

  @Test
  void leavesTheModelWhenTheNodeLeavesTheCanvas() {
    Fx.run(() -> model.is(State.RUNNING, 1_000, 0.5));
    WeakReference<?> chip = new WeakReference<>(Fx.call(() -> view.lookup(".node-chip")));
    Fx.run(() -> view.setDocument(GraphDocument.EMPTY));
    Leaks.assertCollected("the card's chip", chip);
  }
}
