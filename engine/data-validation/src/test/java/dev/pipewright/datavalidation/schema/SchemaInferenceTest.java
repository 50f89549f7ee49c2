package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.datavalidation.schema.SchemaInference.Shapes;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.StructStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaInferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"semantic", "weighted"})
  void infersTfdvsSchemaFromWhatValuesMeanAndWeigh(String table) {
    assertEquals(
        Goldens.text(table + ".inferred.schema.pbtxt"),
        SchemaText.write(SchemaInference.infer(Goldens.dataset(table), Shapes.INFERRED)));
  }

  @Test
  void infersTfdvsSchemaWithShapesByteForByte() {
    var schema = SchemaInference.infer(Goldens.dataset("first"), Shapes.INFERRED);

    assertEquals(Goldens.text("first.shapes.schema.pbtxt"), SchemaText.write(schema));
  }

  @Test
  void infersTfdvsSchemaWithoutShapesByteForByte() {
    var schema = SchemaInference.infer(Goldens.dataset("first"), Shapes.OMITTED);

    assertEquals(Goldens.text("first.counts.schema.pbtxt"), SchemaText.write(schema));
  }

  @Test
  void updatesASchemaAsTfdvDoes() {
    var schema = SchemaInference.update(Goldens.schema("first.shapes"), Goldens.dataset("second"));

    assertEquals(Goldens.text("updated.shapes.schema.pbtxt"), SchemaText.write(schema));
  }

  @Test
  void updatesValueCountsAsTfdvDoes() {
    var schema = SchemaInference.update(Goldens.schema("first.counts"), Goldens.dataset("second"));

    assertEquals(Goldens.text("updated.counts.schema.pbtxt"), SchemaText.write(schema));
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict", "malformed"})
  void mendsASchemaAsTfdvDoes(String name) {
    var schema = SchemaInference.update(Goldens.schema(name), Goldens.dataset("first"));

    assertEquals(Goldens.text("updated." + name + ".schema.pbtxt"), SchemaText.write(schema));
  }

  @Test
  void leavesASchemaThatFitsAsItIs() {
    var schema = Goldens.schema("first.shapes");

    assertEquals(schema, SchemaInference.update(schema, Goldens.dataset("first")));
  }

  @Test
  void refusesNestedFeatures() {
    var nested =
        FeatureNameStatistics.newBuilder()
            .setPath(Path.newBuilder().addStep("a").addStep("b"))
            .setStructStats(StructStatistics.getDefaultInstance());
    var statistics = DatasetFeatureStatistics.newBuilder().addFeatures(nested).build();

    var e =
        assertThrows(DataException.class, () -> SchemaInference.infer(statistics, Shapes.INFERRED));

    assertEquals("feature a.b", e.where().subject());
  }
}
