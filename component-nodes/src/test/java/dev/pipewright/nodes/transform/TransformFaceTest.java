package dev.pipewright.nodes.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class TransformFaceTest {

  private static ParameterValue outputs(String... expressions) {
    List<ParameterValue> outputs = new ArrayList<>();
    for (String expression : expressions) {
      SequencedMap<String, ParameterValue> fields = new LinkedHashMap<>();
      fields.put("name", ParameterValue.of("f" + outputs.size()));
      fields.put("expression", ParameterValue.of(expression));
      outputs.add(ParameterValue.of(fields));
    }
    return ParameterValue.of(outputs);
  }

  @Test
  void readsWhatTheGraphHolds() throws IOException {
    assertEquals(
        new MadeTransform(7, 7, 3, 9),
        MadeTransform.read(TestNode.artifact("penguins", "transform_graph")));
  }

  @Test
  void saysWhatIsPlannedAndThenWhatWasMade() {
    TestNode model = TestNode.penguins("Transform");
    var face =
        FaceTexts.face(
            new TransformBinding(), model, "7 raw → 7 transformed", "3 vocabularies · 4 scaled");
    assertEquals(FooterNote.of("14 ops"), face.note().getValue());
    Fx.run(() -> model.made("penguins", "transform_graph"));
    FaceTexts.await(face, "7 raw → 7 transformed", "3 vocabularies · 9 terms");
    assertEquals(FooterNote.of("14 ops"), face.note().getValue());
  }

  @Test
  void countsAFeatureThatIsUsedTwiceOnce() {
    TestNode model =
        TestNode.of("Transform")
            .with("outputs", outputs("tft.bucketize(fare, num_buckets=10)", "fare + fare"));
    var face = FaceTexts.face(new TransformBinding(), model, "1 raw → 2 transformed", "1 bucketed");
    assertEquals(FooterNote.of("2 ops"), face.note().getValue());
  }

  @Test
  void saysThatAnExpressionIsWrong() {
    TestNode model = TestNode.of("Transform").with("outputs", outputs("tft.scale_to_z_score("));
    var face = FaceTexts.face(new TransformBinding(), model, "See the problems");
    assertEquals(FooterNote.NONE, face.note().getValue());
    Fx.run(() -> model.with("outputs", outputs()));
    FaceTexts.await(face, "No features chosen");
  }
}
