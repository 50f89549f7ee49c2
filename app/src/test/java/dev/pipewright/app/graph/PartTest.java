package dev.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.pipeline.Area;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class PartTest {

  private static final NodeId CSV = new NodeId("csv");
  private static final NodeId STATISTICS = new NodeId("statistics");
  private static final NodeId SCHEMA = new NodeId("schema");
  private static final NodeId TRAINER = new NodeId("trainer");
  private static final NodeId PUSHER = new NodeId("pusher");
  private static final Part PART = new Part("frame1");

  /// `csv → [statistics → schema] → trainer → pusher`, and `csv → trainer`.
  private final Pipeline pipeline =
      Pipeline.of(
              "p",
              List.of(
                  Node.of(CSV, "CsvExampleGen"),
                  node(STATISTICS, "examples", CSV, "examples"),
                  node(SCHEMA, "statistics", STATISTICS, "statistics"),
                  node(TRAINER, "schema", SCHEMA, "schema")
                      .withInput("examples", List.of(new Source(CSV, "examples"))),
                  node(PUSHER, "model", TRAINER, "model")))
          .withLayout(
              Layout.EMPTY
                  .withPositions(
                      Map.of(
                          CSV, new Position(0, 0),
                          STATISTICS, new Position(300, 100),
                          SCHEMA, new Position(600, 140),
                          TRAINER, new Position(2000, 0)))
                  .withFrame(
                      Frame.of(
                              "frame1",
                              "Look",
                              "data",
                              new Area(280, 60, 500, 300),
                              List.of(STATISTICS, SCHEMA))
                          .withNotes(List.of("note1")))
                  .withNote(Note.of("note1", "inside", new Area(300, 300, 100, 50)))
                  .withNote(Note.of("note2", "outside", new Area(0, 300, 100, 50))));

  private static Node node(NodeId id, String port, NodeId from, String output) {
    return Node.of(id, "Any").withInput(port, List.of(new Source(from, output)));
  }

  @Test
  void showsItsNodesAndThoseThatTheyAreLinkedWith() {
    Pipeline shown = PART.of(pipeline);

    assertEquals(
        List.of(CSV, STATISTICS, SCHEMA, TRAINER), shown.nodes().stream().map(Node::id).toList());
    assertEquals(
        List.of(
            "csv.examples → statistics.examples",
            "statistics.statistics → schema.statistics",
            "schema.schema → trainer.schema"),
        shown.nodes().stream().flatMap(Node::links).map(Link::toString).toList());
    assertEquals(Set.of(CSV, TRAINER), shown.layout().collapsed());
    assertEquals(List.of(), shown.layout().frames());
    assertEquals(List.of("note1"), shown.layout().notes().stream().map(Note::id).toList());
  }

  @Test
  void placesTheNodesAroundBesideItsOwn() {
    Map<NodeId, Position> places = PART.of(pipeline).layout().positions();

    assertEquals(new Position(300, 100), places.get(STATISTICS));
    assertEquals(new Position(600, 140), places.get(SCHEMA));
    assertTrue(places.get(CSV).x() < 300 - 170);
    assertTrue(places.get(TRAINER).x() > 600 + 170);
    assertTrue(places.get(TRAINER).x() < 2000);
  }

  @Test
  void showsAllOfAPipelineWithoutAFrame() {
    assertSame(pipeline, Part.WHOLE.of(pipeline));
    assertFalse(Part.WHOLE.isOutside(pipeline, CSV));
    Edit edit = new Edit.SetSeed(3);
    assertSame(edit, Part.WHOLE.edit(pipeline, edit));
  }

  @Test
  void showsNothingOfAFrameThatIsGone() {
    assertEquals(List.of(), new Part("other").of(pipeline).nodes());
  }

  @Test
  void takesInWhatIsAddedAndGrowsAroundIt() {
    NodeId added = new NodeId("added");
    Edit edit =
        new Edit.Sequence(
            List.of(
                Edit.AddNode.last(pipeline, Node.of(added, "Any")),
                new Edit.SetLayout(pipeline.layout().with(added, new Position(1000, 700)))));

    Pipeline after = PART.edit(pipeline, edit).apply(pipeline);

    Frame frame = after.layout().frame("frame1").orElseThrow();
    assertEquals(List.of(STATISTICS, SCHEMA, added), frame.nodes());
    Area area = frame.area();
    assertEquals(280 - 4, area.x(), "as far as its card and a margin need");
    assertTrue(area.x() + area.width() > 1000 + 170);
    assertTrue(area.y() + area.height() > 700);
  }

  @Test
  void doesNotTakeInANodeAroundThatIsRenamed() {
    Edit edit = new Edit.RenameNode(TRAINER, new NodeId("learner"));

    Pipeline after = PART.edit(pipeline, edit).apply(pipeline);

    assertEquals(List.of(STATISTICS, SCHEMA), after.layout().frame("frame1").orElseThrow().nodes());
  }

  @Test
  void takesInTheFramesOfWhatIsPastedWithWhatIsInThem() {
    NodeId added = new NodeId("added");
    Frame pasted = Frame.of("frame2", "Pasted", "", new Area(0, 0, 10, 10), List.of(added));
    Edit edit =
        new Edit.Sequence(
            List.of(
                Edit.AddNode.last(pipeline, Node.of(added, "Any")),
                new Edit.SetLayout(pipeline.layout().withFrame(pasted))));

    Layout after = PART.edit(pipeline, edit).apply(pipeline).layout();

    assertEquals(pasted.withOuter("frame1"), after.frame("frame2").orElseThrow());
    assertEquals(List.of(STATISTICS, SCHEMA), after.frame("frame1").orElseThrow().nodes());
    Area area = after.frame("frame1").orElseThrow().area();
    assertTrue(area.x() < 0 && area.y() < 0);
  }

  /// The same with a frame in the frame, around one of its nodes and a note.
  private Pipeline nested() {
    Frame inner =
        Frame.of("frame2", "Deep", "", new Area(580, 100, 180, 200), List.of(SCHEMA))
            .withOuter("frame1")
            .withNotes(List.of("note1"));
    return pipeline.withLayout(pipeline.layout().withFrame(inner));
  }

  @Test
  void showsTheFramesInItAsFrames() {
    Pipeline shown = PART.of(nested());

    assertEquals(
        List.of(CSV, STATISTICS, SCHEMA, TRAINER), shown.nodes().stream().map(Node::id).toList());
    assertEquals(
        List.of(nested().layout().frame("frame2").orElseThrow().withOuter("")),
        shown.layout().frames());
    assertEquals(List.of("note1"), shown.layout().notes().stream().map(Note::id).toList());
    Pipeline inner = new Part("frame2").of(nested());
    assertEquals(
        List.of(STATISTICS, SCHEMA, TRAINER), inner.nodes().stream().map(Node::id).toList());
    assertTrue(new Part("frame2").isOutside(nested(), STATISTICS));
  }

  @Test
  void whatIsMovedOutOfTheFramesInItStaysInIt() {
    LinkedHashMap<String, Point2D> none = new LinkedHashMap<>();
    LinkedHashMap<String, String> out = new LinkedHashMap<>(Map.of("schema", ""));
    GraphIntent.MoveItems moved =
        new GraphIntent.MoveItems(
            new LinkedHashMap<>(Map.of("schema", new Point2D(1, 1))),
            none,
            none,
            new LinkedHashMap<>(),
            out,
            new LinkedHashMap<>(),
            new LinkedHashMap<>());

    assertEquals(Map.of("schema", "frame1"), PART.own(nested(), moved).nodeFrames());
  }

  @Test
  void theFramesAroundItGrowWithIt() {
    NodeId added = new NodeId("added");
    Edit edit =
        new Edit.Sequence(
            List.of(
                Edit.AddNode.last(nested(), Node.of(added, "Any")),
                new Edit.SetLayout(nested().layout().with(added, new Position(3000, 900)))));

    Layout after = new Part("frame2").edit(nested(), edit).apply(nested()).layout();

    Area inner = after.frame("frame2").orElseThrow().area();
    Area outer = after.frame("frame1").orElseThrow().area();
    assertEquals(List.of(SCHEMA, added), after.frame("frame2").orElseThrow().nodes());
    assertTrue(inner.x() + inner.width() > 3000);
    assertTrue(outer.x() + outer.width() > inner.x() + inner.width());
    assertTrue(outer.y() + outer.height() > inner.y() + inner.height());
  }

  @Test
  void movesNoNodeAround() {
    LinkedHashMap<String, Point2D> places = new LinkedHashMap<>();
    places.put("csv", new Point2D(1, 1));
    places.put("schema", new Point2D(2, 2));
    GraphIntent.MoveItems moved =
        new GraphIntent.MoveItems(
            places,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());

    assertEquals(Set.of("schema"), PART.own(pipeline, moved).nodes().keySet());
    assertEquals(List.of("statistics"), PART.own(pipeline, List.of("statistics", "pusher")));
    assertEquals(moved, Part.WHOLE.own(pipeline, moved));
  }
}
