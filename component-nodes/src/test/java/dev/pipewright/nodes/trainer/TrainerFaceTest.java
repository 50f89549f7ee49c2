package dev.pipewright.nodes.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Sparkline;
import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class TrainerFaceTest {

  private final TestNode model = TestNode.penguins("Trainer");

  private static Sparkline curve(NodeFace face) {
    return (Sparkline) face.preview().lookup(".sparkline");
  }

  @Test
  void saysWhatIsPlanned() {
    NodeFace face =
        FaceTexts.face(new TrainerBinding(), model, "crossentropy", "300 steps", "batch 20");
    assertEquals(FooterNote.NONE, face.note().getValue());
    assertEquals(200, new TrainerBinding().width());
  }

  @Test
  void showsTheLossAsItFalls() {
    NodeFace face = Fx.call(() -> new TrainerBinding().face(model));
    Fx.run(() -> model.is(State.RUNNING, 1_000, 0));
    Fx.run(
        () -> {
          model.scalars().add("train/loss", 50, 0.5);
          model.is(State.RUNNING, 2_000, 50 / 300.0);
        });
    FaceTexts.await(face, "loss", "0.500", "step 50 / 300", "50 steps/s");
    assertEquals(FooterNote.of("ETA 5 s"), face.note().getValue());
    assertEquals(300, curve(face).getExpectedLastX());
    Fx.run(
        () -> {
          model.scalars().add("train/loss", 100, 0.25);
          model.scalars().add("validation/loss", 100, 0.266);
          model.scalars().add("validation/sparse_categorical_accuracy", 100, 0.99);
        });
    FaceTexts.await(face, "loss", "0.250", "0.266", "step 100 / 300", "50 steps/s");
    assertEquals(
        List.of("series-train", "series-eval"),
        curve(face).lines().stream().map(PlotLine::styleClass).toList());
    Fx.run(() -> model.is(State.DONE, 3_000));
    FaceTexts.await(face, "loss", "0.250", "0.266", "step 100 / 300", "accuracy 0.990");
    assertEquals(FooterNote.NONE, face.note().getValue());
    assertEquals(Double.NaN, curve(face).getExpectedLastX());
  }

  @Test
  void forgetsTheLastTrainingWhenTheNextBegins() {
    NodeFace face = Fx.call(() -> new TrainerBinding().face(model));
    Fx.run(() -> model.scalars().add("train/loss", 300, 0.1));
    FaceTexts.await(face, "loss", "0.100", "300 steps");
    Fx.run(
        () -> {
          model.scalars().clear();
          model.is(State.RUNNING, 0, Double.NaN);
        });
    FaceTexts.await(face, "crossentropy", "300 steps");
  }

  @Test
  void readsTheCurvesOfAnEarlierTraining() {
    model.made("penguins", "model_run").is(State.CACHED, 0);
    NodeFace face =
        FaceTexts.face(
            new TrainerBinding(), model, "loss", "2.1e-4", "0.022", "300 steps", "accuracy 0.993");
    assertEquals(30, Fx.call(() -> curve(face).lines().getFirst().series().size()));
  }

  @Test
  void saysThatTheCurvesCannotBeRead(@TempDir Path folder) throws IOException {
    Path run = Files.createDirectory(folder.resolve("train"));
    Files.writeString(run.resolve("events.out.tfevents.1"), "these are no events at all");
    model.made("model_run", folder).is(State.DONE, 1_000);
    FaceTexts.face(new TrainerBinding(), model, "crossentropy", "300 steps", "Cannot be read");
  }

  @Test
  void takesEpochsWhereThereAreNoBatches() throws IOException {
    RecordedCurves curves =
        RecordedCurves.read(Map.of("model_run", TestNode.artifact("penguins", "model_run")));
    assertNotNull(curves.train());
    assertNotNull(curves.eval());
    assertEquals(30, curves.train().size());
    assertEquals("accuracy 0.993", curves.metric());
    assertEquals(
        new RecordedCurves(null, null, ""),
        RecordedCurves.read(Map.of("model_run", TestNode.artifact("penguins", "schema"))));
  }

  @Test
  void followsParametersWhileAPersonTypesThem() {
    NodeFace face = Fx.call(() -> new TrainerBinding().face(model));
    Fx.run(() -> model.with("train_args", ParameterValue.of("many")));
    FaceTexts.await(face, "crossentropy", "no steps", "batch 20");
    Fx.run(
        () ->
            model
                .with(
                    "train_args", ParameterValue.of(Map.of("num_steps", ParameterValue.of(10_000))))
                .with("loss", ParameterValue.of(Map.of("class_name", ParameterValue.of("Huber")))));
    FaceTexts.await(face, "Huber", "10,000 steps", "batch 20");
  }
}
