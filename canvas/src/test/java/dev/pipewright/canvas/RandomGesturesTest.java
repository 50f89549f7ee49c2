package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a person does, nothing of it stays behind: what is drawn is what the document has.
@ExtendWith(FxToolkit.class)
class RandomGesturesTest {

  private static final int GESTURES = 80;
  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.ESCAPE,
          KeyCode.ENTER,
          KeyCode.L,
          KeyCode.DOWN,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.F2,
          KeyCode.TAB,
          KeyCode.H,
          KeyCode.P,
          KeyCode.DELETE);

  private final Random random = new Random();
  private EditorStage stage;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsDrawnIsWhatTheDocumentHas(long seed, Hands hands) {
    stage = EditorStage.show();
    random.setSeed(seed);
    for (int i = 0; i < GESTURES; i++) {
      act();
    }
    hands.press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).press(KeyCode.ESCAPE);
    assertTrue(stage.seen().size() > 10, "only " + stage.seen().size() + " intents");
    // Longer than what was dropped waits for a document.
    Fx.frames(40);
    assertEquals(0, Fx.call(() -> stage.drawing().overlay().getChildren().size()));
    assertEquals("", stage.hint());
    for (GraphNode node : Fx.call(() -> stage.drawing().items().folding().document().nodes())) {
      assertEquals(
          new Point2D(node.x(), node.y()),
          Fx.call(
              () -> {
                NodeItem item = stage.drawing().items().node(node.key());
                return new Point2D(item.x(), item.y());
              }));
      if (stage.card(node.key()) != null) {
        for (PortGlyph glyph : stage.card(node.key()).glyphs(PortSide.INPUT)) {
          assertFalse(stage.has(glyph, "fits") || stage.has(glyph, "unfit"));
        }
      }
    }
  }

  private void act() {
    Fx.run(
        () -> {
          Robot robot = new Robot();
          switch (random.nextInt(8)) {
            case 0 -> press(robot, KEYS.get(random.nextInt(KEYS.size())));
            case 1 -> {
              robot.mouseMove(somewhere());
              robot.mouseClick(MouseButton.PRIMARY);
              robot.mouseClick(MouseButton.PRIMARY);
            }
            case 2 -> command();
            default -> drag(robot);
          }
        });
    Fx.settle();
  }

  private static void press(Robot robot, KeyCode key) {
    robot.keyPress(key);
    robot.keyRelease(key);
  }

  private void drag(Robot robot) {
    robot.mouseMove(somewhere());
    robot.mousePress(MouseButton.PRIMARY);
    for (int i = random.nextInt(5); i >= 0; i--) {
      robot.mouseMove(somewhere());
    }
    if (random.nextInt(5) == 0) {
      press(robot, KeyCode.ESCAPE);
    }
    if (random.nextInt(5) == 0) {
      command();
    }
    robot.mouseRelease(MouseButton.PRIMARY);
  }

  // More often where something is than on empty canvas.
  private Point2D somewhere() {
    GraphView view = stage.view;
    List<NodeItem> nodes = List.copyOf(stage.drawing().items().nodes());
    Point2D at = new Point2D(random.nextInt(1072), random.nextInt(632));
    if (!nodes.isEmpty() && random.nextInt(3) > 0) {
      NodeItem node = nodes.get(random.nextInt(nodes.size()));
      PortSide side = PortSide.values()[random.nextInt(2)];
      int ports = node.ports(side).size();
      Point2D spot =
          ports == 0 || random.nextInt(3) == 0
              ? new Point2D(node.x() + 40, node.y() + 20)
              : new Point2D(node.portX(side), node.portY(side, random.nextInt(ports)));
      Point2D seen = view.viewPoint(spot.getX(), spot.getY());
      at = view.getLayoutBounds().contains(seen) ? seen : at;
    }
    return view.localToScreen(at);
  }

  private void command() {
    GraphEdits edits = stage.view.edits();
    switch (random.nextInt(9)) {
      case 0 -> edits.toggleCollapsed();
      case 1 -> edits.toggleFold();
      case 2 -> edits.group();
      case 3 -> edits.ungroup();
      case 4 -> edits.toggle(NodeMode.BYPASSED);
      case 5 -> edits.align(Alignment.TOP);
      case 6 -> stage.view.selectAll();
      case 7 -> stage.view.fit();
      default -> {
        if (stage.view.getDocument().nodes().size() < 6) {
          stage.view.setDocument(DemoGraph.edited());
        }
      }
    }
  }
}
