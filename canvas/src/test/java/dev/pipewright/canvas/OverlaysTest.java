package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What stands over the graph, and controls on its cards.
@ExtendWith(FxToolkit.class)
class OverlaysTest {

  private final List<GraphIntent> intents = new ArrayList<>();
  private GraphView view;

  @BeforeEach
  void show() {
    view = Fx.call(DemoGraph::view);
    Fx.run(
        () -> {
          view.setOnIntent(intents::add);
          Stage stage = new Stage();
          stage.setScene(DemoGraph.scene(view, 1072, 632, "light"));
          stage.show();
        });
    Fx.settle();
  }

  private Bounds inView(String selector) {
    return Fx.call(
        () -> {
          Node node = view.lookup(selector);
          return view.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        });
  }

  @Test
  void theMapStandsInTheCornerAndShrinksToItsButtons() {
    assertEquals(new BoundingBox(880, 484, 180, 136), inView(".map"));
    Fx.run(() -> view.minimapVisibleProperty().set(false));
    Fx.settle();
    assertEquals(new BoundingBox(880, 590, 180, 30), inView(".map"));
  }

  @Test
  void theLegendStandsInTheOtherCornerWithEachType() {
    assertFalse(Fx.call(() -> view.lookup(".legend").isVisible()));
    Fx.run(() -> view.legendVisibleProperty().set(true));
    Fx.settle();
    assertEquals(new BoundingBox(12, 498, 400, 122), inView(".legend"));
    List<String> words =
        Fx.call(
            () ->
                view.lookupAll(".legend > .entry").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertEquals(DemoGraph.TYPES.size() + 2, words.size());
    assertTrue(words.containsAll(List.of("Examples", "PushedModel", "Not yet made")));
    Fx.run(() -> view.getLegend().setAll(DemoGraph.MODEL));
    Fx.settle();
    assertEquals(62, inView(".legend").getHeight());
  }

  @Test
  void theMapShowsAllThatIsInSightAndAllNodes() {
    Fx.run(() -> view.panBy(4000, 0));
    Fx.settle();
    Bounds frame = inView(".picture > .frame");
    Bounds picture = inView(".picture");
    assertTrue(picture.contains(frame.getCenterX(), frame.getCenterY()));
    assertTrue(frame.getCenterX() > picture.getCenterX(), "the frame is right of the graph");
  }

  @Test
  void theZoomIsWrittenInPercent() {
    Fx.run(() -> view.zoomTo(0.333));
    assertEquals("33%", Fx.call(() -> ((Button) view.lookup(".level")).getText()));
  }

  @Test
  void thePresetsAreAMenu(Hands hands) {
    hands.click(Fx.call(() -> view.lookup(".level")));
    // The first is marked when the menu opens.
    hands.press(KeyCode.DOWN).press(KeyCode.ENTER);
    assertEquals(0.5, Fx.call(() -> view.getZoom()));
  }

  @Test
  void keysZoom(Hands hands) {
    Fx.run(view::requestFocus);
    hands.press(KeyCode.CONTROL, KeyCode.MINUS);
    assertEquals(0.8, Fx.call(() -> view.getZoom()));
    hands.press(KeyCode.CONTROL, KeyCode.EQUALS).press(KeyCode.CONTROL, KeyCode.EQUALS);
    assertEquals(1.25, Fx.call(() -> view.getZoom()));
    hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(1, Fx.call(() -> view.getZoom()));
  }

  @Test
  void twoFingersZoom() {
    Fx.run(
        () ->
            view.fireEvent(
                new ZoomEvent(
                    ZoomEvent.ZOOM,
                    300,
                    200,
                    300,
                    200,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    1.5,
                    1.5,
                    null)));
    assertEquals(1.5, Fx.call(() -> view.getZoom()));
    assertEquals(100, Fx.call(() -> view.originXProperty().get()), 0.5);
  }

  private NodeContent content(String node) {
    return Fx.call(
        () -> ((GraphViewSkin) view.getSkin()).drawing().items().node(node).card().content());
  }

  @Test
  void aButtonOnACardIsPressedAndNothingElse(Hands hands) {
    List<String> pressed = new ArrayList<>();
    Button button =
        Fx.call(
            () -> {
              Button made = new Button("Retry");
              made.setOnAction(_ -> pressed.add("Retry"));
              return made;
            });
    Fx.run(() -> content("AnomalyNotifier").metaProperty().set(button));
    Fx.settle();
    hands.click(button).click();
    assertEquals(List.of("Retry", "Retry"), pressed);
    assertEquals(List.of(), intents);
    assertEquals(Set.of(), Fx.call(() -> Set.copyOf(view.getSelection().nodes())));
  }

  @Test
  void keysTypedInAFieldOnACardAreTheFields(Hands hands) {
    TextField field = Fx.call(() -> new TextField("abc"));
    Fx.run(
        () -> {
          content("Pusher").previewProperty().set(field);
          view.getSelection().selectNodes(List.of("Trainer"));
        });
    Fx.settle();
    Fx.run(field::requestFocus);
    hands.press(KeyCode.END).press(KeyCode.BACK_SPACE).press(KeyCode.ENTER);
    assertEquals("ab", Fx.call(field::getText));
    assertEquals(List.of(), intents);
  }

  @Test
  void aProblemHasABadgeThatSaysIt(Hands hands) {
    Fx.run(() -> content("Pusher").problemProperty().set("It has no model."));
    Fx.settle();
    Node badge = Fx.call(() -> view.lookup(".problem"));
    hands.moveTo(badge);
    assertTrue(Fx.call(badge::isHover));
    assertEquals(
        "Pusher, Pusher, waiting, It has no model.",
        Fx.call(
            () -> {
              Node card = badge.getParent();
              return card.getAccessibleText();
            }));
  }

  @Test
  void theBarOfACardAtWorkFollowsItsProgress() {
    Fx.run(() -> content("Trainer").progressProperty().set(0.5));
    Fx.settle();
    assertEquals(178, inView(".bar").getWidth());
    assertEquals(89, inView(".bar-done").getWidth());
    Fx.run(() -> content("Trainer").progressProperty().set(Double.NaN));
    Fx.settle();
    assertEquals(0, inView(".bar-done").getWidth());
  }
}
