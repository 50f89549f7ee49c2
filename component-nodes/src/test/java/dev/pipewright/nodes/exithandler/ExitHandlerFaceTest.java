package dev.pipewright.nodes.exithandler;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ExitHandlerFaceTest {

  @Test
  void saysWhenItWorksAndWhereItNotesHowRunsEnd() {
    TestNode model = TestNode.of("ExitHandler");
    var face =
        FaceTexts.face(
            new ExitHandlerBinding(), model, "After all other nodes", "No folder chosen");
    Fx.run(() -> model.with("output_folder", ParameterValue.of("status")));
    FaceTexts.await(face, "After all other nodes", "to status");
  }
}
