package dev.pipewright.nodes.resolver;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ResolverFaceTest {

  @Test
  void saysWhatItLooksForAndThatThereIsNone() {
    TestNode model = TestNode.penguins("latest_blessed_model_resolver");
    var face = FaceTexts.face(new ResolverBinding(), model, "Latest blessed");
    Fx.run(() -> model.is(State.DONE, 40));
    FaceTexts.await(face, "Latest blessed · none yet");
    Fx.run(() -> model.with("strategy", ParameterValue.of("latest_artifact")));
    FaceTexts.await(face, "Latest model · none yet");
  }

  @Test
  void saysNoRunWhereItIsNotKnown() {
    FaceTexts.face(
        new ResolverBinding(),
        TestNode.penguins("latest_blessed_model_resolver")
            .made("model", Path.of("/elsewhere/model"))
            .is(State.CACHED, 0),
        "Latest blessed");
  }
}
