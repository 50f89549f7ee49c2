package dev.pipewright.app.shell;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/// A person with a mouse and no keyboard.
final class TaxiMouse extends TaxiHands {

  private static final int MOST_NOTCHES = 200;

  /// Longer than a document's problems are waited for.
  private static final int FRAMES_OF_REST = 12;

  private final Path folder;

  TaxiMouse(OpenWindow window, Hands hands, Path folder) {
    super(window, hands);
    this.folder = folder;
  }

  /// Clicks what says this in a menu that is open.
  void item(String text) {
    Fx.settle();
    hands.click(
        Fx.call(
            () ->
                Window.getWindows().stream()
                    .filter(
                        each -> each instanceof ContextMenu || each != window.scene().getWindow())
                    .flatMap(each -> shown(each.getScene().getRoot()))
                    .filter(each -> each instanceof Labeled label && text.equals(label.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no item " + text))));
    Fx.settle();
  }

  /// A button of the line below the menus.
  Node button(String id) {
    return Fx.call(
        () ->
            shown(window.find(".tool-line"))
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id)));
  }

  void menu(String menu, String text) {
    hands.click(window.labelled(menu));
    item(text);
  }

  /// Drags a component from the list to where its card's left upper corner shall be.
  void drop(String component, double x, double y) {
    ListView<?> list = (ListView<?>) window.find(".palette-list");
    Node row =
        Fx.call(
            () ->
                list.lookupAll(".palette-cell").stream()
                    .filter(cell -> cell.getAccessibleText() != null)
                    .filter(cell -> cell.getAccessibleText().startsWith(component + "."))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row of " + component)));
    hands.drag(Hands.middle(row), Hands.pointIn(graph(), x + 80, y + 40));
    Fx.settle();
  }

  /// Drags a link from an output to an input, both as `Node.port`.
  void link(String from, String to) {
    hands.drag(port("Output", from), port("Input", to));
    Fx.settle();
  }

  private Point2D port(String side, String port) {
    String node = port.substring(0, port.indexOf('.'));
    String start = side + " " + port.substring(node.length() + 1) + ", ";
    return Fx.call(
        () ->
            graph().lookupAll(".graph-port").stream()
                .filter(each -> each.getAccessibleText() != null)
                .filter(each -> each.getAccessibleText().startsWith(start))
                .filter(each -> each.getAccessibleText().endsWith(" of " + node))
                .findFirst()
                .map(Hands::middle)
                .orElseThrow(() -> new AssertionError("no port " + port)));
  }

  /// Clicks a card's header.
  void select(String node) {
    Point2D header =
        Fx.call(
            () -> {
              var bounds = graph().nodeBounds(node);
              Point2D at = graph().viewPoint(bounds.getMinX() + 60, bounds.getMinY() + 14);
              return graph().localToScreen(at);
            });
    hands.click(header);
    Fx.settle();
  }

  @Override
  void go(String node) {
    select(node);
  }

  void rename(String from, String to) {
    select(from);
    hands.click(Fx.call(() -> window.find(".inspector").lookup(".rename-button")));
    Fx.settle();
    Node field = window.find(".rename-field");
    copied(to);
    hands.rightClick(field);
    item("Select All");
    hands.rightClick(field);
    item("Paste");
    hands.click(Hands.pointIn(graph(), 6, 6));
    Fx.settle();
  }

  private Node control(String what, Predicate<Node> rule) {
    Fx.settle();
    Node found =
        Fx.call(
            () ->
                shown(window.find(".inspector .parameter-form"))
                    .filter(rule)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the form has no " + what)));
    scrollTo(found);
    awaitRest(found);
    return found;
  }

  /// Messages come and go a moment after an edit: a person clicks what stands still.
  private static void awaitRest(Node control) {
    Point2D before = null;
    for (Point2D now = Hands.middle(control); !now.equals(before); now = Hands.middle(control)) {
      before = now;
      Fx.frames(FRAMES_OF_REST);
    }
  }

  private Node control(String field) {
    return control(field, each -> each.isFocusTraversable() && !isAdd(each) && isOf(each, field));
  }

  private static boolean isOf(Node node, String field) {
    return Optional.ofNullable(node.hasProperties() ? node.getProperties().get(PATH) : null)
        .filter(field::equals)
        .isPresent();
  }

  /// Turns the wheel until a control of the form is seen.
  private void scrollTo(Node control) {
    ScrollPane pane = pane(control);
    for (int notch = 0; notch < MOST_NOTCHES; notch++) {
      Bounds seen = Fx.call(() -> pane.localToScreen(pane.getLayoutBounds()));
      double y = Hands.middle(control).getY();
      if (y > seen.getMinY() + 20 && y < seen.getMaxY() - 20) {
        return;
      }
      hands.moveTo(new Point2D(seen.getMinX() + 3, seen.getCenterY()));
      hands.scroll(y < seen.getCenterY() ? -1 : 1);
      Fx.settle();
    }
    throw new AssertionError("the wheel does not lead to " + control);
  }

  private static ScrollPane pane(Node control) {
    Node around = control;
    while (!(around instanceof ScrollPane)) {
      around = around.getParent();
    }
    return (ScrollPane) around;
  }

  @Override
  void write(String field, String text) {
    paste(field, text);
  }

  @Override
  void paste(String field, String text) {
    Node control = control(field);
    copied(text);
    hands.click(control);
    hands.rightClick(control);
    item("Paste");
    String stands = Fx.call(() -> ((TextInputControl) control).getText());
    if (!stands.equals(text)) {
      Screens.write(window.scene(), "taxi-mouse-lost");
      throw new AssertionError(field + " says " + stands + ", the keys go to " + owner());
    }
  }

  @Override
  void folder(String field, String text) {
    window.answers.named = Optional.of(folder.resolve(text));
    Node control = control(field);
    hands.click(
        Fx.call(
            () ->
                shown(control.getParent())
                    .filter(each -> each.getStyleClass().contains("icon-button"))
                    .findFirst()
                    .orElseThrow()));
    Fx.settle();
  }

  @Override
  void add(String list) {
    hands.click(control("button for " + list, each -> isAdd(each) && field(each).equals(list)));
    Fx.settle();
  }

  @Override
  void turnOn(String field) {
    hands.click(control(field));
    Fx.settle();
  }

  @Override
  void choose(String field, String option) {
    hands.click(control(field));
    Fx.settle();
    hands.click(
        Fx.call(
            () ->
                Window.getWindows().stream()
                    .filter(each -> each != window.scene().getWindow())
                    .flatMap(each -> shown(each.getScene().getRoot()))
                    .filter(each -> each instanceof ListCell<?> c && option.equals(c.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no choice " + option))));
    Fx.settle();
  }
}
