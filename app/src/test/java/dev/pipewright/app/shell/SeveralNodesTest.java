package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Edits what several selected nodes share, as a person does.
@ExtendWith(FxToolkit.class)
class SeveralNodesTest {

  private static final NodeId FIRST = new NodeId("Trainer");
  private static final NodeId SECOND = new NodeId("Trainer2");

  private OpenWindow window;
  private PipelineTab tab;

  @BeforeEach
  void open(@TempDir Path folder) {
    window = OpenWindow.of(folder);
    tab = window.penguins(folder);
    Node trainer = document().node(FIRST).orElseThrow();
    Node second =
        trainer.withId(SECOND).withParameters(trainer.parameters().without("train_batch_size"));
    edit(Edit.AddNode.last(document(), second));
    edit(new Edit.SetParameter(FIRST, "train_batch_size", ParameterValue.of(64)));
  }

  private Pipeline document() {
    return Fx.call(() -> tab.project().document().get());
  }

  private void edit(Edit edit) {
    Fx.run(() -> tab.project().edit(edit));
    Fx.settle();
  }

  private void select(String... nodes) {
    Fx.run(
        () -> ((GraphView) window.find(".graph-view")).getSelection().selectNodes(List.of(nodes)));
    Fx.settle();
  }

  private TextField field(String spoken) {
    return Fx.call(
        () ->
            window.find(".inspector").lookupAll(".text-field").stream()
                .filter(each -> spoken.equals(each.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + spoken)));
  }

  private List<Optional<ParameterValue>> values(String name) {
    return Stream.of(FIRST, SECOND)
        .map(id -> document().node(id).orElseThrow().parameters().get(name))
        .toList();
  }

  @Test
  void setsAParameterOfAllInOneStep(Hands hands) {
    select("Trainer", "Trainer2");
    assertTrue(window.says("2 nodes"));
    assertTrue(window.says("2 Trainer"));
    Screens.write(window.scene(), "several-nodes");
    TextField batch = field("Train batch size");
    assertEquals("", Fx.call(batch::getText));
    assertEquals("mixed", Fx.call(batch::getPromptText));

    hands.click(batch);
    hands.type("128");
    hands.press(KeyCode.ENTER);
    Fx.settle();

    Optional<ParameterValue> set = Optional.of(ParameterValue.of(128));
    assertEquals(List.of(set, set), values("train_batch_size"));
    assertEquals("128", Fx.call(batch::getText));
    Fx.run(() -> tab.project().undo());
    Fx.settle();
    assertEquals(
        List.of(Optional.of(ParameterValue.of(64)), Optional.empty()), values("train_batch_size"));
    assertEquals("mixed", Fx.call(batch::getPromptText));
  }

  @Test
  void keepsWhatNodesDifferInWhenAnotherFieldOfAnObjectIsSet(Hands hands) {
    ParameterValue args =
        document().node(SECOND).orElseThrow().parameters().get("train_args").orElseThrow();
    ParameterValue.Fields changed =
        ((ParameterValue.Fields) args)
            .with("splits", ParameterValue.of(List.of(ParameterValue.of("eval"))));
    edit(new Edit.SetParameter(SECOND, "train_args", changed));
    select("Trainer", "Trainer2");

    TextField steps = field("Train steps");
    hands.click(steps);
    Fx.run(steps::clear);
    hands.type("77");
    hands.press(KeyCode.ENTER);
    Fx.settle();

    assertEquals(
        List.of(
            Optional.of(((ParameterValue.Fields) args).with("num_steps", ParameterValue.of(77))),
            Optional.of(changed.with("num_steps", ParameterValue.of(77)))),
        values("train_args"));
  }

  private List<String> texts() {
    return Fx.call(
        () ->
            window.find(".inspector").lookupAll(".message-text").stream()
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .toList());
  }

  @Test
  void saysWhichNodeIsWrong() {
    select("Trainer", "Trainer2");
    edit(new Edit.SetParameter(SECOND, "save_checkpoints_secs", ParameterValue.of(-1)));
    Fx.await(
        "the problem",
        () ->
            window.find(".inspector").lookupAll(".message-text").stream()
                    .map(Object::toString)
                    .count()
                > 0);
    Screens.write(window.scene(), "several-problem");
  }

  @Test
  void showsWhatDifferentComponentsShareAndMutesThemAll(Hands hands) {
    select("SchemaGen", "StatisticsGen");
    assertTrue(window.says("1 SchemaGen, 1 StatisticsGen"));
    Screens.write(window.scene(), "several-kinds");
    hands.click(
        Fx.call(
            () ->
                window.find(".nodes-tools").lookupAll(".icon-button").stream()
                    .filter(button -> "edit.mute".equals(button.getId()))
                    .findFirst()
                    .orElseThrow()));
    Fx.settle();
    assertEquals(Node.Mode.MUTED, document().node(new NodeId("SchemaGen")).orElseThrow().mode());
    assertEquals(
        Node.Mode.MUTED, document().node(new NodeId("StatisticsGen")).orElseThrow().mode());
    hands.click(window.find(".nodes-names > .hyperlink"));
    Fx.settle();
    assertFalse(window.says("2 nodes"));
  }

  @Test
  void looksTheSameInTheDarkAndWhereThereIsLittleRoom(@TempDir Path folder) {
    OpenWindow small = OpenWindow.of(folder, 1280, 720);
    PipelineTab open = small.penguins(folder);
    Fx.run(() -> small.workbench.layout().switchTheme());
    Fx.run(
        () ->
            open.project()
                .edit(
                    new Edit.Sequence(
                        List.of(
                            new Edit.SetRuntimeParameter(
                                RuntimeParameter.of(
                                    "batch", RuntimeParameter.Kind.INT, ParameterValue.of(64))),
                            new Edit.SetParameter(
                                FIRST,
                                "train_batch_size",
                                new ParameterValue.RuntimeReference("batch")),
                            new Edit.SetCondition(
                                new NodeId("Pusher"),
                                "Evaluator.blessing.custom_property('blessed') == 1")))));
    Fx.settle();
    Screens.write(small.scene(), "pipeline-panel-dark-small");
    assertEquals(List.of(), CutTexts.of(small.find(".inspector")));
    Fx.run(() -> open.canvas().reveal(new NodeId("Pusher")));
    Fx.settle();
    Screens.write(small.scene(), "condition-dark-small");
  }
}
