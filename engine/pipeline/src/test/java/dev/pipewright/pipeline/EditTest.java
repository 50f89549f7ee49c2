package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.Edit.AddNode;
import dev.pipewright.pipeline.Edit.Connect;
import dev.pipewright.pipeline.Edit.Disconnect;
import dev.pipewright.pipeline.Edit.MoveNode;
import dev.pipewright.pipeline.Edit.RemoveNode;
import dev.pipewright.pipeline.Edit.RenameNode;
import dev.pipewright.pipeline.Edit.Sequence;
import dev.pipewright.pipeline.Edit.SetMode;
import dev.pipewright.pipeline.Edit.SetParameter;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.file.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditTest {

  private static final NodeId GEN = new NodeId("CsvExampleGen");
  private static final NodeId STATS = new NodeId("StatisticsGen");
  private static final Source EXAMPLES = new Source(GEN, "examples");

  private static Pipeline twoLinkedNodes() {
    return Pipeline.of(
            "p",
            List.of(
                Node.of(GEN, "CsvExampleGen"),
                Node.of(STATS, "StatisticsGen").withInput("examples", List.of(EXAMPLES))))
        .withLayout(Layout.EMPTY.with(GEN, new Position(1, 2)));
  }

  @Test
  void inversesTakeAnyEditBackToTheVeryBytes() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomPipelines random = new RandomPipelines(seed);
      Pipeline before = random.pipeline();
      Edit edit = random.edit(before);
      Pipeline back = edit.inverse(before).apply(edit.apply(before));
      assertEquals(before, back, "seed " + seed + ": " + edit);
      assertArrayEquals(ProjectFile.format(before), ProjectFile.format(back), "seed " + seed);
    }
  }

  @Test
  void theInverseOfASequenceTakesAllOfItBack() {
    for (int seed = 0; seed < 300; seed++) {
      RandomPipelines random = new RandomPipelines(seed);
      Pipeline before = random.pipeline();
      Pipeline state = before;
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        edits.add(random.edit(state));
        state = edits.getLast().apply(state);
      }
      Sequence all = new Sequence(edits);
      assertEquals(state, all.apply(before), "seed " + seed);
      Edit undo = all.inverse(before);
      assertEquals(before, undo.apply(state), "seed " + seed);
      assertEquals(state, undo.inverse(state).apply(before), "redo, seed " + seed);
    }
  }

  @Test
  void removingANodeTakesItsLinksAndPlaceAlong() {
    assertEquals(
        Pipeline.of("p", List.of(Node.of(STATS, "StatisticsGen"))),
        new RemoveNode(GEN).apply(twoLinkedNodes()));
  }

  private static ParameterValue.Fields formerly(String name) {
    return ParameterValue.Fields.EMPTY.with(
        "formerly", ParameterValue.of(List.of(ParameterValue.of(name))));
  }

  @Test
  void aNodeKnowsWhatItWasCalled() {
    Pipeline pipeline = twoLinkedNodes();
    for (String name : List.of("A", "B", "A")) {
      pipeline = new RenameNode(pipeline.nodes().getFirst().id(), new NodeId(name)).apply(pipeline);
    }
    Node node = pipeline.nodes().getFirst();
    assertEquals(List.of("A", "B", "CsvExampleGen"), node.names());
    assertEquals(List.of("A"), node.asNew().names());
    assertEquals(Optional.of("B"), pipeline.nameIn(node.id(), Set.of("B", "CsvExampleGen")));
    Pipeline namesake = pipeline.withNodes(List.of(node, Node.of(new NodeId("B"), "Trainer")));
    assertEquals(Optional.empty(), namesake.nameIn(node.id(), Set.of("B", "C")));
  }

  @Test
  void renamingANodeTakesItsLinksAndPlaceAlong() {
    NodeId renamed = new NodeId("My.Gen");
    assertEquals(
        Pipeline.of(
                "p",
                List.of(
                    Node.of(renamed, "CsvExampleGen").withOther(formerly("CsvExampleGen")),
                    Node.of(STATS, "StatisticsGen")
                        .withInput("examples", List.of(new Source(renamed, "examples")))))
            .withLayout(Layout.EMPTY.with(renamed, new Position(1, 2))),
        new RenameNode(GEN, renamed).apply(twoLinkedNodes()));
  }

  private static final Link LINK = new Link(EXAMPLES, STATS, "examples");

  private static Pipeline drawnInFull() {
    Layout layout =
        twoLinkedNodes()
            .layout()
            .withCollapsed(List.of(GEN, STATS))
            .withKnots(LINK, List.of(new Position(5, 5)))
            .withFrame(
                Frame.of("frame1", "Data", "data", new Area(0, 0, 9, 9), List.of(STATS, GEN)));
    return twoLinkedNodes().withLayout(layout);
  }

  @Test
  void removingANodeTakesItOutOfItsFrameAndItsLinksKnotsAlong() {
    assertEquals(
        Layout.EMPTY
            .withCollapsed(List.of(STATS))
            .withFrame(Frame.of("frame1", "Data", "data", new Area(0, 0, 9, 9), List.of(STATS))),
        new RemoveNode(GEN).apply(drawnInFull()).layout());
  }

  @Test
  void renamingANodeRenamesItWhereverTheLayoutSpeaksOfIt() {
    NodeId renamed = new NodeId("My.Gen");
    assertEquals(
        Layout.EMPTY
            .with(renamed, new Position(1, 2))
            .withCollapsed(List.of(renamed, STATS))
            .withKnots(
                new Link(new Source(renamed, "examples"), STATS, "examples"),
                List.of(new Position(5, 5)))
            .withFrame(
                Frame.of("frame1", "Data", "data", new Area(0, 0, 9, 9), List.of(STATS, renamed))),
        new RenameNode(GEN, renamed).apply(drawnInFull()).layout());
  }

  @Test
  void aLinkThatGoesLosesItsKnotsAndGetsThemBack() {
    Pipeline before = drawnInFull();
    Disconnect edit = new Disconnect(EXAMPLES, STATS, "examples");
    Pipeline after = edit.apply(before);
    assertEquals(List.of(), after.layout().knots(LINK));
    assertEquals(before, edit.inverse(before).apply(after));
  }

  @Test
  void connectingAddsAfterTheLinksThereAre() {
    Source other = new Source(new NodeId("Other"), "examples");
    Pipeline changed = new Connect(other, STATS, "examples").apply(twoLinkedNodes());
    assertEquals(List.of(EXAMPLES, other), changed.get(STATS).inputs("examples"));
  }

  @Test
  void anEditThatDoesNotFitIsRefused() {
    Pipeline pipeline = twoLinkedNodes();
    NodeId gone = new NodeId("Gone");
    for (Edit edit :
        List.<Edit>of(
            AddNode.last(pipeline, Node.of(GEN, "Trainer")),
            new RemoveNode(gone),
            new RenameNode(GEN, STATS),
            new SetParameter(gone, "x", ParameterValue.NULL),
            new Connect(EXAMPLES, STATS, "examples"),
            new Disconnect(EXAMPLES, STATS, "schema"),
            new SetMode(gone, Node.Mode.MUTED),
            new MoveNode(gone, new Position(0, 0)))) {
      assertThrows(IllegalArgumentException.class, () -> edit.apply(pipeline), edit::toString);
    }
  }
}
