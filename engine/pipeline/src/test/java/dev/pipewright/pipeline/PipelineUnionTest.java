package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.PipelineDiff.Status;
import dev.pipewright.pipeline.PipelineUnion.Drawn;
import dev.pipewright.pipeline.PipelineUnion.Item;
import dev.pipewright.pipeline.PipelineUnion.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PipelineUnionTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final NodeId C = new NodeId("C");
  private static final Position HERE = new Position(100, 100);

  private static Node node(NodeId id) {
    return Node.of(id, "Kind" + id);
  }

  private static Link link(NodeId from, NodeId to) {
    return new Link(new Source(from, "out"), to, "in");
  }

  private static Pipeline pipeline(List<Node> nodes, Link... links) {
    Pipeline pipeline = Pipeline.of("p", nodes);
    for (Link link : links) {
      pipeline = new Edit.Connect(link.source(), link.node(), link.port()).apply(pipeline);
    }
    return pipeline;
  }

  private static List<Status> statuses(PipelineUnion union) {
    return union.nodes().stream().map(Item::status).toList();
  }

  @Test
  void holdsWhatEitherHasAndSaysWhich() {
    Pipeline before = pipeline(List.of(node(A), node(B)), link(A, B));
    Pipeline after = pipeline(List.of(node(A), node(C)), link(A, C));
    PipelineUnion union = PipelineUnion.of(before, after);
    assertEquals(List.of(A, C, B), union.nodes().stream().map(item -> item.node().id()).toList());
    assertEquals(List.of(Status.SAME, Status.ADDED, Status.REMOVED), statuses(union));
    assertEquals(
        List.of(new Wire(link(A, C), Status.ADDED), new Wire(link(A, B), Status.REMOVED)),
        union.links());
  }

  @Test
  void marksANodeWhoseParameterOrLinkDiffers() {
    Pipeline before = pipeline(List.of(node(A), node(B), node(C)), link(A, B));
    Pipeline after =
        new Edit.SetParameter(C, "x", ParameterValue.of(1))
            .apply(pipeline(List.of(node(A), node(B), node(C))));
    PipelineUnion union = PipelineUnion.of(before, after);
    assertEquals(List.of(Status.SAME, Status.CHANGED, Status.CHANGED), statuses(union));
    assertEquals(List.of(new Wire(link(A, B), Status.REMOVED)), union.links());
    Stream.of(A, B, C)
        .forEach(
            id ->
                assertEquals(
                    union.diff().status(id),
                    union.nodes().stream()
                        .filter(item -> item.node().id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .status()));
  }

  @Test
  void holdsTheFramesAndNotesOfEitherAndSaysWhich() {
    Area area = new Area(0, 0, 10, 10);
    Frame same = Frame.of("same", "", "", area, List.of());
    Frame gone = Frame.of("gone", "", "", area, List.of(A)).withOuter("same");
    Frame changed = Frame.of("changed", "", "", area, List.of());
    Frame added = Frame.of("added", "", "", area, List.of());
    Note note = Note.of("note", "before", area);
    Pipeline plain = pipeline(List.of(node(A)));
    PipelineUnion union =
        PipelineUnion.of(
            plain.withLayout(Layout.EMPTY.withFrames(List.of(same, gone, changed)).withNote(note)),
            plain.withLayout(
                Layout.EMPTY
                    .withFrames(List.of(same, changed.withOuter("same"), added))
                    .withNote(note.withText("after"))));
    assertEquals(
        List.of(
            new Drawn<>(same, Status.SAME),
            new Drawn<>(changed.withOuter("same"), Status.CHANGED),
            new Drawn<>(added, Status.ADDED),
            new Drawn<>(gone, Status.REMOVED)),
        union.frames());
    assertEquals(List.of(new Drawn<>(note.withText("after"), Status.CHANGED)), union.notes());
  }

  @Test
  void putsARemovedNodeBelowTheOneThatStandsInItsPlace() {
    Pipeline before = new Edit.MoveNode(A, HERE).apply(pipeline(List.of(node(A))));
    Pipeline after = new Edit.MoveNode(B, HERE).apply(pipeline(List.of(node(B))));
    assertEquals(
        List.of(Optional.of(HERE), Optional.of(new Position(100, 230))),
        PipelineUnion.of(before, after).nodes().stream().map(Item::place).toList());
  }

  @Test
  void followsARename() {
    Pipeline before = pipeline(List.of(node(A), node(B)), link(A, B));
    Pipeline after = new Edit.RenameNode(A, C).apply(before);
    PipelineUnion union = PipelineUnion.of(before, after);
    assertEquals(A, union.earlier(C));
    assertEquals(B, union.earlier(B));
    assertEquals(List.of(new Wire(link(C, B), Status.SAME)), union.links());
  }
}
