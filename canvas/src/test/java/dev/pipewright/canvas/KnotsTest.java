package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class KnotsTest {

  private static final String LONG = "CsvExampleGen.examples-Evaluator.examples";
  private static final String BARE = "Resolver.model-Evaluator.baseline_model";

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private List<Point2D> knots(String link) {
    return Fx.call(() -> stage.edits.link(link).knots());
  }

  @Test
  void aDoubleClickOnALinkAddsAKnotThere(Hands hands) {
    hands.moveTo(stage.at(660, 450)).click().click();
    assertEquals(1, knots(BARE).size());
    assertTrue(knots(BARE).getFirst().distance(660, 450) < 4);
    assertEquals(2, Fx.call(() -> stage.link(BARE).path().size()));
  }

  @Test
  void aKnotBetweenTwoStandsBetweenThem(Hands hands) {
    hands.moveTo(stage.at(430, 224)).click().click();
    assertEquals(
        List.of(new Point2D(228, 224), new Point2D(432, 224), new Point2D(640, 224)), knots(LONG));
  }

  @Test
  void aKnotIsDraggedOnTheGridAndWithAltOffIt(Hands hands) {
    hands.drag(stage.at(228, 224), stage.at(259, 217));
    assertEquals(
        new GraphIntent.SetKnots(LONG, List.of(new Point2D(260, 216), new Point2D(640, 224))),
        stage.last());
    hands.hold(KeyCode.ALT).drag(stage.at(640, 224), stage.at(621, 225)).release(KeyCode.ALT);
    assertEquals(List.of(new Point2D(260, 216), new Point2D(621, 225)), knots(LONG));
  }

  @Test
  void theLinkFollowsAKnotThatIsDraggedAndGoesBackByEscape(Hands hands) {
    hands.moveTo(stage.at(228, 224)).press(MouseButton.PRIMARY).glideTo(stage.at(300, 232));
    assertEquals(new Point2D(300, 232), Fx.call(() -> stage.link(LONG).knots().getFirst()));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertEquals(new Point2D(228, 224), Fx.call(() -> stage.link(LONG).knots().getFirst()));
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void aDoubleClickOnAKnotRemovesItAndSoDoesDelete(Hands hands) {
    hands.moveTo(stage.at(228, 224)).click().click();
    assertEquals(List.of(new Point2D(640, 224)), knots(LONG));
    hands.click(stage.at(640, 224)).press(KeyCode.DELETE);
    assertEquals(List.of(), knots(LONG));
    assertTrue(stage.links().contains(LONG));
  }

  @Test
  void aLinkGoesThroughItsKnotsStraight() {
    LinkPath path = Fx.call(() -> stage.link(LONG).path());
    assertEquals(3, path.size());
    assertEquals(228, path.xAt(0, 1));
    assertEquals(224, path.yAt(1, 0));
    double before = path.yAt(0, 1) - path.yAt(0, 0.999);
    double after = path.yAt(1, 0.001) - path.yAt(1, 0);
    assertEquals(before, after, 0.01);
    assertTrue(path.xAt(0, 1) > path.xAt(0, 0.99));
  }

  @Test
  void knotsBetweenNodesThatMoveGoWithThem(Hands hands) {
    Fx.run(() -> stage.view.getSelection().selectNodes(List.of("CsvExampleGen", "Evaluator")));
    hands.hold(KeyCode.ALT);
    hands.drag(stage.body("CsvExampleGen"), stage.body("CsvExampleGen").add(0, 30));
    hands.release(KeyCode.ALT);
    assertEquals(List.of(new Point2D(228, 254), new Point2D(640, 254)), knots(LONG));
    assertNull(((GraphIntent.MoveItems) stage.last()).knots().get(BARE));
  }
}
