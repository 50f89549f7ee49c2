package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Finds and replaces as a person does.
@ExtendWith(FxToolkit.class)
class FindTest {

  private static final NodeId TRAINER = new NodeId("Trainer");

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path temp) {
    window = OpenWindow.of(temp);
    tab = window.penguins(temp);
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private ListView<?> list() {
    return (ListView<?>) window.find(".find-list");
  }

  private List<String> spoken() {
    return Fx.call(
        () ->
            list().lookupAll(".find-cell").stream()
                .map(cell -> cell.getAccessibleText())
                .filter(text -> text != null)
                .sorted()
                .toList());
  }

  private void look(Hands hands, String words, String count) {
    hands.press(KeyCode.CONTROL, KeyCode.F);
    Fx.settle();
    hands.type(words);
    Fx.await(count, () -> window.says(count));
    Fx.settle();
  }

  private List<String> selected() {
    return Fx.call(
        () -> List.copyOf(((GraphView) window.find(".graph-view")).getSelection().nodes()));
  }

  @Test
  void walksThroughWhatItFinds(Hands hands) {
    Fx.run(() -> window.find(".graph-view").requestFocus());
    look(hands, "batch_size", "2 matches in 1 place");
    assertEquals("batch_size", Fx.call(() -> ((TextField) window.find("#find-field")).getText()));
    hands.press(KeyCode.F3);
    Fx.settle();
    assertEquals(List.of("Trainer"), selected());
    Screens.write(window.scene(), "find-light");
    hands.press(KeyCode.F3);
    hands.press(KeyCode.SHIFT, KeyCode.F3);
    hands.type("x");
    Fx.await("no matches", () -> window.says("No matches"));
    hands.press(KeyCode.ESCAPE);
    Fx.await("the hint", () -> !window.says("No matches"));
  }

  @Test
  void goesToTheFieldOfAMatchThatIsClicked(Hands hands) {
    look(hands, "num_steps", "1 match in 1 place");
    hands.click(
        Fx.call(
            () ->
                list().lookupAll(".find-cell").stream()
                    .filter(cell -> String.valueOf(cell.getAccessibleText()).contains("num_steps"))
                    .findFirst()
                    .orElseThrow()));
    Fx.settle();
    assertEquals(List.of("Trainer"), selected());
    Fx.await(
        "the field",
        () ->
            Fx.call(() -> window.scene().getFocusOwner()) instanceof TextField field
                && !"find-field".equals(field.getId()));
  }

  @Test
  void replacesAllAsOneEditAndSaysWhatDoesNotTakeIt(Hands hands) {
    Fx.run(
        () ->
            tab.project()
                .edit(
                    new Edit.SetParameter(
                        TRAINER, "custom_config", ParameterValue.of("300 rounds"))));
    Pipeline before = document();
    hands.press(KeyCode.CONTROL, KeyCode.H);
    Fx.settle();
    hands.type("300");
    Fx.await("matches", () -> spoken().stream().anyMatch(s -> s.contains("300 rounds")));
    hands.click(window.find("#replace-field"));
    hands.type("many");
    hands.press(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.await(
        "the refusal",
        () ->
            Fx.call(() -> ((Label) window.find(".find-message")).getText())
                .startsWith("1 place was replaced"));
    Fx.settle();
    Screens.write(window.scene(), "replace-light");
    assertEquals(
        ParameterValue.of("many rounds"),
        document().node(TRAINER).orElseThrow().parameters().get("custom_config").orElseThrow());
    assertTrue(
        spoken().stream().anyMatch(s -> s.contains("\u201cmany\u201d is not a number.")),
        spoken().toString());
    Fx.run(() -> tab.project().undo());
    assertEquals(before, document());
  }

  @Test
  void replacesOneAfterTheOther(Hands hands) {
    Fx.run(
        () ->
            tab.project()
                .edit(new Edit.SetParameter(TRAINER, "custom_config", ParameterValue.of("ab ab"))));
    look(hands, "ab ", "1 match in 1 place");
    hands.press(KeyCode.BACK_SPACE);
    Fx.run(() -> window.workbench.side().open().replace());
    hands.click(window.find("#find-case"));
    hands.click(window.find("#find-word"));
    Fx.await("matches", () -> window.says("2 matches in 1 place"));
    hands.click(window.find("#replace-field"));
    hands.type("c");
    hands.press(KeyCode.ENTER);
    hands.press(KeyCode.ENTER);
    Fx.await("one is left", () -> window.says("1 match in 1 place"));
    Node trainer = document().node(TRAINER).orElseThrow();
    assertEquals(
        ParameterValue.of("c ab"), trainer.parameters().get("custom_config").orElseThrow());
  }

  @Test
  void saysWhatIsWrongWithAnExpression(Hands hands) {
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    look(hands, "num_steps", "1 match in 1 place");
    hands.click(window.find("#find-regex"));
    hands.click(window.find("#find-field"));
    hands.press(KeyCode.END);
    hands.type("(");
    Fx.await(
        "the reason",
        () ->
            Fx.call(() -> ((Label) window.find(".find-message")).getText())
                .startsWith("Not a regular expression: "));
    Screens.write(window.scene(), "find-dark");
  }
}
