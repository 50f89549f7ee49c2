package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.CubicCurve;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class LinkGesturesTest {

  private static final PortRef EXAMPLES = new PortRef("CsvExampleGen", "examples");
  private static final PortRef SCHEMA = new PortRef("ImportSchemaGen", "schema");

  private EditorStage stage;

  @BeforeEach
  void show() {
    stage = EditorStage.show();
  }

  private void begin(Hands hands, Point2D from, Point2D to) {
    hands.moveTo(from).press(MouseButton.PRIMARY).glideTo(to);
  }

  @Test
  void aDragFromAnOutputToAnInputLinksThem(Hands hands) {
    hands.drag(stage.output("Transform", 0), stage.input("Trainer", 2).add(300, 300));
    hands.drag(stage.output("Resolver", 0), stage.input("Pusher", 1));
    assertEquals(
        new GraphIntent.Connect(new PortRef("Resolver", "model"), new PortRef("Pusher", "model")),
        stage.last());
    assertTrue(stage.links().contains("Resolver.model-Pusher.model"));
    assertFalse(stage.links().contains("Trainer.model-Pusher.model"));
  }

  @Test
  void aDragFromAnInputWithoutALinkGoesToAnOutput(Hands hands) {
    String key = "Resolver.model-Evaluator.baseline_model";
    Fx.run(() -> stage.edits.accept(new GraphIntent.Disconnect(key)));
    Fx.settle();
    hands.drag(stage.input("Evaluator", 2), stage.output("Resolver", 0));
    assertEquals(
        new GraphIntent.Connect(
            new PortRef("Resolver", "model"), new PortRef("Evaluator", "baseline_model")),
        stage.last());
  }

  @Test
  void portsThatFitGetARingAndTheOthersFadeWhileALinkIsDrawn(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.at(300, 520));
    assertTrue(stage.has(stage.glyph("Transform", PortSide.INPUT, 1), "fits"));
    assertTrue(stage.has(stage.glyph("Transform", PortSide.INPUT, 0), "unfit"));
    assertTrue(stage.has(stage.glyph("Transform", PortSide.OUTPUT, 0), "unfit"));
    assertEquals(
        0.35,
        Fx.call(() -> stage.glyph("Transform", PortSide.INPUT, 0).lookup(".mark").getOpacity()));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertFalse(stage.has(stage.glyph("Transform", PortSide.INPUT, 1), "fits"));
    assertFalse(stage.has(stage.glyph("Transform", PortSide.INPUT, 0), "unfit"));
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void thePreviewIsDashedAndLeadsToTheMouse(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.at(300, 520));
    CubicCurve line = Fx.call(() -> (CubicCurve) stage.view.lookup(".preview > .line"));
    assertEquals(
        List.of(196.0, 300.0, 520.0, List.of(4.0, 3.0)),
        Fx.call(
            () ->
                List.of(
                    line.getStartX(), line.getEndX(), line.getEndY(), line.getStrokeDashArray())));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    assertNull(Fx.call(() -> stage.view.lookup(".preview")));
  }

  @Test
  void aPortThatDoesNotFitSaysWhyAtTheMouse(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.input("Evaluator", 0));
    assertEquals("Takes Examples, not Schema", stage.hint());
    hands.glideTo(stage.output("Trainer", 1));
    assertEquals("An output is linked to an input", stage.hint());
    hands.release(MouseButton.PRIMARY);
    assertEquals(List.of(), stage.seen());
    assertEquals("", stage.hint());
  }

  @Test
  void aLinkThatWouldCloseACircleIsRefusedWithTheRulesReason(Hands hands) {
    begin(hands, stage.output("Transform", 1), stage.input("Transform", 0));
    assertEquals("This would close a circle", stage.hint());
    hands.release(MouseButton.PRIMARY);
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void aDropOnACardTakesTheOnePortThatFits(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.body("ExampleValidator"));
    assertTrue(stage.has(stage.card("ExampleValidator"), "target"));
    assertTrue(stage.has(stage.glyph("ExampleValidator", PortSide.INPUT, 1), "chosen"));
    hands.release(MouseButton.PRIMARY);
    assertFalse(stage.has(stage.card("ExampleValidator"), "target"));
    assertEquals(
        new GraphIntent.Connect(SCHEMA, new PortRef("ExampleValidator", "schema")), stage.last());
  }

  @Test
  void aDropOnACardWithoutAPortThatFitsSaysSoAndDoesNothing(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.body("Trainer"));
    assertEquals("Trainer has no port for Schema", stage.hint());
    hands.release(MouseButton.PRIMARY);
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void amongSeveralFreePortsTheOneOfTheSameNameIsMeant() {
    LinkFits fits =
        Fx.call(
            () -> {
              stage.edits.accept(new GraphIntent.Disconnect("Trainer.model-Evaluator.model"));
              stage.edits.accept(
                  new GraphIntent.Disconnect("Resolver.model-Evaluator.baseline_model"));
              Desk desk = new Desk(stage.view, stage.drawing(), new Hints(stage.view));
              return new LinkFits(desk, PortEnd.output(new PortRef("Resolver", "model")), null);
            });
    assertEquals(
        PortEnd.input(new PortRef("Evaluator", "model")),
        Fx.call(() -> fits.portOf(stage.drawing().items().node("Evaluator"))));
  }

  @Test
  void aDropNearAPortMeansThePort(Hands hands) {
    begin(hands, stage.output("ImportSchemaGen", 0), stage.input("Transform", 1).add(-15, 4));
    assertTrue(stage.has(stage.glyph("Transform", PortSide.INPUT, 1), "chosen"));
    hands.press(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
  }

  @Test
  void aDropOnEmptyCanvasAsksForANodeThere(Hands hands) {
    Point2D screen = stage.at(340, 560);
    hands.drag(stage.output("CsvExampleGen", 0), screen);
    assertEquals(
        new GraphIntent.AskNode(PortEnd.output(EXAMPLES), new Point2D(340, 560), screen),
        stage.last());
  }

  @Test
  void anEndIsDraggedToAnotherPort(Hands hands) {
    String key = "Evaluator.blessing-Pusher.model_blessing";
    hands.drag(stage.input("Pusher", 0).add(-14, -6), stage.at(940, 560));
    assertEquals(new GraphIntent.Disconnect(key), stage.last());
    assertFalse(stage.links().contains(key));
  }

  @Test
  void theLinkOfASingleInputComesOffItAndGoesElsewhere(Hands hands) {
    String key = "Resolver.model-Evaluator.baseline_model";
    begin(hands, stage.input("Evaluator", 2), stage.at(760, 480));
    assertTrue(stage.has(Fx.call(() -> stage.link(key).line()), "taken"));
    hands.glideTo(stage.input("Pusher", 1)).release(MouseButton.PRIMARY);
    assertEquals(
        new GraphIntent.Reconnect(
            key, new PortRef("Resolver", "model"), new PortRef("Pusher", "model")),
        stage.last());
  }

  @Test
  void anEndThatComesBackToItsPortChangesNothing(Hands hands) {
    begin(hands, stage.input("Evaluator", 2), stage.at(760, 480));
    hands.glideTo(stage.input("Evaluator", 2)).release(MouseButton.PRIMARY);
    assertEquals(List.of(), stage.seen());
  }

  @Test
  void aListInputTakesASecondLink(Hands hands) {
    Fx.run(
        () -> {
          List<GraphNode> nodes =
              stage.view.getDocument().nodes().stream()
                  .map(node -> node.key().equals("Pusher") ? many(node) : node)
                  .toList();
          stage.view.setDocument(GraphDocument.of(nodes, stage.view.getDocument().links()));
        });
    Fx.settle();
    hands.drag(stage.output("Resolver", 0), stage.input("Pusher", 1));
    assertTrue(
        stage
            .links()
            .containsAll(List.of("Resolver.model-Pusher.model", "Trainer.model-Pusher.model")));
  }

  private static GraphNode many(GraphNode node) {
    return new GraphNode(
        node.key(),
        node.title(),
        node.kind(),
        node.category(),
        node.x(),
        node.y(),
        node.width(),
        node.inputs().stream().map(port -> port.with(Arity.MANY)).toList(),
        node.outputs());
  }

  @Test
  void theViewMovesOnWhileALinkIsDraggedToItsEdge(Hands hands) {
    begin(hands, stage.output("CsvExampleGen", 0), Hands.pointIn(stage.view, 500, 628));
    double before = Fx.call(() -> stage.view.originYProperty().get());
    Fx.frames(12);
    assertTrue(Fx.call(() -> stage.view.originYProperty().get()) > before + 50);
    hands.press(KeyCode.ESCAPE);
    double after = Fx.call(() -> stage.view.originYProperty().get());
    Fx.frames(6);
    assertEquals(after, Fx.call(() -> stage.view.originYProperty().get()));
    hands.release(MouseButton.PRIMARY);
  }

  @Test
  void aClickOnAPortOrALinksEndIsNoDrag(Hands hands) {
    hands.click(stage.output("CsvExampleGen", 0));
    assertEquals(List.of(), stage.seen());
    assertEquals(
        List.of("CsvExampleGen"), Fx.call(() -> List.copyOf(stage.view.getSelection().nodes())));
  }

  @Test
  void aLinkDragEndsWhenItsNodeLeavesTheDocument(Hands hands) {
    begin(hands, stage.output("Resolver", 0), stage.at(300, 560));
    Fx.run(() -> stage.edits.accept(new GraphIntent.Delete(List.of("Resolver"), List.of())));
    assertNull(Fx.call(() -> stage.view.lookup(".preview")));
    hands.release(MouseButton.PRIMARY);
    assertEquals(1, stage.seen().size());
  }

  @Test
  void aLinkIsMarkedAlsoWhereItIsPainted(Hands hands) {
    Fx.run(() -> stage.view.zoomTo(0.4, 0, 0));
    Fx.frames(20);
    assertNull(Fx.call(() -> stage.view.lookup(".graph-link")));
    hands.moveTo(stage.at(440, 224));
    assertTrue(stage.has(Fx.call(() -> stage.view.lookup(".graph-link")), "hot"));
    hands.moveTo(stage.at(440, 580));
    assertNull(Fx.call(() -> stage.view.lookup(".graph-link")));
  }
}
