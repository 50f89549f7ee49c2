package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.nio.file.Path;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class ProblemRevealTest {

  private static void edit(PipelineTab tab, Edit edit) {
    Fx.run(() -> tab.project().edit(edit));
    Fx.await("problems", () -> !tab.project().problems().get().isEmpty());
  }

  private static void click(OpenWindow window, Hands hands, String place) {
    hands.click(window.labelled("Problems"));
    Fx.settle();
    hands.click(window.labelled(place));
    Fx.settle();
  }

  @Test
  void aClickOnAProblemPutsTheFocusIntoItsFieldAndTheFieldIntoView(
      Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder, 1280, 720);
    PipelineTab tab = window.penguins(folder);
    NodeId trainer = new NodeId("Trainer");
    edit(tab, new Edit.SetParameter(trainer, "save_checkpoints_secs", ParameterValue.of(-1L)));

    click(window, hands, "Trainer.save_checkpoints_secs");

    assertEquals(trainer, Fx.call(() -> tab.selected().get()));
    TextField field =
        assertInstanceOf(TextField.class, Fx.call(() -> window.scene().getFocusOwner()));
    assertEquals("Save every", field.getAccessibleText());
    assertEquals("-1", field.getText());
    ScrollPane panel = (ScrollPane) Fx.call(() -> window.find(".inspector").lookup(".scroll-pane"));
    assertTrue(
        Fx.call(
            () ->
                panel
                    .localToScene(panel.getBoundsInLocal())
                    .contains(field.localToScene(field.getBoundsInLocal()))));
  }

  @Test
  void aClickOnAProblemOfAnInputShowsTheInputs(Hands hands, @TempDir Path folder) {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = window.penguins(folder);
    Node lonely = Node.of(new NodeId("lonely"), "StatisticsGen");
    edit(tab, Edit.AddNode.last(Fx.call(() -> tab.project().document().get()), lonely));

    click(window, hands, "lonely.inputs.examples");

    assertTrue(window.says("not linked"), "no inputs to be seen");
  }
}
