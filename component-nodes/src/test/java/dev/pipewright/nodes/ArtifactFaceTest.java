package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.NodeBinding.NodeFace;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ArtifactFaceTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final CountDownLatch mayRead = new CountDownLatch(1);
  private final TestNode model = TestNode.penguins("SchemaGen");

  /// Says the name of the folder, and whether shapes are inferred.
  private final class Content implements FaceContent<String> {

    @Override
    public Set<String> ports() {
      return Set.of("schema");
    }

    @Override
    public String read(Map<String, Path> folders) throws InterruptedException {
      reads.incrementAndGet();
      String name = String.valueOf(folders.get("schema").getFileName());
      if (name.equals("slow")) {
        mayRead.await();
      }
      return name;
    }

    @Override
    public Node planned(Parameters parameters, State state) {
      return FaceParts.line("planned " + parameters.flag("infer_feature_shape") + " " + state);
    }

    @Override
    public Node made(String value, Parameters parameters) {
      return FaceParts.line("made " + value);
    }

    @Override
    public FooterNote madeNote(NodeId node, String value, Parameters parameters) {
      return FooterNote.of(value);
    }
  }

  private NodeFace face() {
    return Fx.call(() -> new ArtifactFace<>(model, new Content()));
  }

  @Test
  void saysWhatIsPlannedUntilThereAreOutputs() {
    NodeFace face = face();
    FaceTexts.await(face, "planned true NEW");
    assertEquals(FooterNote.NONE, face.note().getValue());
    Fx.run(() -> model.with("infer_feature_shape", ParameterValue.of(false)));
    FaceTexts.await(face, "planned false NEW");
    Fx.run(() -> model.made("schema", Path.of("/runs/1")));
    FaceTexts.await(face, "made 1");
    assertEquals(FooterNote.of("1"), face.note().getValue());
  }

  @Test
  void readsOutputsOnceHoweverTheNodeIs() {
    model.made("schema", Path.of("/runs/1"));
    NodeFace face = face();
    FaceTexts.await(face, "made 1");
    Node shown = Fx.call(() -> shown(face));
    for (State state : State.values()) {
      Fx.run(() -> model.is(state, 1));
    }
    Fx.run(() -> model.made("schema", Path.of("/runs/1")));
    Fx.settle();
    assertEquals(1, reads.get());
    Fx.run(() -> model.is(State.CANCELLED, 2));
    assertEquals(List.of("made 1"), FaceTexts.of(face.preview()));
    Fx.run(() -> assertEquals(shown.getClass(), shown(face).getClass()));
  }

  private static Node shown(NodeFace face) {
    return ((javafx.scene.Parent) face.preview()).getChildrenUnmodifiable().getFirst();
  }

  @Test
  void keepsTheOldContentWhileNewOutputsAreRead() {
    model.made("schema", Path.of("/runs/1"));
    NodeFace face = face();
    FaceTexts.await(face, "made 1");
    Fx.run(() -> model.made("schema", Path.of("/runs/slow")));
    Fx.settle();
    assertEquals(List.of("made 1"), FaceTexts.of(face.preview()));
    mayRead.countDown();
    FaceTexts.await(face, "made slow");
  }

  @Test
  void saysThatParametersAreOfWrongTypes() {
    NodeFace face = face();
    Fx.run(() -> model.with("infer_feature_shape", ParameterValue.of("perhaps")));
    FaceTexts.await(face, "See the problems");
    Fx.run(() -> model.with("infer_feature_shape", ParameterValue.of(true)));
    FaceTexts.await(face, "planned true NEW");
  }

  @Test
  void isCollectedAfterItWasDisposedOf() {
    Leaks.assertCollected(
        "a face",
        () -> {
          NodeFace face = new ArtifactFace<>(model, new Content());
          model.is(State.RUNNING, 1);
          face.dispose();
          return face;
        });
  }
}
