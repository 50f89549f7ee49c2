package dev.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class CanvasEditsTest {

  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");
  private static final NodeId C = new NodeId("c");
  private static final Source OUT = new Source(A, "out");

  private static final Pipeline PIPELINE =
      Pipeline.of(
          "p",
          List.of(
              Node.of(A, "X"),
              Node.of(B, "Y").withInput("in", List.of(OUT)),
              Node.of(C, "Z").withInput("in", List.of(OUT))));

  private static final List<GraphLink> LINKS = List.of(link("b"), link("c"));

  private static GraphLink link(String to) {
    return new GraphLink(
        "a→" + to, new PortRef("a", "out"), new PortRef(to, "in"), LinkState.NORMAL, "");
  }

  private static final Map<NodeId, Position> SHOWN =
      Map.of(A, new Position(0, 0), B, new Position(200, 0), C, new Position(200, 100));

  private static SequencedMap<NodeId, Position> positions(Edit edit) {
    return edit.apply(PIPELINE).layout().positions();
  }

  @Test
  void keepsTheOthersWhereTheyAreWhenTheFirstNodeIsMoved() {
    SequencedMap<String, Point2D> moved = new LinkedHashMap<>();
    moved.put("b", new Point2D(300, 40));
    assertEquals(
        Map.of(A, new Position(0, 0), B, new Position(300, 40), C, new Position(200, 100)),
        positions(CanvasEdits.move(PIPELINE, GraphIntent.MoveItems.nodes(moved), SHOWN)));
  }

  @Test
  void addsANodeWhereItIsWanted() {
    NodeId id = CanvasEdits.freeName(PIPELINE, "a");
    assertEquals(new NodeId("a2"), id);
    Pipeline added = CanvasEdits.add(PIPELINE, id, "X", new Position(8, 8), SHOWN).apply(PIPELINE);
    assertEquals(Node.of(id, "X"), added.nodes().getLast());
    assertEquals(new Position(8, 8), added.layout().positions().get(id));
    assertEquals(4, added.layout().positions().size());
  }

  @Test
  void namesANodeAsItsComponentWhereNoOtherIs() {
    assertEquals(new NodeId("Trainer"), CanvasEdits.freeName(PIPELINE, "Trainer"));
  }

  @Test
  void deletesNodesAndLinksAndTakesItBackAsOne() {
    Edit edit = CanvasEdits.delete(new GraphIntent.Delete(List.of("b"), List.of("a→c")), LINKS);
    Pipeline left = edit.apply(PIPELINE);
    assertEquals(Pipeline.of("p", List.of(Node.of(A, "X"), Node.of(C, "Z"))), left);
    assertEquals(PIPELINE, edit.inverse(PIPELINE).apply(left));
  }

  @Test
  void deletesALinkOnceThatGoesWithItsNode() {
    Edit edit = CanvasEdits.delete(new GraphIntent.Delete(List.of("a"), List.of("a→c")), LINKS);
    assertEquals(Pipeline.of("p", List.of(Node.of(B, "Y"), Node.of(C, "Z"))), edit.apply(PIPELINE));
  }
}
