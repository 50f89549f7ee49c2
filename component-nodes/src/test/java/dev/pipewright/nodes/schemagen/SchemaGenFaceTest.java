package dev.pipewright.nodes.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protos.tfmd.BoolDomain;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class SchemaGenFaceTest {

  @Test
  void countsFeaturesAndDomains() throws IOException {
    assertEquals(new SchemaSize(8, 3), SchemaSize.read(TestNode.artifact("penguins", "schema")));
  }

  @Test
  void countsDomainsOfEveryKind() {
    Schema schema =
        Schema.newBuilder()
            .addFeature(Feature.newBuilder().setName("free"))
            .addFeature(Feature.newBuilder().setName("named").setDomain("cities"))
            .addFeature(
                Feature.newBuilder()
                    .setName("range")
                    .setIntDomain(IntDomain.newBuilder().setMax(5)))
            .addFeature(
                Feature.newBuilder().setName("flag").setBoolDomain(BoolDomain.getDefaultInstance()))
            .build();
    assertEquals(new SchemaSize(4, 3), SchemaSize.of(schema));
    assertEquals("", new SchemaSize(4, 0).domainsText());
  }

  @Test
  void saysWhatIsInferredAndThenHowMuch() {
    TestNode model = TestNode.penguins("SchemaGen");
    var face = FaceTexts.face(new SchemaGenBinding(), model, "Types, shapes, domains");
    Fx.run(() -> model.with("infer_feature_shape", ParameterValue.of(false)));
    FaceTexts.await(face, "Types, domains");
    Fx.run(() -> model.made("penguins", "schema"));
    FaceTexts.await(face, "8 features · 3 domains");
  }

  @Test
  void namesTheFileOfAnImportedSchema() {
    TestNode model = TestNode.of("ImportSchemaGen");
    var face = FaceTexts.face(new ImportSchemaGenBinding(), model, "No file chosen");
    Fx.run(() -> model.with("schema_file", ParameterValue.of("data\\schemas/taxi.pbtxt")));
    FaceTexts.await(face, "taxi.pbtxt");
    Fx.run(() -> model.made("penguins", "schema"));
    FaceTexts.await(face, "8 features · taxi.pbtxt");
  }
}
