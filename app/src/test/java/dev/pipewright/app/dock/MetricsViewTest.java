package dev.pipewright.app.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.LinePlot;
import dev.pipewright.charts.PlotLine;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class MetricsViewTest {

  private final ObservableMap<NodeId, NodeModel> nodes =
      FXCollections.observableMap(new LinkedHashMap<>());
  private TestNode trainer;
  private MetricsView view;
  private Scene scene;

  @BeforeEach
  void show() {
    trainer = trainer("Trainer", 300);
    nodes.put(new NodeId("Trainer"), trainer);
    view = Fx.call(() -> new MetricsView(nodes));
    scene = Fx.show(view, 700, 300);
  }

  private static TestNode trainer(String name, int steps) {
    Node node =
        Node.of(new NodeId(name), "Trainer")
            .withParameters(
                Fields.EMPTY.with(
                    "train_args", Fields.EMPTY.with("num_steps", ParameterValue.of(steps))));
    return TestNode.in(Pipeline.of("p", List.of(node)), name);
  }

  private void add(TestNode node, String tag, long step, double value) {
    Fx.run(() -> node.scalars().add(tag, step, value));
    Fx.settle();
  }

  private List<LinePlot> plots() {
    return Fx.call(
        () ->
            ((PlotGrid) scene.lookup(".plot-grid"))
                .getChildren().stream().map(LinePlot.class::cast).toList());
  }

  private List<String> titles() {
    return plots().stream().map(LinePlot::getTitle).toList();
  }

  private String step() {
    Label label = (Label) Fx.call(() -> scene.lookup(".metrics-step"));
    return Fx.call(() -> label.isVisible() ? label.getText() : "");
  }

  private boolean isEmptyShown() {
    return Fx.call(() -> scene.lookup(".empty-state").isVisible());
  }

  @Test
  void saysThatThereIsNothingUntilSomethingIsMeasured() {
    assertTrue(isEmptyShown());
    assertEquals("", step());
    add(trainer, "train/loss", 1, 0.5);
    assertFalse(isEmptyShown());
    assertEquals(List.of("loss"), titles());
  }

  @Test
  void drawsTrainingAndEvaluationInOneChart() {
    add(trainer, "train/loss", 1, 0.5);
    add(trainer, "validation/loss", 1, 0.6);
    add(trainer, "train/accuracy", 1, 0.1);
    assertEquals(List.of("loss", "accuracy"), titles());
    assertEquals(
        List.of("series-train", "series-eval"),
        plots().getFirst().lines().stream().map(PlotLine::styleClass).toList());
  }

  @Test
  void saysHowManyStepsAreDone() {
    add(trainer, "train/loss", 1, 0.5);
    assertEquals("Step 1 of 300", step());
    add(trainer, "train/loss", 299, 0.5);
    Fx.await("the step", () -> step().equals("Step 299 of 300"));
    assertEquals(300, plots().getFirst().getExpectedLastX());
    add(trainer, "train/loss", 1_301, 0.5);
    Fx.await("the step", () -> step().equals("Step 1,301"));
  }

  @Test
  void keepsTheChartsThatStay() {
    add(trainer, "train/loss", 1, 0.5);
    LinePlot loss = plots().getFirst();
    add(trainer, "train/accuracy", 1, 0.5);
    assertSame(loss, plots().getFirst());
  }

  @Test
  void tellsTheMetricsOfSeveralTrainersApart() {
    add(trainer, "train/loss", 1, 0.5);
    TestNode other = trainer("Second", 10);
    Fx.run(() -> nodes.put(new NodeId("Second"), other));
    Fx.settle();
    add(other, "train/loss", 1, 0.5);
    assertEquals(2, titles().stream().distinct().count(), titles().toString());
    Fx.run(() -> nodes.remove(new NodeId("Trainer")));
    Fx.settle();
    assertEquals(List.of("loss"), titles());
    add(trainer, "train/late", 1, 1);
    assertEquals(List.of("loss"), titles());
  }

  @Test
  void emptiesWhenANewRunForgetsThePoints() {
    add(trainer, "train/loss", 1, 0.5);
    Fx.run(() -> trainer.scalars().clear());
    Fx.settle();
    assertTrue(isEmptyShown());
    assertEquals(List.of(), titles());
    assertEquals("", step());
  }

  @Test
  void hearsNothingAfterItsProjectWasClosed() {
    add(trainer, "train/loss", 1, 0.5);
    Fx.run(view::dispose);
    add(trainer, "train/accuracy", 7, 0.5);
    assertEquals(List.of("loss"), titles());
    assertEquals("Step 1 of 300", step());
  }
}
