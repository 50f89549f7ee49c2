package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

  private static final NodeId A = new NodeId("A");
  private static final long SECOND = 1_000_000_000L;

  private final Pipeline start = Pipeline.of("p", List.of(Node.of(A, "Trainer")));
  private final EditHistory history = new EditHistory(start);

  @Test
  void takesEditsBackAndAppliesThemAgain() {
    history.apply(set("x", 1), null, 0);
    Pipeline one = history.document();
    history.apply(set("x", 2), null, 0);
    Pipeline two = history.document();
    history.undo();
    assertEquals(one, history.document());
    history.undo();
    assertEquals(start, history.document());
    assertFalse(history.canUndo());
    history.redo();
    history.redo();
    assertEquals(two, history.document());
    assertFalse(history.canRedo());
  }

  @Test
  void anEditForgetsWhatWasTakenBack() {
    history.apply(set("x", 1), null, 0);
    history.undo();
    history.apply(set("y", 1), null, 0);
    assertFalse(history.canRedo());
    history.undo();
    assertEquals(start, history.document());
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    history.apply(set("x", 1), null, 0);
    history.undo();
    assertTrue(history.apply(new Edit.SetSeed(1), null, 0).isEmpty());
    assertTrue(history.canRedo());
    assertTrue(history.isSaved());
  }

  @Test
  void refusesAnEditThatDoesNotFitAndStaysAsItWas() {
    assertThrows(
        IllegalArgumentException.class,
        () -> history.apply(new Edit.RemoveNode(new NodeId("B")), null, 0));
    assertEquals(start, history.document());
    assertFalse(history.canUndo());
  }

  @Test
  void typingIsTakenBackAsOne() {
    for (int i = 1; i <= 5; i++) {
      history.apply(set("x", i), "type A.x", i * SECOND / 2);
    }
    history.undo();
    assertEquals(start, history.document());
    history.redo();
    assertEquals(set("x", 5).apply(start), history.document());
  }

  @Test
  void aPauseEndsABurst() {
    history.apply(set("x", 1), "x", 0);
    history.apply(set("x", 2), "x", 2 * SECOND);
    assertEquals(2, takeAllBack());
  }

  @Test
  void anotherBurstEndsABurst() {
    history.apply(set("x", 1), "x", 0);
    history.apply(set("y", 1), "y", 1);
    history.apply(set("x", 2), "x", 2);
    assertEquals(3, takeAllBack());
  }

  @Test
  void aSaveEndsABurst() {
    history.apply(set("x", 1), "x", 0);
    history.markSaved(history.state(), history.document());
    history.apply(set("x", 2), "x", 1);
    history.undo();
    assertTrue(history.isSaved());
    assertTrue(history.canUndo());
  }

  @Test
  void anUndoEndsABurst() {
    history.apply(set("x", 1), "x", 0);
    history.apply(set("y", 1), null, 1);
    history.undo();
    history.apply(set("x", 2), "x", 2);
    assertEquals(2, takeAllBack());
  }

  @Test
  void aLetterTypedAndDeletedIsNothingToTakeBack() {
    history.apply(set("x", 1), "x", 0);
    history.apply(new Edit.UnsetParameter(A, "x"), "x", 1);
    assertEquals(start, history.document());
    assertFalse(history.canUndo());
    assertTrue(history.isSaved());
  }

  @Test
  void aDragIsOneMove() {
    for (int i = 1; i <= 100; i++) {
      history.apply(new Edit.MoveNode(A, new Layout.Position(i, i)), "move A", i);
    }
    assertEquals(1, takeAllBack());
  }

  @Test
  void isSavedOnlyWhereItWasSaved() {
    history.apply(set("x", 1), null, 0);
    long saved = history.state();
    history.apply(set("x", 2), null, 0);
    history.markSaved(saved, history.document());
    assertFalse(history.isSaved());
    history.undo();
    assertTrue(history.isSaved());
    history.undo();
    history.apply(set("x", 1), null, 0);
    // The same content, yet not the document that was saved: its history is another.
    assertFalse(history.isSaved());
  }

  @Test
  void anyEditsAreTakenBackToTheSameDocuments() {
    Random random = new Random(4);
    List<Pipeline> states = new ArrayList<>(List.of(start));
    for (int i = 0; i < 200; i++) {
      if (history.apply(random(random), null, i).isPresent()) {
        states.add(history.document());
      }
    }
    for (int i = states.size() - 1; i > 0; i--) {
      assertEquals(states.get(i), history.document());
      history.undo();
    }
    assertEquals(start, history.document());
    for (Pipeline state : states.subList(1, states.size())) {
      history.redo();
      assertEquals(state, history.document());
    }
  }

  private Edit random(Random random) {
    List<Node> nodes = history.document().nodes();
    NodeId some = nodes.get(random.nextInt(nodes.size())).id();
    NodeId fresh = new NodeId("N" + random.nextInt(1_000_000));
    return switch (random.nextInt(6)) {
      case 0 -> Edit.AddNode.last(history.document(), Node.of(fresh, "Trainer"));
      case 1 -> nodes.size() > 1 ? new Edit.RemoveNode(some) : new Edit.SetSeed(random.nextInt(3));
      case 2 -> new Edit.RenameNode(some, fresh);
      case 3 -> new Edit.MoveNode(some, new Layout.Position(random.nextInt(9), 1));
      case 4 -> new Edit.SetName("p" + random.nextInt(3));
      default -> new Edit.SetParameter(some, "x", ParameterValue.of(random.nextInt(3)));
    };
  }

  private int takeAllBack() {
    int steps = 0;
    while (history.canUndo()) {
      history.undo();
      steps++;
    }
    assertEquals(start, history.document());
    return steps;
  }

  private static Edit set(String name, int value) {
    return new Edit.SetParameter(A, name, ParameterValue.of(value));
  }
}
