package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.LinePlot;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.nodes.ViewerContext;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Leaks;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class TrainingViewTest {

  private static final Path BEFORE = Artifacts.penguins("model_run");

  private final TestNode trainer = TestNode.penguins("Trainer").made("model_run", BEFORE);
  private Region view;
  private StackPane root;

  @BeforeEach
  void show() {
    root = Fx.call(StackPane::new);
    Themed.show(Theme.LIGHT, root, 1200, 700);
    view = Fx.call(() -> new ModelRunViewer().view(made(BEFORE, trainer)));
    Fx.run(() -> root.getChildren().setAll(view));
  }

  private List<String> charts() {
    return Fx.call(
        () ->
            view.lookupAll(".line-plot").stream()
                .map(plot -> ((LinePlot) plot).getTitle())
                .toList());
  }

  private LinePlot chart(String title) {
    return Fx.call(
        () ->
            view.lookupAll(".line-plot").stream()
                .map(LinePlot.class::cast)
                .filter(plot -> plot.getTitle().equals(title))
                .findFirst()
                .orElseThrow());
  }

  private void train(int steps) {
    Fx.run(
        () -> {
          trainer.is(State.RUNNING, 1_000);
          for (int step = 1; step <= steps; step++) {
            trainer.scalars().add("validation/accuracy", step, 0.5);
            trainer.scalars().add("validation/loss", step, 2.0 / step);
            trainer.scalars().add("train/loss", step, 1.0 / step);
          }
        });
    Fx.settle();
  }

  @Test
  void followsATrainingAtWorkAndShowsTheWholeOfItAtItsEnd() {
    Fx.await("the last training", () -> view.lookup(".line-plot") != null);
    assertTrue(charts().contains("epoch_loss"), charts()::toString);

    train(20);
    assertEquals(List.of("loss", "accuracy"), charts());
    LinePlot loss = chart("loss");
    assertEquals(
        List.of("train 20", "validation 20"),
        Fx.call(
            () -> loss.lines().stream().map(l -> l.label() + " " + l.series().size()).toList()));
    assertEquals(300, Fx.call(loss::getExpectedLastX));
    Screens.write(root.getScene(), "viewer-training");

    train(10);
    assertEquals(30, Fx.call(() -> loss.lines().getFirst().series().size()));

    Fx.run(() -> trainer.is(State.DONE, 2_000));
    Fx.await("the end", () -> charts().contains("epoch_loss"));
    assertSame(loss, chart("loss"));
    assertEquals(Double.NaN, Fx.call(loss::getExpectedLastX));
  }

  @Test
  void keepsWhatIsFilteredAndSmoothedWhileTheTrainingGoesOn(Hands hands) {
    train(20);
    hands.click(Fx.call(() -> (TextField) view.lookup(".text-field"))).type("acc");
    Fx.run(() -> ((Slider) view.lookup(".slider")).setValue(0.5));
    assertEquals(List.of("accuracy"), charts());

    Fx.run(() -> trainer.scalars().add("train/accuracy", 20, 0.7));
    Fx.run(() -> trainer.scalars().add("train/acceptance", 20, 0.7));
    Fx.settle();

    assertEquals(List.of("acceptance", "accuracy"), charts());
    assertEquals(0.5, chart("acceptance").getSmoothing());
    hands.type("zzz");
    assertEquals(List.of(), charts());
    assertEquals(1, Fx.call(() -> view.lookupAll(".empty-state").size()));
  }

  @Test
  void isLetGoOfByTheNode() {
    train(3);
    Leaks.assertCollected(
        "the view",
        () -> {
          Node gone = new ModelRunViewer().view(made(BEFORE, trainer));
          root.getChildren().setAll(gone);
          root.applyCss();
          root.getChildren().clear();
          return gone;
        });
  }

  private static ViewerContext made(Path folder, NodeModel maker) {
    return new ViewerContext() {
      @Override
      public Path folder() {
        return folder;
      }

      @Override
      public Optional<NodeModel> maker() {
        return Optional.of(maker);
      }
    };
  }
}
