package dev.pipewright.pipeline.file;

import static dev.pipewright.pipeline.wiring.TestComponents.pipeline;
import static dev.pipewright.pipeline.wiring.TestComponents.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RandomPipelines;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.file.PipelineFragment.Incoming;
import dev.pipewright.pipeline.file.PipelineFragment.Pasted;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineFragmentTest {

  private static final NodeId G = new NodeId("G");
  private static final NodeId S = new NodeId("S");
  private static final NodeId I = new NodeId("I");
  private static final Link INNER = new Link(source("S.statistics"), I, "statistics");
  private static final Link OUTER = new Link(source("G.examples"), S, "examples");
  private static final Position HERE = new Position(0, 0);

  private static Pipeline drawn() {
    Layout layout =
        Layout.EMPTY
            .with(G, new Position(0, 0))
            .with(S, new Position(100, 40))
            .with(I, new Position(200, 30))
            .withCollapsed(List.of(I, G))
            .withKnots(INNER, List.of(new Position(150, 35)))
            .withKnots(OUTER, List.of(new Position(50, 5)))
            .withNote(Note.of("note1", "see", new Area(110, 50, 20, 20)))
            .withNote(Note.of("note2", "not this", new Area(0, 0, 20, 20)))
            .withFrame(
                Frame.of("frame1", "Know", "validation", new Area(90, 20, 300, 90), List.of(S, I))
                    .withNotes(List.of("note1")));
    return pipeline("G:Gen", "S:Stats examples=G.examples", "I:Infer statistics=S.statistics")
        .withLayout(layout);
  }

  private static Pasted paste(String text, Pipeline into, Position offset) {
    return PipelineFragment.parse(text).paste(into, offset, Incoming.KEEP);
  }

  @Test
  void aFrameIsCopiedWithAllThatIsInItAndPastedUnderFreeNames() {
    Pipeline before = drawn();
    String text = PipelineFragment.copy(before, List.of(), List.of(), List.of("frame1"));
    Pasted pasted = paste(text, before, new Position(10, 20));
    assertEquals(List.of(new NodeId("S2"), new NodeId("I2")), pasted.nodes());
    assertEquals(List.of("note3"), pasted.notes());
    assertEquals(List.of("frame2"), pasted.frames());
    NodeId s2 = new NodeId("S2");
    NodeId i2 = new NodeId("I2");
    Layout layout =
        before
            .layout()
            .with(s2, new Position(110, 60))
            .with(i2, new Position(210, 50))
            .withCollapsed(List.of(i2))
            .withKnots(
                new Link(source("G.examples"), s2, "examples"), List.of(new Position(60, 25)))
            .withKnots(
                new Link(source("S2.statistics"), i2, "statistics"), List.of(new Position(160, 55)))
            .withNote(Note.of("note3", "see", new Area(120, 70, 20, 20)))
            .withFrame(
                Frame.of(
                        "frame2", "Know", "validation", new Area(100, 40, 300, 90), List.of(s2, i2))
                    .withNotes(List.of("note3")));
    Pipeline after = pasted.edit().apply(before);
    assertEquals(
        pipeline(
                "G:Gen",
                "S:Stats examples=G.examples",
                "I:Infer statistics=S.statistics",
                "S2:Stats examples=G.examples",
                "I2:Infer statistics=S2.statistics")
            .withLayout(layout),
        after);
    assertEquals(before, pasted.edit().inverse(before).apply(after));
  }

  @Test
  void framesInAFrameComeAlongUnderFreeIds() {
    Frame inner =
        Frame.of("frame2", "In", "", new Area(5, 5, 9, 9), List.of(G)).withOuter("frame1");
    Pipeline before = drawn().withLayout(drawn().layout().withFrame(inner));
    String outer = PipelineFragment.copy(before, List.of(), List.of(), List.of("frame1"));
    Pasted pasted = paste(outer, before, HERE);
    Layout after = pasted.edit().apply(before).layout();
    assertEquals(List.of("frame3", "frame4"), pasted.frames());
    assertEquals(
        Frame.of("frame4", "In", "", new Area(5, 5, 9, 9), List.of(new NodeId("G2")))
            .withOuter("frame3"),
        after.frame("frame4").orElseThrow());
    String alone = PipelineFragment.copy(before, List.of(), List.of(), List.of("frame2"));
    Layout beside = paste(alone, before, HERE).edit().apply(before).layout();
    assertEquals("", beside.frame("frame3").orElseThrow().outer());
  }

  @Test
  void linksFromOutsideAreDroppedWhereTheyLeadNowhereOrAreNotWanted() {
    String text = PipelineFragment.copy(drawn(), List.of(S), List.of(), List.of());
    Pipeline empty = Pipeline.of("other", List.of());
    Layout place = Layout.EMPTY.with(S, new Position(100, 40));
    assertEquals(
        Pipeline.of("other", List.of(Node.of(S, "Stats"))).withLayout(place),
        paste(text, empty, HERE).edit().apply(empty));
    Pipeline back =
        PipelineFragment.parse(text).paste(drawn(), HERE, Incoming.DROP).edit().apply(drawn());
    assertEquals(List.of(), back.node(new NodeId("S2")).orElseThrow().inputs("examples"));
  }

  @Test
  void runtimeParametersComeAlongWhereTheyAreMissing() {
    RuntimeParameter steps =
        RuntimeParameter.of("steps", RuntimeParameter.Kind.INT, ParameterValue.of(5));
    RuntimeParameter unused =
        RuntimeParameter.of("unused", RuntimeParameter.Kind.INT, ParameterValue.of(5));
    Pipeline from =
        new Edit.SetParameter(
                S, "n", ParameterValue.of(List.of(new ParameterValue.RuntimeReference("steps"))))
            .apply(drawn().withParameters(List.of(steps, unused)));
    String text = PipelineFragment.copy(from, List.of(S), List.of(), List.of());
    Pipeline empty = Pipeline.of("other", List.of());
    assertEquals(List.of(steps), paste(text, empty, HERE).edit().apply(empty).parameters());
    RuntimeParameter own = RuntimeParameter.required("steps", RuntimeParameter.Kind.FLOAT);
    Pipeline with = empty.withParameters(List.of(own));
    assertEquals(List.of(own), paste(text, with, HERE).edit().apply(with).parameters());
  }

  @Test
  void aCopyHasNoneOfTheNamesOfTheOther() {
    Pipeline before =
        new Edit.RenameNode(new NodeId("G"), new NodeId("Data")).apply(pipeline("G:Gen"));
    String text = PipelineFragment.copy(before, List.of(new NodeId("Data")), List.of(), List.of());
    Pipeline after = paste(text, before, new Position(10, 20)).edit().apply(before);
    assertEquals(List.of("Data", "G"), after.nodes().getFirst().names());
    assertEquals(List.of("Data2"), after.nodes().getLast().names());
  }

  @Test
  void aNameThatDiffersByCaseAloneIsTaken() {
    Pipeline other = pipeline("s:Stats", "Trainer9:Train");
    String text = PipelineFragment.copy(drawn(), List.of(S), List.of(), List.of());
    assertEquals(List.of(new NodeId("S2")), paste(text, other, HERE).nodes());
    assertEquals(new NodeId("Trainer2"), other.freeId("Trainer9"));
    assertEquals(new NodeId("free"), other.freeId("free"));
  }

  @Test
  void knowsItsCorner() {
    String text = PipelineFragment.copy(drawn(), List.of(S, I), List.of("note1"), List.of());
    assertEquals(Optional.of(new Position(100, 30)), PipelineFragment.parse(text).corner());
    assertEquals(List.of(S, I), PipelineFragment.parse(text).nodes());
    String empty = PipelineFragment.copy(drawn(), List.of(), List.of(), List.of());
    assertEquals(Optional.empty(), PipelineFragment.parse(empty).corner());
  }

  @Test
  void anyPartOfAnyPipelineCanBePastedAndTakenBack() {
    for (int seed = 0; seed < 1000; seed++) {
      RandomPipelines random = new RandomPipelines(seed);
      Pipeline from = random.pipeline();
      Pipeline into = random.pipeline();
      List<NodeId> nodes = from.nodes().stream().map(Node::id).limit(3).toList();
      String text =
          PipelineFragment.copy(
              from,
              nodes,
              from.layout().notes().stream().map(Note::id).toList(),
              from.layout().frames().stream().map(Frame::id).limit(1).toList());
      assertTrue(PipelineFragment.isOne(text));
      Pasted pasted = paste(text, into, new Position(1, 2));
      Pipeline after = pasted.edit().apply(into);
      assertEquals(into.nodes().size() + pasted.nodes().size(), after.nodes().size());
      assertEquals(after.nodes().size(), after.nodes().stream().map(Node::id).distinct().count());
      assertEquals(into, pasted.edit().inverse(into).apply(after), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"format\": 1, \"name\": \"x\"}",
        "{\"pipewright\": \"fragment\"",
        "{\"pipewright\": \"fragment\"}",
        "{\"pipewright\": \"fragment\", \"format\": 99, \"name\": \"x\"}",
        "{\"pipewright\": \"fragment\", \"format\": 1, \"name\": \"x\", \"nodes\": [{\"id\": \"../x\"}]}",
        "{\"pipewright\": \"fragment\", \"format\": 1, \"name\": \"x\", \"nodes\": ["
            + "{\"id\": \"a\", \"component\": \"A\"}, {\"id\": \"a\", \"component\": \"A\"}]}",
        "{\"pipewright\": \"fragment\", \"format\": 1, \"name\": \"x\","
            + " \"layout\": {\"positions\": {\"a\": [1e300, 0]}}}",
      })
  void whatIsNoFragmentIsRefused(String text) {
    ProjectException e = assertThrows(ProjectException.class, () -> PipelineFragment.parse(text));
    assertFalse(e.fix().isEmpty());
  }

  @Test
  void damagedFragmentsNeverFailButWithAProjectException() {
    String whole = PipelineFragment.copy(drawn(), List.of(S, I), List.of(), List.of("frame1"));
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged.setCharAt(random.nextInt(whole.length()), (char) random.nextInt(256));
      }
      try {
        paste(damaged.toString(), drawn(), HERE).edit().apply(drawn());
      } catch (ProjectException e) {
        refused++;
      }
    }
    assertTrue(refused > 1500, "refused " + refused);
  }
}
