package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawFeaturesTest {

  private static Map<String, ValueType> of(String schema) {
    return RawFeatures.of(SchemaText.parse(schema, Path.of("schema.pbtxt")));
  }

  @Test
  void readsShapesAsDenseAndTheRestAsSparse() {
    assertEquals(
        Map.of(
            "a", ValueType.dense(ElementType.INT64, List.of(1)),
            "b", ValueType.scalar(ElementType.FLOAT32),
            "c", ValueType.dense(ElementType.STRING, List.of(2, 3)),
            "d", ValueType.sparse(ElementType.FLOAT32)),
        of(
            """
            feature { name: "a" type: INT presence { min_fraction: 1 } shape { dim { size: 1 } } }
            feature { name: "b" type: FLOAT presence { min_fraction: 1 } shape { } }
            feature {
              name: "c" type: BYTES presence { min_fraction: 1 }
              shape { dim { size: 2 } dim { size: 3 } }
            }
            feature { name: "d" type: FLOAT value_count { min: 1 max: 1 } }
            feature { name: "e" type: FLOAT lifecycle_stage: DEPRECATED }
            feature { name: "f" type: STRUCT }
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dim { size: 3000000000 }",
        "dim { size: -1 }",
        "dim { size: 0 }",
        "dim { size: 2 } dim { name: 'rest' }",
        "dim { size: 65536 } dim { size: 65536 }",
      })
  void refusesAShapeThatNoRowCanHave(String dims) {
    var e =
        assertThrows(
            ParameterException.class,
            () ->
                of(
                    "feature { name: 'a' type: INT presence { min_fraction: 1 } shape { "
                        + dims
                        + " } }"));
    assertEquals("The schema gives the feature a shape that no row can have.", e.what());
    assertEquals("feature a", e.where().subject());
    assertEquals("Correct the sizes of its shape, or remove the shape.", e.fix());
  }

  @Test
  void refusesAShapeThatMayBeMissing() {
    var e =
        assertThrows(
            ParameterException.class,
            () -> of("feature { name: \"a\" type: INT shape { dim { size: 1 } } }"));
    assertEquals("feature a", e.where().subject());
  }
}
