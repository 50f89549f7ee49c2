package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TransformComponentTest {

  private static List<Finding> check(String... namesAndExpressions) {
    List<ParameterValue> outputs = new ArrayList<>();
    for (int i = 0; i < namesAndExpressions.length; i += 2) {
      outputs.add(
          ParameterValue.of(
              Map.of(
                  "name",
                  ParameterValue.of(namesAndExpressions[i]),
                  "expression",
                  ParameterValue.of(namesAndExpressions[i + 1]))));
    }
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    values.put("outputs", ParameterValue.of(outputs));
    return new TransformComponent().check(Parameters.of("Transform", values));
  }

  @Test
  void isFoundByServiceLoader() {
    assertTrue(
        ServiceLoader.load(Component.class).stream()
            .anyMatch(p -> p.type() == TransformComponent.class));
  }

  @Test
  void findsNothingWrongWithGoodOutputs() {
    assertEquals(List.of(), check("a", "x + 1", "b", "tft.bucketize(y, 3)"));
  }

  @Test
  void findsWhatIsWrongWithEachOutput() {
    assertEquals(
        List.of(
            new Finding(
                "outputs[0].expression",
                "There is no function tft.bucketise. (character 1)",
                "Did you mean tft.bucketize?"),
            new Finding("outputs[1].name", "There are two outputs a.", "Rename one of them."),
            new Finding("outputs[2].name", "The output has no name.", "Give it one."),
            new Finding(
                "outputs[2].expression",
                "Expected a value but found the end. (character 1)",
                "Mend the expression there.")),
        check("a", "tft.bucketise(x, 3)", "a", "x", "", ""));
  }

  @Test
  void asksForAnOutput() {
    assertEquals("There are no outputs.", check().getFirst().what());
  }

  @Test
  void leavesRuntimeReferencesToTheRun() {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    values.put(
        "outputs",
        ParameterValue.of(
            List.of(
                ParameterValue.of(
                    Map.of(
                        "name",
                        ParameterValue.of("a"),
                        "expression",
                        new ParameterValue.RuntimeReference("formula"))))));
    assertEquals(List.of(), new TransformComponent().check(Parameters.of("Transform", values)));
  }
}
