package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.Layout.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final Area AREA = new Area(0, 0, 10, 10);

  @Test
  void whatAFrameTakesLeavesTheOthers() {
    Frame first = Frame.of("frame1", "one", "", AREA, List.of(A, B)).withNotes(List.of("note1"));
    Frame second = Frame.of("frame2", "two", "data", AREA, List.of(B)).withNotes(List.of("note1"));
    Layout layout = Layout.EMPTY.withFrame(first).withFrame(second);
    assertEquals(
        List.of(first.withNodes(List.of(A)).withNotes(List.of()), second), layout.frames());
    assertEquals(Optional.of(second), layout.frameOf(B));
    assertEquals(List.of(second), layout.withoutFrame("frame1").frames());
  }

  private static Frame frame(String id, String outer, NodeId... nodes) {
    return Frame.of(id, id, "", AREA, List.of(nodes)).withOuter(outer);
  }

  @Test
  void aFrameStandsAboveTheOneThatItLiesIn() {
    Frame inner = frame("a", "b", A);
    Frame middle = frame("b", "c");
    Frame outer = frame("c", "", B);
    Frame beside = frame("d", "");
    Layout layout = Layout.EMPTY.withFrames(List.of(beside, inner, middle, outer));
    assertEquals(List.of(beside, outer, middle, inner), layout.frames());
    assertEquals(List.of(outer, middle, inner), layout.framesWithin(List.of("c")));
    assertEquals(List.of(B, A), List.copyOf(layout.nodesWithin("c")));
    assertEquals(List.of("b", "c"), layout.outers("a"));
    assertEquals(Optional.of(inner), layout.frameOf(A));
  }

  @Test
  void whatIsInAFrameThatGoesIsInTheOneThatItLayIn() {
    Frame outer = frame("outer", "", B).withNotes(List.of("note1"));
    Frame middle = frame("middle", "outer", A).withNotes(List.of("note2"));
    Frame inner = frame("inner", "middle");
    Layout layout = Layout.EMPTY.withFrames(List.of(outer, middle, inner));
    assertEquals(
        List.of(
            outer.withNodes(List.of(B, A)).withNotes(List.of("note1", "note2")),
            inner.withOuter("outer")),
        layout.withoutFrame("middle").frames());
    assertEquals(List.of(middle.withOuter(""), inner), layout.withoutFrame("outer").frames());
  }

  @Test
  void aFrameInOneThatIsNotThereLiesInNone() {
    assertEquals(
        List.of(frame("", ""), frame("a", "")),
        Layout.EMPTY.withFrames(List.of(frame("", ""), frame("a", "gone"))).frames());
  }

  @Test
  void framesThatLieInOneAnotherInACircleAreRefused() {
    List<Frame> circle = List.of(frame("a", "b"), frame("b", "a"));
    assertThrows(IllegalArgumentException.class, () -> Layout.EMPTY.withFrames(circle));
    List<Frame> self = List.of(frame("a", "a"));
    assertThrows(IllegalArgumentException.class, () -> Layout.EMPTY.withFrames(self));
  }

  @Test
  void framesLieOnlySoDeep() {
    List<Frame> chain =
        IntStream.range(0, 100_000)
            .mapToObj(i -> frame("f" + i, i == 0 ? "" : "f" + (i - 1)))
            .toList();
    Layout layout = Layout.EMPTY.withFrames(chain.reversed());
    String last = "f" + (Layout.MOST_DEEP - 1);
    assertEquals(
        List.of(last, last), List.of(outer(layout, Layout.MOST_DEEP), outer(layout, 99_999)));
  }

  private static String outer(Layout layout, int index) {
    return layout.frame("f" + index).orElseThrow().outer();
  }

  @Test
  void aChangedNoteKeepsItsPlaceAndARemovedOneLeavesItsFrame() {
    Layout layout =
        Layout.EMPTY
            .withNote(Note.of("note1", "a", AREA))
            .withNote(Note.of("note2", "b", AREA))
            .withFrame(
                Frame.of("frame1", "", "", AREA, List.of()).withNotes(List.of("note1", "note2")));
    Note changed = Note.of("note1", "c", AREA.at(new Position(3, 4)));
    assertEquals(List.of(changed, Note.of("note2", "b", AREA)), layout.withNote(changed).notes());
    Layout without = layout.withoutNote("note1");
    assertEquals(List.of("note2"), without.frame("frame1").orElseThrow().notes());
    assertEquals(Optional.empty(), without.note("note1"));
  }

  @Test
  void freeIdsAreFree() {
    Layout layout =
        Layout.EMPTY
            .withNote(Note.of("note1", "", AREA))
            .withFrame(Frame.of("frame2", "", "", AREA, List.of()));
    assertEquals("note2", layout.freeNoteId());
    assertEquals("frame1", layout.freeFrameId());
  }

  @Test
  void placingSomeLeavesTheOthersWhereTheyAre() {
    Layout layout = Layout.EMPTY.with(A, new Position(1, 1)).with(B, new Position(2, 2));
    assertEquals(
        Layout.EMPTY.with(A, new Position(1, 1)).with(B, new Position(5, 6)),
        layout.withPositions(Map.of(B, new Position(2, 2).movedBy(3, 4))));
  }

  @Test
  void aLinkLedThroughNoPointsHasNoEntry() {
    Link link = new Link(new Source(A, "out"), B, "in");
    Layout layout = Layout.EMPTY.withKnots(link, List.of(new Position(1, 1)));
    assertEquals(List.of(new Position(1, 1)), layout.knots(link));
    assertEquals(Layout.EMPTY, layout.withKnots(link, List.of()));
  }

  @Test
  void expandingTakesOnlyTheseBack() {
    Layout layout = Layout.EMPTY.withCollapsed(List.of(A, B));
    assertEquals(Layout.EMPTY.withCollapsed(List.of(B)), layout.withoutCollapsed(List.of(A)));
  }

  @Test
  void twoOfOneIdAndSizesBelowZeroAreRefused() {
    Note note = Note.of("note1", "", AREA);
    assertThrows(IllegalArgumentException.class, () -> Layout.EMPTY.withNotes(List.of(note, note)));
    assertThrows(IllegalArgumentException.class, () -> new Area(0, 0, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Area(0, Double.NaN, 1, 1));
    assertEquals(new Area(0, 0, 1, 1), new Area(-0.0, -0.0, 1, 1));
  }
}
