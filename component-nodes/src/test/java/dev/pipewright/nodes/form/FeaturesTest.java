package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.TestNode;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.nodes.theme.Themed;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class FeaturesTest {

  private static Scene show(TestNode node) {
    ScrollPane scroll =
        Fx.call(
            () -> {
              ScrollPane pane = new ScrollPane(ParameterForm.of(node));
              pane.setFitToWidth(true);
              return pane;
            });
    return Themed.show(Theme.LIGHT, scroll, 312, 900);
  }

  private static List<String> names(TestNode node) {
    Features features = Fx.call(() -> new Features(node));
    Fx.await("the features", () -> !features.names().get().isEmpty());
    return Fx.call(() -> features.names().get());
  }

  @Test
  void namesWhatATransformMakesBeforeWhatItTakes() {
    TestNode trainer = TestNode.penguins("Trainer").fed("penguins", "schema");
    assertTrue(names(trainer).contains("species"), "no raw features");
    trainer.fed("penguins", "schema", "transform_graph");
    List<String> made = names(trainer);
    assertTrue(made.contains("species_xf") && !made.contains("species"), made::toString);
  }

  @Test
  void aFeatureIsChosenFromThoseThatHoldWhatIsTyped(Hands hands) {
    TestNode trainer = TestNode.penguins("Trainer").fed("penguins", "transform_graph");
    Scene scene = show(trainer);
    Fx.await("the features", () -> button(scene).isVisible());
    TextField label =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".text-field").stream()
                    .filter(each -> "Label".equals(each.getAccessibleText()))
                    .map(TextField.class::cast)
                    .findFirst()
                    .orElseThrow());
    hands.click(label).press(KeyCode.CONTROL, KeyCode.A).type("bill_d");
    hands.press(KeyCode.ALT, KeyCode.DOWN);
    Fx.settle();
    hands.press(KeyCode.DOWN);
    hands.press(KeyCode.ENTER);

    assertEquals("bill_depth_mm_xf", Fx.call(label::getText));
    assertTrue(trainer.json().contains("\"label_key\": \"bill_depth_mm_xf\""), trainer.json());
  }

  @Test
  void offersNothingWhereThereIsNoSchemaOrItIsDamaged(@TempDir Path folder) {
    TestNode trainer = TestNode.penguins("Trainer");
    Scene scene = show(trainer);
    assertFalse(Fx.call(() -> button(scene).isVisible()));
    Fx.run(() -> trainer.fed(Map.of("schema", folder)));
    Fx.settle();
    assertFalse(Fx.call(() -> button(scene).isVisible()));
  }

  private static Node button(Scene scene) {
    return scene.getRoot().lookup(".feature-button");
  }
}
