package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Makes, uses, renames and removes runtime parameters, as a person does.
@ExtendWith(FxToolkit.class)
class RuntimeParametersTest {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final RuntimeReference BATCH = new RuntimeReference("train_batch_size");

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    edit(new Edit.SetParameter(TRAINER, "train_batch_size", ParameterValue.of(64)));
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private void edit(Edit edit) {
    Fx.run(() -> tab.project().edit(edit));
    Fx.settle();
  }

  private Optional<ParameterValue> batch() {
    return document().node(TRAINER).orElseThrow().parameters().get("train_batch_size");
  }

  private Node refer(String spoken) {
    return Fx.call(
        () ->
            window.find(".inspector").lookupAll(".text-field").stream()
                .filter(each -> spoken.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .getParent()
                .getParent()
                .lookup(".form-refer"));
  }

  @Test
  void makesAParameterOfAFieldAndShowsItsValue(Hands hands) {
    Fx.run(() -> tab.canvas().reveal(TRAINER));
    Fx.settle();
    hands.click(refer("Train batch size"));
    Fx.settle();
    hands.press(KeyCode.DOWN);
    Screens.write(window.scene(), "reference-menu");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(Optional.of(BATCH), batch());
    assertEquals(
        List.of(RuntimeParameter.of("train_batch_size", Kind.INT, ParameterValue.of(64))),
        document().parameters());
    assertTrue(window.says("= 64"));
    Screens.write(window.scene(), "reference");
    Fx.run(() -> tab.project().undo());
    assertEquals(Optional.of(ParameterValue.of(64)), batch());
    assertEquals(List.of(), document().parameters());
  }

  private void withParameter() {
    edit(
        new Edit.Sequence(
            List.of(
                new Edit.SetRuntimeParameter(
                    RuntimeParameter.of("train_batch_size", Kind.INT, ParameterValue.of(64))),
                new Edit.SetParameter(TRAINER, "train_batch_size", BATCH))));
    Fx.run(() -> ((GraphView) window.find(".graph-view")).getSelection().clear());
    Fx.settle();
  }

  private Node name() {
    return Fx.call(() -> window.find(".parameter-card").lookup(".text-field"));
  }

  @Test
  void renamesAParameterWhereverItIsUsed(Hands hands) {
    withParameter();
    Screens.write(window.scene(), "pipeline-panel");
    hands.click(name());
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.type("batch");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(Optional.of(new RuntimeReference("batch")), batch());
    assertEquals(
        List.of(RuntimeParameter.of("batch", Kind.INT, ParameterValue.of(64))),
        document().parameters());
    assertTrue(window.says("Trainer.train_batch_size"));

    hands.click(name());
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.type("2 wrong");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    Screens.write(window.scene(), "pipeline-panel-wrong");
    assertEquals("batch", document().parameters().getFirst().name());
  }

  @Test
  void putsTheDefaultWhereAParameterWasUsedThatIsRemoved(Hands hands) {
    withParameter();
    hands.click(window.find(".parameter-remove"));
    Fx.settle();
    assertEquals(Optional.of(ParameterValue.of(64)), batch());
    assertEquals(List.of(), document().parameters());
    assertFalse(window.says("${train_batch_size}"));
  }

  @Test
  void addsAParameterAndAsksForItBeforeARun(Hands hands) {
    Fx.run(() -> ((GraphView) window.find(".graph-view")).getSelection().clear());
    Fx.settle();
    hands.click(window.find("#add-parameter"));
    Fx.settle();
    hands.type("release");
    hands.press(KeyCode.ENTER);
    Fx.settle();
    assertEquals(
        List.of(RuntimeParameter.required("release", Kind.STRING)), document().parameters());
    hands.press(KeyCode.F5);
    Fx.settle();
    assertEquals(List.of("values [release]"), window.answers.asked);
    assertEquals(
        Optional.of(Map.of()),
        Fx.call(
            () -> {
              window.answers.values = Optional.of(Map.of());
              return tab.given().apply(tab.run()).map(Map::copyOf);
            }));
  }
}
