package dev.pipewright.nodes.importer;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ImporterFaceTest {

  @Test
  void saysWhatItBringsInAndFromWhere() {
    TestNode model = TestNode.of("Importer");
    var face = FaceTexts.face(new ImporterBinding(), model, "No type chosen", "No file chosen");
    Fx.run(
        () ->
            model
                .with("artifact_type", ParameterValue.of("Schema"))
                .with("source_uri", ParameterValue.of("data/schema")));
    FaceTexts.await(face, "Schema", "data/schema");
    Fx.run(() -> model.made("result", Path.of("/project/data/schema")));
    FaceTexts.await(face, "Schema", "data/schema");
  }
}
