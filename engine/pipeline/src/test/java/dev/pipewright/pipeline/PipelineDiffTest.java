package dev.pipewright.pipeline;

import static dev.pipewright.pipeline.wiring.TestComponents.node;
import static dev.pipewright.pipeline.wiring.TestComponents.pipeline;
import static dev.pipewright.pipeline.wiring.TestComponents.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.PipelineDiff.Added;
import dev.pipewright.pipeline.PipelineDiff.Change;
import dev.pipewright.pipeline.PipelineDiff.Kind;
import dev.pipewright.pipeline.PipelineDiff.LinkAdded;
import dev.pipewright.pipeline.PipelineDiff.LinkRemoved;
import dev.pipewright.pipeline.PipelineDiff.LinksReordered;
import dev.pipewright.pipeline.PipelineDiff.NodeField;
import dev.pipewright.pipeline.PipelineDiff.PipelineField;
import dev.pipewright.pipeline.PipelineDiff.Removed;
import dev.pipewright.pipeline.PipelineDiff.Renamed;
import dev.pipewright.pipeline.PipelineDiff.RuntimeParameterChanged;
import dev.pipewright.pipeline.PipelineDiff.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineDiffTest {

  private static final NodeId T = new NodeId("T");
  private static final Pipeline BEFORE =
      pipeline("G:Gen", "S:Stats examples=G.examples", "T:Train examples=G.examples");

  private static List<Change> changes(Pipeline before, Pipeline after) {
    return PipelineDiff.of(before, after).changes();
  }

  private static Link link(String from, String to) {
    return new Link(source(from), source(to).node(), source(to).port());
  }

  @Test
  void aPipelineDoesNotDifferFromItself() {
    for (int seed = 0; seed < 300; seed++) {
      Pipeline pipeline = new RandomPipelines(seed).pipeline();
      assertTrue(PipelineDiff.of(pipeline, pipeline).isEmpty(), "seed " + seed);
    }
  }

  @Test
  void anyEditThatChangesThePipelineShows() {
    for (int seed = 0; seed < 2000; seed++) {
      RandomPipelines random = new RandomPipelines(seed);
      Pipeline before = random.pipeline();
      Edit edit = random.edit(before);
      Pipeline after = edit.apply(before);
      PipelineDiff diff = PipelineDiff.of(before, after);
      boolean isSame = before.withLayout(Layout.EMPTY).equals(after.withLayout(Layout.EMPTY));
      assertEquals(isSame, diff.changes().isEmpty(), "seed " + seed + ": " + edit);
    }
  }

  @Test
  void addedAndRemovedNodesComeWithTheirLinks() {
    Pipeline after = pipeline("G:Gen", "T:Train examples=G.examples", "J:Judge model=T.model");
    assertEquals(
        List.of(
            new Removed(node("S:Stats examples=G.examples")),
            new LinkRemoved(link("G.examples", "S.examples")),
            new Added(node("J:Judge model=T.model")),
            new LinkAdded(link("T.model", "J.model"))),
        changes(BEFORE, after));
    PipelineDiff diff = PipelineDiff.of(BEFORE, after);
    assertEquals(Status.REMOVED, diff.status(new NodeId("S")));
    assertEquals(Status.ADDED, diff.status(new NodeId("J")));
    assertEquals(Status.SAME, diff.status(T));
  }

  @Test
  void whatOfANodeDiffersIsToldWithBothValues() {
    Pipeline before =
        new Edit.Sequence(
                List.of(
                    new Edit.SetParameter(T, "steps", ParameterValue.of(1)),
                    new Edit.SetParameter(T, "old", ParameterValue.of(true))))
            .apply(BEFORE);
    Pipeline after =
        new Edit.Sequence(
                List.of(
                    new Edit.SetParameter(T, "steps", ParameterValue.of(2)),
                    new Edit.UnsetParameter(T, "old"),
                    new Edit.SetMode(T, Node.Mode.MUTED),
                    new Edit.SetParameter(T, "new", ParameterValue.NULL),
                    new Edit.Connect(source("S.statistics"), T, "schema")))
            .apply(before);
    assertEquals(
        List.of(
            new NodeField(
                T, Kind.MODE, "mode", ParameterValue.of("active"), ParameterValue.of("muted")),
            new NodeField(T, Kind.PARAMETER, "steps", ParameterValue.of(1), ParameterValue.of(2)),
            new NodeField(T, Kind.PARAMETER, "old", ParameterValue.of(true), null),
            new NodeField(T, Kind.PARAMETER, "new", null, ParameterValue.NULL),
            new LinkAdded(link("S.statistics", "T.schema"))),
        changes(before, after));
    assertEquals(Status.CHANGED, PipelineDiff.of(before, after).status(T));
  }

  @Test
  void aRenamedNodeIsFoundAndItsLinksAreNoChange() {
    Pipeline after = new Edit.RenameNode(new NodeId("G"), new NodeId("Data")).apply(BEFORE);
    assertEquals(List.of(new Renamed(new NodeId("G"), new NodeId("Data"))), changes(BEFORE, after));
  }

  @Test
  void aRenamedNodeThatAlsoChangedIsFoundByItsLinks() {
    NodeId data = new NodeId("Trainer");
    Pipeline after =
        new Edit.SetParameter(data, "steps", ParameterValue.of(2))
            .apply(new Edit.RenameNode(T, data).apply(BEFORE));
    assertEquals(
        List.of(
            new Renamed(T, data),
            new NodeField(data, Kind.PARAMETER, "steps", null, ParameterValue.of(2))),
        changes(BEFORE, after));
  }

  @Test
  void renamingThatIsToldIsBelieved() {
    Pipeline before = pipeline("A:Gen", "B:Gen");
    Pipeline after = pipeline("C:Gen", "D:Gen");
    assertEquals(
        List.of(
            new Renamed(new NodeId("A"), new NodeId("D")),
            new Renamed(new NodeId("B"), new NodeId("C"))),
        PipelineDiff.of(before, after, Map.of(new NodeId("A"), new NodeId("D"))).changes());
  }

  @Test
  void linksInAnotherOrderAreSaidToBe() {
    Pipeline one = pipeline("G:Gen", "H:Gen", "M:Merge examples=G.examples examples=H.examples");
    Pipeline two = pipeline("G:Gen", "H:Gen", "M:Merge examples=H.examples examples=G.examples");
    assertEquals(List.of(new LinksReordered(new NodeId("M"), "examples")), changes(one, two));
  }

  @Test
  void nameSeedAndRuntimeParametersAreCompared() {
    RuntimeParameter steps =
        RuntimeParameter.of("steps", RuntimeParameter.Kind.INT, ParameterValue.of(1));
    assertEquals(
        List.of(
            new PipelineField("name", ParameterValue.of("p"), ParameterValue.of("q")),
            new PipelineField("seed", ParameterValue.of(1), ParameterValue.of(2)),
            new RuntimeParameterChanged("steps", null, steps)),
        changes(BEFORE, BEFORE.withName("q").withSeed(2).withParameters(List.of(steps))));
  }

  @Test
  void howItIsDrawnIsToldApart() {
    Layout layout = Layout.EMPTY.with(T, new Position(1, 1));
    Note note = Note.of("note1", "x", new Area(0, 0, 1, 1));
    PipelineDiff diff =
        PipelineDiff.of(
            BEFORE.withLayout(layout),
            BEFORE.withLayout(
                layout.with(T, new Position(2, 2)).withNote(note).withCollapsed(List.of(T))));
    assertEquals(List.of(), diff.changes());
    assertEquals(
        new PipelineDiff.Drawing(List.of(T), List.of(T), List.of(), List.of("note1"), List.of()),
        diff.drawing());
  }
}
