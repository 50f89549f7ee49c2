package dev.pipewright.nodes.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.nodes.evaluator.Verdict.Blessing;
import dev.pipewright.nodes.evaluator.Verdict.Metric;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class EvaluatorFaceTest {

  private static final String ACCURACY = "sparse_categorical_accuracy";

  private static Verdict read(String run) {
    return Verdict.read(
        Map.of(
            "evaluation", TestNode.artifact(run, "evaluation"),
            "blessing", TestNode.artifact(run, "blessing")));
  }

  @Test
  void readsWhetherAndByWhichNumberTheModelIsBlessed() {
    assertEquals(
        new Verdict(
            Blessing.BLESSED,
            4,
            new Metric(ACCURACY, 139 / 140.0, new Bound(ACCURACY, true, 0.9)),
            0),
        read("penguins"));
    assertEquals(
        new Verdict(
            Blessing.NOT_BLESSED,
            4,
            new Metric(ACCURACY, 127 / 140.0, new Bound(ACCURACY, true, 0.9999)),
            3),
        read("strict"));
  }

  @Test
  void hasNoBlessingWithoutItsOutput() {
    Verdict verdict =
        Verdict.read(Map.of("evaluation", TestNode.artifact("penguins", "evaluation")));
    assertEquals(Blessing.NONE, verdict.blessing());
  }

  @Test
  void saysWhatIsAskedAndThenWhatCameOut() {
    TestNode model = TestNode.penguins("Evaluator");
    var face = FaceTexts.face(new EvaluatorBinding(), model, "2 slicings · accuracy ≥ 0.9");
    Fx.run(() -> model.made("penguins", "evaluation", "blessing"));
    FaceTexts.await(face, "Blessed", "4 slices", "accuracy 0.993 (≥ 0.9)");
    assertEquals(FooterNote.NONE, face.note().getValue());
    Fx.run(() -> model.made("strict", "evaluation", "blessing"));
    FaceTexts.await(face, "Not blessed", "4 slices", "accuracy 0.907 (≥ 0.9999)");
    assertEquals(
        FooterNote.link(
            "Review", new NodeRequest.OpenOutput(new NodeId("Evaluator"), "evaluation")),
        face.note().getValue());
  }

  private static ParameterValue config(String metrics) {
    return JsonText.parse(
        """
        {"model_specs": [{"label_key": "tips"}], "metrics_specs": [{"metrics": [%s]}]}
        """
            .formatted(metrics));
  }

  @Test
  void saysThatThereAreNoThresholds() {
    FaceTexts.face(
        new EvaluatorBinding(),
        TestNode.of("Evaluator").with("eval_config", config("{\"class_name\": \"AUC\"}")),
        "1 slicing · no thresholds");
  }

  @Test
  void takesUpperBoundsAndThoseOfTheOverallSlice() {
    FaceTexts.face(
        new EvaluatorBinding(),
        TestNode.of("Evaluator")
            .with(
                "eval_config",
                config(
                    """
                    {"class_name": "AUC", "per_slice_thresholds": [
                      {"slicing_specs": [{"feature_keys": ["hour"]}],
                       "threshold": {"value_threshold": {"lower_bound": 0.5}}},
                      {"slicing_specs": [{}],
                       "threshold": {"value_threshold": {"upper_bound": 0.99}}}]}
                    """)),
        "1 slicing · auc ≤ 0.99");
  }

  @Test
  void holdsValuesAgainstBounds() {
    assertEquals(
        List.of(true, false, true, false),
        List.of(
            new Bound("auc", true, 0.8).holds(0.8),
            new Bound("auc", true, 0.8).holds(0.79),
            new Bound("loss", false, 0.8).holds(0.8),
            new Bound("loss", false, 0.8).holds(0.81)));
  }

  @Test
  void saysThatTheConfigIsNotComplete() {
    FaceTexts.face(new EvaluatorBinding(), TestNode.of("Evaluator"), "See the problems");
  }
}
