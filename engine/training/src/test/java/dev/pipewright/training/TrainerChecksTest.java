package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerChecksTest {

  @Test
  void isFoundAsAComponent() {
    assertTrue(
        ServiceLoader.load(Component.class).stream()
            .anyMatch(p -> p.get().spec().name().equals("Trainer")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi", "penguins"})
  void findsNothingWrongWithTheSamples(String sample) {
    assertEquals(List.of(), TrainerChecks.check(Samples.bound(Samples.sample(sample))));
  }

  @Test
  void offersTheNearestThatIsMeasured() {
    assertEquals(
        List.of(
            new Finding(
                "early_stopping.monitor",
                "Nothing named val_acu is measured.",
                "Did you mean \"val_auc\"?")),
        check("{\"early_stopping\": {\"monitor\": \"val_acu\"}}"));
  }

  @Test
  void refusesALabelThatTheModelIsGiven() {
    assertEquals(
        List.of(
            new Finding(
                "label_key",
                "The model takes n as an input, so that it need not learn it.",
                "Choose another label, or remove the input.")),
        check("{\"label_key\": \"n\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sparse_categorical_crossentropy", "categorical_crossentropy"})
  void refusesALossThatDoesNotFitTheOutput(String loss) {
    assertEquals(
        List.of(
            new Finding(
                "loss",
                "The loss wants a value for each class, and output gives one value.",
                "Give the layer as many units as there are classes, or use"
                    + " binary_crossentropy.")),
        check("{\"loss\": \"" + loss + "\"}"));
  }

  @Test
  void findsEveryMistakeOfCompileAtOnce() {
    List<Finding> findings =
        check("{\"loss\": \"hinge\", \"optimizer\": \"adm\", \"metrics\": [\"auc\", \"f3\"]}");

    assertEquals(
        List.of("optimizer", "loss", "metrics[1]"), findings.stream().map(Finding::field).toList());
    assertEquals("optimizer adm: There is no optimizer adm.", findings.getFirst().what());
  }

  @Test
  void refusesTwoMetricsOfOneName() {
    List<Finding> findings = check("{\"metrics\": [\"auc\", \"AUC\"]}");

    assertEquals(1, findings.size());
    assertEquals("metric auc: Two metrics have the name auc.", findings.getFirst().what());
  }

  @Test
  void namesTheLayerThatIsWrong() {
    String json = JsonText.compact(Samples.binary().get("model"));
    List<Finding> findings =
        check("{\"model\": " + json.replace("\"CategoryEncoding\"", "\"CategoryEncodng\"") + "}");

    assertEquals(1, findings.size());
    assertEquals("model", findings.getFirst().field());
    assertEquals(
        "layer encoding (CategoryEncodng): There is no layer CategoryEncodng.",
        findings.getFirst().what());
  }

  @Test
  void refusesSeveralOutputsAndInputsOfUnknownLength() {
    String json = JsonText.compact(Samples.binary().get("model"));
    assertEquals(
        "The model has the outputs output, all.",
        check("{\"model\": " + json.replace("[\"output\"]", "[\"output\", \"all\"]") + "}")
            .getFirst()
            .what());
    String unknown =
        json.replace("{\"batch_shape\": [null, 2]}", "{\"batch_shape\": [null, null]}");
    assertTrue(!unknown.equals(json), json);
    assertEquals(1, check("{\"model\": " + unknown + "}").size());
  }

  @Test
  void wantsASplit() {
    assertEquals(
        List.of(new Finding("train_args.splits", "There is no split.", "Name a split.")),
        check("{\"train_args\": {\"splits\": []}}"));
  }

  @Test
  void boundsTheBatchSizes() {
    List<ParameterType> types =
        TrainerSpec.SPEC.parameters().stream()
            .filter(p -> p.name().endsWith("_batch_size"))
            .map(ParameterSpec::type)
            .toList();

    var range = new ParameterType.Int(1, 1_000_000);
    assertEquals(List.of(range, range), types);
  }

  private static List<Finding> check(String json) {
    return TrainerChecks.check(Samples.bound(Samples.with(Samples.binary(), json)));
  }
}
