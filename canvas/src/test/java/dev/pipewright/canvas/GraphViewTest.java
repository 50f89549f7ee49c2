package dev.pipewright.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Leaks;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class GraphViewTest {

  private static GraphView shown(GraphView view) {
    Fx.run(
        () -> {
          Stage stage = new Stage();
          stage.setScene(DemoGraph.scene(view, 1072, 632, "light"));
          stage.show();
        });
    Fx.settle();
    return view;
  }

  private static GraphView shown() {
    return shown(Fx.call(DemoGraph::view));
  }

  private static NodeItem item(GraphView view, String key) {
    return Fx.call(() -> ((GraphViewSkin) view.getSkin()).drawing().items().node(key));
  }

  private static GraphDocument withLinkState(GraphDocument document, LinkState state) {
    return GraphDocument.of(
        document.nodes(),
        document.links().stream()
            .map(link -> new GraphLink(link.key(), link.from(), link.to(), state, link.label()))
            .toList());
  }

  @Test
  void cardsHaveTheSizesOfTheDesign() {
    GraphView view = shown();
    assertEquals(
        List.of(172.0, 145.0, 200.0, 241.0, 117.0),
        Fx.call(
            () ->
                List.of(
                    view.nodeBounds("CsvExampleGen").getWidth(),
                    view.nodeBounds("StatisticsGen").getHeight(),
                    view.nodeBounds("Trainer").getWidth(),
                    view.nodeBounds("Trainer").getHeight(),
                    view.nodeBounds("Pusher").getHeight())));
  }

  @Test
  void portsStandOnTheEdgesOfTheCard() {
    NodeCard card = item(shown(), "ExampleValidator").card();
    List<Bounds> middles =
        Fx.call(
            () ->
                List.of(
                    card.inputs().get(0).getBoundsInParent(),
                    card.inputs().get(1).getBoundsInParent(),
                    card.outputs().get(0).getBoundsInParent()));
    assertEquals(
        List.of("0,55", "0,75", "172,55"),
        middles.stream()
            .map(b -> Math.round(b.getCenterX()) + "," + Math.round(b.getCenterY()))
            .toList());
  }

  @Test
  void anOutputWhoseNameDoesNotFitBesideAnInputsGoesToTheNextRow() {
    GraphNode transform = DemoGraph.document().nodes().get(5);
    assertEquals(
        List.of(0, 2), java.util.Arrays.stream(CardMetrics.outputRows(transform)).boxed().toList());
  }

  @Test
  void aChangedStateKeepsEveryCardAndContent() {
    GraphView view = shown();
    NodeCard before = item(view, "Trainer").card();
    Node preview = before.content().previewProperty().get();
    Fx.run(() -> view.setDocument(withLinkState(view.getDocument(), LinkState.FEEDING)));
    Fx.settle();
    assertSame(before, item(view, "Trainer").card());
    assertSame(preview, before.content().previewProperty().get());
    assertTrue(
        Fx.call(
            () ->
                view.lookupAll(".graph-link").stream()
                    .allMatch(
                        link ->
                            link.getPseudoClassStates()
                                .contains(PseudoClass.getPseudoClass("feeding")))));
  }

  @Test
  void contentIsAskedForOnceANodeAndLetGoWhenTheNodeLeaves() {
    List<String> asked = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    GraphView view =
        Fx.call(
            () -> {
              GraphView made = new GraphView();
              made.setNodeContent(
                  node -> {
                    asked.add(node.key());
                    return new NodeContent(() -> gone.add(node.key()));
                  });
              made.setDocument(DemoGraph.document());
              return made;
            });
    shown(view);
    assertEquals(10, asked.size());
    List<GraphNode> kept = DemoGraph.document().nodes().subList(0, 2);
    Fx.run(() -> view.setDocument(GraphDocument.of(kept, List.of())));
    Fx.settle();
    assertEquals(10, asked.size());
    assertEquals(8, gone.size());
    Fx.run(() -> view.setDocument(GraphDocument.EMPTY));
    assertEquals(10, gone.size());
  }

  @Test
  void anotherKindGetsAnotherCard() {
    GraphView view = shown();
    NodeCard before = item(view, "Pusher").card();
    GraphNode pusher = DemoGraph.document().nodes().getLast();
    GraphNode other =
        new GraphNode(
            "Pusher", "Pusher", "Exporter", pusher.category(), 0, 0, 172, List.of(), List.of());
    Fx.run(() -> view.setDocument(GraphDocument.of(List.of(other), List.of())));
    Fx.settle();
    assertNotSame(before, item(view, "Pusher").card());
  }

  @Test
  void theCardGrowsWithItsPreview() {
    GraphView view = shown();
    Fx.run(
        () -> {
          Region higher = new Region();
          higher.setPrefHeight(60);
          item(view, "Pusher").card().content().previewProperty().set(higher);
        });
    Fx.settle();
    assertEquals(117 + 68, Fx.call(() -> view.nodeBounds("Pusher").getHeight()));
  }

  @Test
  void whatIsSelectedLeavesTheSelectionWithTheDocument() {
    GraphView view = shown();
    Fx.run(
        () -> {
          view.getSelection().selectNodes(List.of("Trainer", "Pusher"));
          view.setDocument(GraphDocument.of(view.getDocument().nodes().subList(9, 10), List.of()));
        });
    assertEquals(Set.of("Pusher"), Set.copyOf(view.getSelection().nodes()));
  }

  @Test
  void nodesPortsAndLinksSayWhatTheyAre() {
    GraphView view = shown();
    Set<String> spoken =
        Fx.call(
            () ->
                view.lookupAll("*").stream()
                    .filter(node -> node.getAccessibleRole() == AccessibleRole.NODE)
                    .map(Node::getAccessibleText)
                    .filter(text -> text != null)
                    .collect(Collectors.toSet()));
    assertTrue(spoken.contains("Trainer, Trainer, running"), spoken::toString);
    assertTrue(spoken.contains("Input examples, Examples, of Trainer"), spoken::toString);
    assertTrue(spoken.contains("Output model, Model, of Trainer"), spoken::toString);
    assertTrue(
        spoken.contains("Link from Evaluator blessing to Pusher model_blessing"), spoken::toString);
  }

  @Test
  void onlyWhatIsInSightIsInTheScene() {
    GraphView view =
        Fx.call(
            () -> {
              GraphView made = DemoGraph.view();
              made.setDocument(DemoGraph.large(400, 600, 20));
              return made;
            });
    shown(view);
    int cards = cards(view);
    assertTrue(cards >= 15 && cards <= 40, cards + " cards");
    Fx.run(() -> view.centerOn(20 * 240, 20 * 220));
    Fx.settle();
    assertTrue(cards(view) <= 40, cards(view) + " cards");
    Fx.run(() -> view.zoomTo(0.18));
    Fx.settle();
    assertEquals(0, cards(view));
  }

  private static int cards(GraphView view) {
    // Cards come in over some frames, when there are many.
    Fx.frames(60);
    return Fx.call(() -> view.lookupAll(".graph-node").size());
  }

  @Test
  void cardsAreDrawnFromPicturesButForThoseAtWork() {
    GraphView view = shown();
    NodeCard trainer = item(view, "Trainer").card();
    NodeCard pusher = item(view, "Pusher").card();
    assertTrue(pusher.isCache());
    assertFalse(trainer.isCache());
    Fx.run(() -> trainer.content().stateProperty().set(CardState.NORMAL));
    assertTrue(trainer.isCache());
    Fx.run(() -> view.panBy(5000, 0));
    Fx.settle();
    assertFalse(pusher.isCache());
    assertNull(pusher.getParent());
  }

  @Test
  void smallCardsShowNoDetails() {
    GraphView view = shown();
    Fx.run(() -> view.zoomTo(0.4, 0, 0));
    Fx.settle();
    Node details = Fx.call(() -> view.lookup(".graph-node .details"));
    assertFalse(details.isVisible());
    Fx.run(() -> view.zoomTo(1, 0, 0));
    Fx.settle();
    assertTrue(details.isVisible());
  }

  @Test
  void aSelectedLinkShowsItsLabel() {
    GraphView view = shown();
    Fx.run(
        () -> view.getSelection().selectLinks(List.of("Evaluator.blessing-Pusher.model_blessing")));
    Fx.settle();
    assertEquals("blessing 36", Fx.call(() -> ((Label) view.lookup(".link-label")).getText()));
    Fx.run(() -> view.getSelection().clear());
    Fx.settle();
    assertNull(Fx.call(() -> view.lookup(".link-label")));
  }

  @Test
  void thePlaceholderStandsOnlyInAnEmptyView() {
    Label empty = Fx.call(() -> new Label("Drag a component here"));
    GraphView view =
        Fx.call(
            () -> {
              GraphView made = new GraphView();
              made.placeholderProperty().set(empty);
              return made;
            });
    shown(view);
    assertSame(view, Fx.call(empty::getParent));
    Fx.run(() -> view.setDocument(DemoGraph.document()));
    assertNull(Fx.call(empty::getParent));
  }

  @Test
  void fitWaitsForASize() {
    GraphView view =
        Fx.call(
            () -> {
              GraphView made = DemoGraph.view();
              made.setDocument(DemoGraph.large(200, 100, 20));
              made.fit();
              return made;
            });
    shown(view);
    assertTrue(Fx.call(() -> view.getZoom()) < 0.5);
  }

  @Test
  void theViewAndItsCardsCanBeCollectedOnceTheyAreGone() {
    StackPane root = new StackPane();
    Fx.run(
        () -> {
          Stage stage = new Stage();
          stage.setScene(DemoGraph.scene(new GraphView(), 800, 600, "dark"));
          stage.getScene().setRoot(root);
          stage.show();
        });
    List<WeakReference<Object>> gone = references(root);
    Fx.settle();
    for (WeakReference<Object> reference : gone) {
      Leaks.assertCollected(String.valueOf(reference.get()), reference);
    }
  }

  private static List<WeakReference<Object>> references(StackPane root) {
    GraphView[] view = {Fx.call(DemoGraph::view)};
    Fx.run(() -> root.getChildren().add(view[0]));
    Fx.settle();
    List<WeakReference<Object>> references =
        Fx.call(
            () ->
                List.of(
                    new WeakReference<>(view[0]),
                    new WeakReference<>(view[0].getSkin()),
                    new WeakReference<>(view[0].lookup(".graph-node")),
                    new WeakReference<>(view[0].lookup(".graph-link"))));
    Fx.run(
        () -> {
          view[0].setDocument(GraphDocument.EMPTY);
          root.getChildren().clear();
        });
    return references;
  }

  @Test
  void aDisposedSkinLetsGoOfTheView() {
    GraphView view = shown();
    WeakReference<Object> skin = new WeakReference<>(Fx.call(view::getSkin));
    Fx.run(() -> view.setSkin(null));
    Fx.settle();
    Leaks.assertCollected("skin", skin);
  }

  @Test
  void nodesWithoutAPlaceAreLaidOutFromLeftToRight() {
    List<GraphNode> nodes =
        DemoGraph.document().nodes().stream().map(node -> node.at(Double.NaN, Double.NaN)).toList();
    GraphView view = Fx.call(DemoGraph::view);
    Fx.run(() -> view.setDocument(GraphDocument.of(nodes, DemoGraph.document().links())));
    shown(view);
    for (GraphLink link : DemoGraph.document().links()) {
      assertTrue(
          Fx.call(
              () ->
                  view.nodeBounds(link.from().node()).getMaxX() + 40
                      <= view.nodeBounds(link.to().node()).getMinX()),
          link.key());
    }
  }
}
