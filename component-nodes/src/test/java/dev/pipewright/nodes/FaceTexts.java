package dev.pipewright.nodes;

import dev.pipewright.testing.Fx;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// What a face says, for tests.
public final class FaceTexts {

  private FaceTexts() {}

  /// All texts in a node, in the order in which they are drawn.
  public static List<String> of(Node node) {
    return Fx.call(() -> texts(node).toList());
  }

  private static Stream<String> texts(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.isVisible() && !labeled.getText().isEmpty() ->
          Stream.of(labeled.getText());
      case Labeled _ -> Stream.of();
      case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(FaceTexts::texts);
      default -> Stream.of();
    };
  }

  /// Makes a face, waits until it says this, and returns it.
  public static NodeBinding.NodeFace face(NodeBinding binding, NodeModel model, String... texts) {
    NodeBinding.NodeFace face = Fx.call(() -> binding.face(model));
    await(face, texts);
    return face;
  }

  /// Waits until a face says this.
  public static void await(NodeBinding.NodeFace face, String... texts) {
    Fx.await(
        List.of(texts) + " in place of " + of(face.preview()),
        () -> of(face.preview()).equals(List.of(texts)));
  }
}
