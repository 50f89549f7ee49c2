package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class GraphViewPicturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void drawsCardsInAllStates(String theme) {
    GraphView view = Fx.call(DemoGraph::view);
    Scene scene = Fx.call(() -> DemoGraph.scene(view, 1072, 632, theme));
    Fx.run(
        () -> {
          view.legendVisibleProperty().set(true);
          view.getSelection().selectNodes(List.of("Trainer"));
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
    Fx.settle();
    assertTrue(Files.exists(Screens.write(scene, "canvas-" + theme)));
    Fx.run(() -> view.zoomTo(0.4, 0, 0));
    rest();
    Screens.write(scene, "canvas-" + theme + "-40");
    Fx.run(() -> view.setDocument(DemoGraph.large(300, 450, 20)));
    rest();
    Screens.write(scene, "canvas-" + theme + "-many-40");
    Fx.run(() -> view.zoomTo(0.18, 0, 0));
    rest();
    Screens.write(scene, "canvas-" + theme + "-many-18");
  }

  // Until cards are drawn sharp again after a zoom.
  private static void rest() {
    Fx.frames(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void drawsWhatIsPointedAtAndWhatIsWrong(String theme) {
    GraphView view = Fx.call(DemoGraph::view);
    Scene scene = Fx.call(() -> DemoGraph.scene(view, 640, 400, theme));
    Fx.run(
        () -> {
          view.setNodeContent(
              node -> {
                NodeContent content = DemoGraph.content(node);
                if (node.key().equals("StatisticsGen")) {
                  content.problemProperty().set("No column is a number.");
                } else if (node.key().equals("Transform")) {
                  content.stateProperty().set(CardState.DISABLED);
                }
                return content;
              });
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
          view.getSelection()
              .selectLinks(List.of("StatisticsGen.statistics-ExampleValidator.statistics"));
        });
    Hands hands = new Hands();
    hands.moveTo(Hands.pointIn(view, 110, 70));
    assertTrue(Files.exists(Screens.write(scene, "canvas-states-" + theme)));
    hands.moveTo(Hands.pointIn(view, 216, 104));
    Screens.write(scene, "canvas-hot-link-" + theme);
  }
}
