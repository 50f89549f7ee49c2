package dev.pipewright.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.PipelineUnion;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffWordsTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final Pipeline START =
      Pipeline.of("p", List.of(Node.of(A, "Trainer"), Node.of(B, "Pusher")));

  private static Edit set(String name, Object value) {
    ParameterValue v =
        value instanceof Integer i ? ParameterValue.of(i) : ParameterValue.of(value.toString());
    return new Edit.SetParameter(A, name, v);
  }

  private static Pipeline after(Edit... edits) {
    return new Edit.Sequence(List.of(edits)).apply(START);
  }

  private static String words(Edit... edits) {
    return DiffWords.summary(PipelineDiff.of(START, after(edits)));
  }

  @Test
  void saysOneChangeInFullAndCountsSeveral() {
    assertEquals("A: num_steps not set \u2192 5", words(set("num_steps", 5)));
    assertEquals("A: 2 parameters changed", words(set("num_steps", 5), set("x", 6)));
    assertEquals("A: 2 changes", words(set("x", 5), new Edit.SetMode(A, Node.Mode.MUTED)));
    assertEquals("A renamed to C", words(new Edit.RenameNode(A, new NodeId("C"))));
    assertEquals("seed 1 \u2192 3", words(new Edit.SetSeed(3)));
    assertEquals("Nothing differs", words());
  }

  @Test
  void countsNodesAndTheLinksBetweenOthers() {
    assertEquals("2 nodes removed", words(new Edit.RemoveNode(A), new Edit.RemoveNode(B)));
    Edit link = new Edit.Connect(new Source(A, "model"), B, "model");
    assertEquals("1 link added", words(link));
    assertEquals(
        "B removed",
        DiffWords.summary(PipelineDiff.of(after(link), new Edit.RemoveNode(B).apply(after(link)))));
  }

  @Test
  void tellsWhatIsDrawnOtherwise() {
    assertEquals("1 node moved", words(new Edit.MoveNode(A, new Position(8, 8))));
  }

  @Test
  void staysShort() {
    assertEquals(
        "A: x not set \u2192 1, B: mode active \u2192 muted, seed 1 \u2192 2, and 1 more",
        words(
            set("x", 1),
            new Edit.SetMode(B, Node.Mode.MUTED),
            new Edit.SetSeed(2),
            new Edit.SetRuntimeParameter(
                RuntimeParameter.of("r", RuntimeParameter.Kind.INT, ParameterValue.of(1)))));
    assertEquals(
        "A: sql not set \u2192 SELECT a_column, b_colu\u2026",
        words(set("sql", "SELECT a_column,\nb_column FROM t")));
  }

  @Test
  void listsEachChangeBelowItsNode() {
    Pipeline after =
        after(set("x", 1), new Edit.RemoveNode(B), new Edit.MoveNode(A, new Position(8, 8)));
    assertEquals(
        List.of("A, Trainer", "x: not set \u2192 1", "B, Pusher", "Layout", "A moved"),
        ChangeRows.of(PipelineUnion.of(START, after)).stream().map(ChangeRow::words).toList());
  }
}
