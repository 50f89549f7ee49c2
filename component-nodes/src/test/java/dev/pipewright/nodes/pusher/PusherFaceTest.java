package dev.pipewright.nodes.pusher;

import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class PusherFaceTest {

  @Test
  void saysWhereModelsGo() {
    FaceTexts.face(new PusherBinding(), TestNode.penguins("Pusher"), "to serving_model");
    FaceTexts.face(new PusherBinding(), TestNode.of("Pusher"), "No destination chosen");
  }

  @Test
  void saysThatTheModelWasNotPushed(@TempDir Path folder) throws IOException {
    TestNode model = TestNode.penguins("Pusher").made("pushed_model", folder);
    var face = FaceTexts.face(new PusherBinding(), model, "Not pushed");
    Path other = Files.createDirectory(folder.resolve("2"));
    Files.writeString(other.resolve("saved_model.pb"), "");
    Fx.run(() -> model.made("pushed_model", other));
    FaceTexts.await(face, "to serving_model");
  }
}
