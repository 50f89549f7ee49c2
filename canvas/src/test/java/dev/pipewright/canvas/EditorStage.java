package dev.pipewright.canvas;

import dev.pipewright.testing.Fx;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A window with the demo's graph that can be edited, and where things are in it.
final class EditorStage {

  final GraphView view;
  final DemoEdits edits;
  final Scene scene;

  private EditorStage(GraphDocument document, String theme) {
    view = DemoGraph.view();
    edits = DemoEdits.of(view);
    view.setDocument(document);
    scene = DemoGraph.scene(view, 1072, 632, theme);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  static EditorStage show(GraphDocument document) {
    return show(document, "light");
  }

  static EditorStage show(GraphDocument document, String theme) {
    EditorStage shown = Fx.call(() -> new EditorStage(document, theme));
    Fx.settle();
    return shown;
  }

  static EditorStage show() {
    return show(DemoGraph.edited());
  }

  /// A point of the document, on the screen.
  Point2D at(double x, double y) {
    return Fx.call(() -> view.localToScreen(view.viewPoint(x, y)));
  }

  private NodeItem item(String node) {
    return ((GraphViewSkin) view.getSkin()).drawing().items().node(node);
  }

  Point2D input(String node, int index) {
    return port(node, PortSide.INPUT, index);
  }

  Point2D output(String node, int index) {
    return port(node, PortSide.OUTPUT, index);
  }

  private Point2D port(String node, PortSide side, int index) {
    return Fx.call(
        () ->
            view.localToScreen(
                view.viewPoint(item(node).portX(side), item(node).portY(side, index))));
  }

  Point2D title(String node) {
    Rectangle2D at = bounds(node);
    return at(at.getMinX() + 80, at.getMinY() + 22);
  }

  /// A point of a card that is neither its title nor a port.
  Point2D body(String node) {
    Rectangle2D at = bounds(node);
    return at(at.getMinX() + 20, at.getMinY() + 40);
  }

  Rectangle2D bounds(String node) {
    return Fx.call(() -> view.nodeBounds(node));
  }

  Drawing drawing() {
    return Fx.call(() -> ((GraphViewSkin) view.getSkin()).drawing());
  }

  LinkItem link(String key) {
    return Fx.call(() -> drawing().items().link(key));
  }

  PortGlyph glyph(String node, PortSide side, int index) {
    return Fx.call(() -> item(node).card().glyphs(side).get(index));
  }

  NodeCard card(String node) {
    return Fx.call(() -> item(node).card());
  }

  /// The words at the mouse; empty for none.
  String hint() {
    return Fx.call(
        () ->
            view.lookupAll(".graph-hint").stream()
                .filter(Node::isVisible)
                .map(label -> ((javafx.scene.control.Label) label).getText())
                .findFirst()
                .orElse(""));
  }

  boolean has(Node node, String pseudoClass) {
    return Fx.call(
        () ->
            node.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals(pseudoClass)));
  }

  List<GraphIntent> seen() {
    return Fx.call(() -> List.copyOf(edits.seen()));
  }

  GraphIntent last() {
    return seen().getLast();
  }

  List<String> links() {
    return Fx.call(() -> view.getDocument().links().stream().map(GraphLink::key).toList());
  }
}
