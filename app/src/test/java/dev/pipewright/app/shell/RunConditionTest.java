package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Says when a node runs, as a person does.
@ExtendWith(FxToolkit.class)
class RunConditionTest {

  private static final NodeId PUSHER = new NodeId("Pusher");
  private static final String BLESSED = "Evaluator.blessing.custom_property('blessed') == 1";

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    Fx.run(() -> tab.canvas().reveal(PUSHER));
    Fx.settle();
  }

  private String condition() {
    return Fx.call(() -> tab.project().document().get().node(PUSHER).orElseThrow().condition());
  }

  private CodeField field() {
    return (CodeField) window.find(".condition-field");
  }

  @Test
  void completesAConditionByKeysAndMarksTheNode(Hands hands) {
    hands.click(field());
    Fx.settle();
    hands.press(KeyCode.DOWN);
    Screens.write(window.scene(), "condition-list");
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.TAB);
    hands.press(KeyCode.TAB);
    hands.press(KeyCode.ESCAPE);
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(BLESSED, condition());
    Screens.write(window.scene(), "condition");
    assertEquals(
        1, Fx.call(() -> window.find(".graph-view").lookupAll(".graph-node > .condition").size()));
    Fx.run(() -> tab.project().undo());
    assertEquals("", condition());
  }

  @Test
  void saysWhatIsWrongAsItIsTypedAndMendsIt(Hands hands) {
    hands.click(field());
    hands.type("Evaluator.blesing.custom_property('blessed') == 1");
    Fx.await("the fix", () -> !window.find(".condition").lookupAll(".message-fix").isEmpty());
    Screens.write(window.scene(), "condition-wrong");
    hands.click(window.labelled("Read Evaluator.blessing"));
    Fx.settle();
    assertEquals(BLESSED, condition());
  }

  @Test
  void takesBackTheTypingAndThenTheEdits(Hands hands) {
    hands.click(field());
    hands.type(BLESSED).press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(BLESSED, condition());
    hands.type("x");
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(BLESSED, Fx.call(() -> field().getText()));
    assertEquals(BLESSED, condition());
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    Fx.settle();
    assertEquals("", condition());
    assertEquals("", Fx.call(() -> field().getText()));
  }

  @Test
  void beginsFromTheMenuOfALink(Hands hands) {
    Fx.run(() -> tab.project().edit(new Edit.SetCondition(PUSHER, "")));
    GraphView graph = (GraphView) window.find(".graph-view");
    String link =
        Fx.call(
            () ->
                tab.project()
                    .document()
                    .get()
                    .node(PUSHER)
                    .orElseThrow()
                    .links()
                    .map(Object::toString)
                    .filter(each -> each.contains("blessing"))
                    .findFirst()
                    .orElseThrow());
    Fx.run(() -> graph.getSelection().clear());
    Fx.run(
        () ->
            tab.canvas()
                .edit(
                    view ->
                        view.intend(
                            new GraphIntent.ContextMenu(
                                new GraphTarget.OnLink(link),
                                new Point2D(0, 0),
                                new Point2D(400, 300)))));
    Fx.settle();
    Screens.write(window.scene(), "condition-menu");
    hands.moveTo(new Point2D(430, 318)).click();
    Fx.settle();
    assertEquals("Evaluator.blessing.", Fx.call(() -> field().getText()));
    assertTrue(Fx.call(() -> field().isFocused()));
  }
}
