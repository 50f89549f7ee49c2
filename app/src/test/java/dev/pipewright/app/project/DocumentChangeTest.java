package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentChangeTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final NodeId C = new NodeId("C");

  private final Pipeline start = Pipeline.of("p", List.of(Node.of(A, "X"), Node.of(B, "X")));

  @Test
  void tellsRenames() {
    assertEquals(Map.of(A, C), renames(new Edit.RenameNode(A, C)));
    assertEquals(Map.of(), renames(new Edit.SetSeed(3)));
  }

  @Test
  void tellsTheRenamesOfAnUndo() {
    Edit edit = new Edit.RenameNode(A, C);
    DocumentChange undone = new DocumentChange(edit.apply(start), start, edit.inverse(start));
    assertEquals(Map.of(C, A), undone.renames());
  }

  @Test
  void followsNodesThatChangeTheirNames() {
    Edit swap =
        new Edit.Sequence(
            List.of(
                new Edit.RenameNode(A, C), new Edit.RenameNode(B, A), new Edit.RenameNode(C, B)));
    assertEquals(Map.of(A, B, B, A), renames(swap));
  }

  private Map<NodeId, NodeId> renames(Edit edit) {
    return new DocumentChange(start, edit.apply(start), edit).renames();
  }
}
