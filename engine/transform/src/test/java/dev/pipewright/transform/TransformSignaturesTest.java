package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TransformSignaturesTest {

  private static final TreeMap<String, ValueType> FEATURES =
      new TreeMap<>(
          Map.of(
              "a", ValueType.sparse(ElementType.INT64),
              "b", ValueType.scalar(ElementType.INT64),
              "c", ValueType.sparse(ElementType.STRING)));

  @Test
  void numbersInputsAsTfxDoes() {
    assertEquals(
        Map.of(
            "a", List.of("inputs", "inputs_1", "inputs_2"),
            "b", List.of("inputs_3"),
            "c", List.of("inputs_4", "inputs_5", "inputs_6")),
        TransformSignatures.inputKeys(FEATURES));
  }

  @Test
  void namesOutputsByThePartsTheyHave() {
    assertEquals(
        Map.of(
            "a", List.of("a/indices", "a/values", "a/dense_shape"),
            "b", List.of("b"),
            "c", List.of("c/indices", "c/values", "c/dense_shape")),
        TransformSignatures.outputKeys(FEATURES));
  }
}
