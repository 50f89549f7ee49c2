package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritingTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");

  private final Pipeline one =
      Pipeline.of("one", List.of(Node.of(A, "Gen"), linked(B)))
          .withParameters(List.of(RuntimeParameter.required("x", RuntimeParameter.Kind.INT)));
  private final Pipeline two =
      new Edit.MoveNode(B, new Layout.Position(3, 4))
          .apply(Pipeline.of("two", List.of(linked(B), Node.of(A, "Other"))).withSeed(9));

  private static Node linked(NodeId id) {
    return Node.of(id, "Use").withInput("in", List.of(new Source(A, "out")));
  }

  @Test
  void makesOneOfTheOtherAndBack() {
    Edit edit = Rewriting.edit(one, two).orElseThrow();
    assertEquals(two, edit.apply(one));
    assertEquals(one, edit.inverse(one).apply(two));
  }

  @Test
  void refusesWhereNoEditCan() {
    Pipeline twice = Pipeline.of("p", List.of(Node.of(A, "Gen"), Node.of(A, "Gen")));
    Pipeline newer =
        new Pipeline(
            "p",
            1,
            List.of(),
            List.of(),
            twice.layout(),
            Fields.EMPTY.with("later", ParameterValue.of(1)));
    assertEquals(Optional.empty(), Rewriting.edit(one, twice));
    assertEquals(Optional.empty(), Rewriting.edit(twice, one));
    assertEquals(Optional.empty(), Rewriting.edit(one, newer));
  }
}
