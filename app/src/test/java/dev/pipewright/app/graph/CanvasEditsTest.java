package dev.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.app.graph.CanvasEdits.Asked;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.NodeMode;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.canvas.Wires;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanvasEditsTest {

  private static final ComponentRegistry REGISTRY = ComponentRegistry.load();
  private static final NodeId GEN = new NodeId("Gen");
  private static final NodeId STATS = new NodeId("Stats");
  private static final NodeId SCHEMA = new NodeId("Schema");
  private static final Source EXAMPLES = new Source(GEN, "examples");
  private static final Source STATISTICS = new Source(STATS, "statistics");
  private static final Link FIRST = new Link(EXAMPLES, STATS, "examples");
  private static final Link SECOND = new Link(STATISTICS, SCHEMA, "statistics");

  private static final Pipeline PIPELINE =
      Pipeline.of(
          "p",
          List.of(
              Node.of(GEN, "CsvExampleGen"),
              Node.of(STATS, "StatisticsGen").withInput("examples", List.of(EXAMPLES)),
              Node.of(SCHEMA, "SchemaGen").withInput("statistics", List.of(STATISTICS))));
  private static final Map<NodeId, Position> SHOWN =
      Map.of(GEN, new Position(0, 0), STATS, new Position(200, 0), SCHEMA, new Position(400, 0));
  private static final CanvasEdits EDITS = new CanvasEdits(PIPELINE, REGISTRY, SHOWN);
  private static final Position PLACE = new Position(8, 8);

  private Edit last = new Edit.Sequence(List.of());

  private Pipeline after(Edit edit) {
    last = edit;
    return edit.apply(PIPELINE);
  }

  @AfterEach
  void everyEditIsTakenBackAsOne() {
    assertEquals(PIPELINE, last.inverse(PIPELINE).apply(last.apply(PIPELINE)));
  }

  private static List<Link> links(Pipeline pipeline) {
    return pipeline.nodes().stream().flatMap(Node::links).toList();
  }

  @Test
  void keepsTheOthersWhereTheyAreWhenTheFirstNodeIsMoved() {
    SequencedMap<String, Point2D> moved = new LinkedHashMap<>();
    moved.put("Stats", new Point2D(300, 40));
    Pipeline after = after(EDITS.layout().move(GraphIntent.MoveItems.nodes(moved)));
    assertEquals(
        Map.of(GEN, new Position(0, 0), STATS, new Position(300, 40), SCHEMA, new Position(400, 0)),
        after.layout().positions());
  }

  @Test
  void addsANodeWhereItIsWanted() {
    Pipeline added = after(EDITS.add(new NodeId("X"), "Pusher", PLACE));
    assertEquals(Node.of(new NodeId("X"), "Pusher"), added.nodes().getLast());
    assertEquals(PLACE, added.layout().positions().get(new NodeId("X")));
    assertEquals(4, added.layout().positions().size());
  }

  @Test
  void namesANodeAsItsComponentWithANumberWhereAnotherIs() {
    assertEquals(new NodeId("Trainer"), EDITS.freeName("Trainer"));
    Pipeline two = EDITS.add(new NodeId("Trainer"), "Trainer", PLACE).apply(PIPELINE);
    assertEquals(new NodeId("Trainer2"), new CanvasEdits(two, REGISTRY, SHOWN).freeName("Trainer"));
  }

  @Test
  void linksANewNodeToThePortThatItWasAskedForAt() {
    NodeId id = new NodeId("V");
    Pipeline behind =
        after(
            EDITS.addAt(
                id, "ExampleValidator", PLACE, new Asked(STATS, "statistics", true), "statistics"));
    assertEquals(List.of(FIRST, SECOND, new Link(STATISTICS, id, "statistics")), links(behind));
    Pipeline before =
        after(
            EDITS.addAt(
                id, "CsvExampleGen", PLACE, new Asked(STATS, "examples", false), "examples"));
    assertEquals(
        List.of(new Link(new Source(id, "examples"), STATS, "examples"), SECOND), links(before));
  }

  @Test
  void linksANewNodeWithTheSelectedOneWhereThereIsOneWayOnly() {
    NodeId id = new NodeId("N");
    assertEquals(
        List.of(FIRST, SECOND, new Link(EXAMPLES, id, "examples")),
        links(after(EDITS.addBeside(id, "StatisticsGen", PLACE, GEN))));
    assertEquals(List.of(FIRST, SECOND), links(after(EDITS.addBeside(id, "Pusher", PLACE, GEN))));
  }

  @Test
  void putsADroppedNodeIntoALink() {
    NodeId id = new NodeId("T");
    Pipeline after = after(EDITS.drop(null, id, "Transform", PLACE, FIRST, null));
    assertEquals(
        List.of(
            new Link(new Source(id, "transformed_examples"), STATS, "examples"),
            SECOND,
            new Link(EXAMPLES, id, "examples")),
        links(after));
  }

  @Test
  void linksADroppedNodeAsItWasShown() {
    NodeId id = new NodeId("V");
    GraphIntent.Connect wire =
        new GraphIntent.Connect(new PortRef("Stats", "statistics"), new PortRef("V", "statistics"));
    assertEquals(
        List.of(FIRST, SECOND, new Link(STATISTICS, id, "statistics")),
        links(after(EDITS.drop(null, id, "ExampleValidator", PLACE, null, wire))));
  }

  @Test
  void putsADroppedNodeIntoTheFrameThatItIsDroppedIn() {
    GraphIntent.Group group =
        new GraphIntent.Group(
            List.of("Stats"),
            List.of(),
            List.of(),
            new javafx.geometry.Rectangle2D(180, -40, 240, 200));
    Pipeline framed = EDITS.layout().group(group, "Group", "data").apply(PIPELINE);
    NodeId id = new NodeId("V");
    Edit edit =
        new CanvasEdits(framed, REGISTRY, SHOWN)
            .drop("frame1", id, "ExampleValidator", PLACE, null, null);
    assertEquals(List.of(STATS, id), edit.apply(framed).layout().frames().getFirst().nodes());
  }

  private static GraphIntent.Group group(List<String> nodes, List<String> frames, double width) {
    return new GraphIntent.Group(
        nodes, List.of(), frames, new javafx.geometry.Rectangle2D(0, 0, width, 200));
  }

  private static LayoutEdits layout(Pipeline pipeline) {
    return new CanvasEdits(pipeline, REGISTRY, SHOWN).layout();
  }

  @Test
  void aGroupLiesInTheInnermostOneThatAllOfItIsIn() {
    Pipeline outer =
        EDITS
            .layout()
            .group(group(List.of("Gen", "Stats"), List.of(), 100), "A", "")
            .apply(PIPELINE);
    Pipeline inner =
        layout(outer).group(group(List.of("Stats"), List.of(), 500), "B", "").apply(outer);
    Layout layout = inner.layout();
    assertEquals("frame1", layout.frame("frame2").orElseThrow().outer());
    assertEquals(List.of(GEN), layout.frame("frame1").orElseThrow().nodes());
    assertEquals(
        516,
        layout.frame("frame1").orElseThrow().area().x()
            + layout.frame("frame1").orElseThrow().area().width());
    Pipeline around =
        layout(inner).group(group(List.of("Schema"), List.of("frame1"), 600), "C", "").apply(inner);
    assertEquals(
        List.of("frame3", "frame1", "frame2"),
        around.layout().frames().stream().map(Frame::id).toList());
    Pipeline left =
        layout(around).ungroup(new GraphIntent.Ungroup(List.of("frame1"))).apply(around);
    assertEquals("frame3", left.layout().frame("frame2").orElseThrow().outer());
    assertEquals(List.of(SCHEMA, GEN), left.layout().frame("frame3").orElseThrow().nodes());
  }

  @Test
  void whatIsLeftOutOfAResizedGroupIsInTheOneAroundIt() {
    Pipeline outer =
        EDITS
            .layout()
            .group(group(List.of("Gen", "Stats"), List.of(), 500), "A", "")
            .apply(PIPELINE);
    Pipeline inner =
        layout(outer).group(group(List.of("Gen", "Stats"), List.of(), 300), "B", "").apply(outer);
    GraphIntent.ResizeFrame smaller =
        new GraphIntent.ResizeFrame(
            "frame2",
            new javafx.geometry.Rectangle2D(0, 0, 100, 100),
            List.of("Gen"),
            List.of(),
            List.of());
    Layout after = layout(inner).resizeFrame(smaller).apply(inner).layout();
    assertEquals(List.of(GEN), after.frame("frame2").orElseThrow().nodes());
    assertEquals(List.of(STATS), after.frame("frame1").orElseThrow().nodes());
  }

  @Test
  void movesTheEndOfALink() {
    Pipeline added = EDITS.add(new NodeId("Other"), "StatisticsGen", PLACE).apply(PIPELINE);
    CanvasEdits edits = new CanvasEdits(added, REGISTRY, SHOWN);
    Edit edit =
        edits.reconnect(
            new GraphIntent.Reconnect(
                SECOND.toString(),
                new PortRef("Other", "statistics"),
                new PortRef("Schema", "statistics")));
    assertEquals(
        List.of(
            FIRST, new Link(new Source(new NodeId("Other"), "statistics"), SCHEMA, "statistics")),
        links(edit.apply(added)));
    assertEquals(added, edit.inverse(added).apply(edit.apply(added)));
  }

  @Test
  void deletesNodesAndLinks() {
    Pipeline left =
        after(EDITS.delete(new GraphIntent.Delete(List.of("Schema"), List.of(FIRST.toString()))));
    assertEquals(
        Pipeline.of("p", List.of(Node.of(GEN, "CsvExampleGen"), Node.of(STATS, "StatisticsGen"))),
        left);
  }

  @Test
  void deletesALinkOnceThatGoesWithItsNode() {
    Pipeline left =
        after(EDITS.delete(new GraphIntent.Delete(List.of("Gen"), List.of(FIRST.toString()))));
    assertEquals(List.of(SECOND), links(left));
  }

  @Test
  void keepsTheWiresOfADeletedNodeWhereItIsAskedTo() {
    Pipeline withTransform =
        EDITS.drop(null, new NodeId("T"), "Transform", PLACE, FIRST, null).apply(PIPELINE);
    CanvasEdits edits = new CanvasEdits(withTransform, REGISTRY, SHOWN);
    Edit edit =
        edits.delete(
            new GraphIntent.Delete(List.of("T"), List.of(), List.of(), List.of(), Wires.KEEP));
    assertEquals(List.of(FIRST, SECOND), links(edit.apply(withTransform)));
  }

  @ParameterizedTest
  @EnumSource
  void setsTheModeOfNodes(NodeMode mode) {
    Pipeline after = after(EDITS.setMode(new GraphIntent.SetMode(List.of("Gen", "Stats"), mode)));
    Node.Mode wanted =
        Map.of(
                NodeMode.NORMAL, Node.Mode.ACTIVE,
                NodeMode.MUTED, Node.Mode.MUTED,
                NodeMode.BYPASSED, Node.Mode.BYPASSED)
            .get(mode);
    assertEquals(
        List.of(wanted, wanted, Node.Mode.ACTIVE), after.nodes().stream().map(Node::mode).toList());
  }

  @Test
  void refusesALinkThatIsNotThere() {
    assertThrows(IllegalArgumentException.class, () -> EDITS.disconnect("a.b → c.d"));
  }
}
