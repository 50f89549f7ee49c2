package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
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
    Fx.settle();
    Screens.write(scene, "canvas-" + theme + "-40");
    Fx.run(() -> view.zoomTo(0.18, 0, 0));
    Fx.settle();
    Screens.write(scene, "canvas-" + theme + "-18");
  }
}
