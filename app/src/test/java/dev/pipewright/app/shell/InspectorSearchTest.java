package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class InspectorSearchTest {

  @Test
  void findsAParameterAndGivesAllBackOnEscape(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(new NodeId("Trainer")));
    Fx.settle();

    hands.click(window.find(".panel-search-button"));
    Fx.settle();
    assertInstanceOf(TextField.class, Fx.call(() -> window.scene().getFocusOwner()));
    hands.type("learning");
    Fx.settle();
    Screens.write(window.scene(), "inspector-search");

    assertTrue(window.says("Learning rate"));
    assertFalse(window.says("Train steps"));
    hands.press(KeyCode.ESCAPE);
    Fx.settle();
    assertTrue(window.says("Train steps"));
    assertEquals(false, Fx.call(() -> window.find(".panel-search").isVisible()));
  }
}
