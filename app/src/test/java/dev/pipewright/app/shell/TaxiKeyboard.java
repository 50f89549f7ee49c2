package dev.pipewright.app.shell;

import dev.pipewright.canvas.GraphNode;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

/// A person with a keyboard and no mouse.
final class TaxiKeyboard extends TaxiHands {

  private static final int MOST_TABS = 60;

  TaxiKeyboard(OpenWindow window, Hands hands) {
    super(window, hands);
  }

  /// Adds a component by the list that Tab opens on the canvas.
  void add(String component, String typed) {
    hands.press(KeyCode.TAB);
    Fx.settle();
    hands.type(typed);
    Fx.settle();
    hands.press(KeyCode.ENTER);
    Fx.settle();
    List<String> nodes =
        Fx.call(() -> graph().getDocument().nodes().stream().map(GraphNode::key).toList());
    if (!nodes.contains(component)) {
      Screens.write(window.scene(), "taxi-keyboard-lost");
      throw new AssertionError("no " + component + " in " + nodes + ", the keys go to " + owner());
    }
  }

  /// Goes to a node by the command search.
  void find(String node) {
    hands.press(KeyCode.CONTROL, KeyCode.K);
    Fx.settle();
    hands.type(node);
    Fx.settle();
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  @Override
  void go(String node) {
    find(node);
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  void rename(String from, String to) {
    find(from);
    hands.press(KeyCode.F2);
    Fx.settle();
    hands.type(to);
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  /// Links an output with an input, both as `Node.port`, by what the tip says.
  void link(String from, String to) {
    int dot = from.indexOf('.');
    find(from.substring(0, dot));
    hands.press(KeyCode.L);
    until("From " + from.substring(dot + 1) + ".", KeyCode.DOWN);
    hands.press(KeyCode.ENTER);
    until(to.replace(".", ", ") + " (", KeyCode.RIGHT);
    hands.press(KeyCode.ENTER);
    Fx.settle();
  }

  private void until(String wanted, KeyCode key) {
    String first = tip();
    for (String said = first; !said.startsWith(wanted); said = tip()) {
      hands.press(key);
      if (tip().equals(first)) {
        throw new AssertionError("no tip says " + wanted + ", the first is " + first);
      }
    }
  }

  private String tip() {
    Fx.settle();
    return Fx.call(
        () ->
            graph().lookupAll(".graph-hint").stream()
                .filter(Node::isVisible)
                .map(each -> ((Label) each).getText())
                .findFirst()
                .orElse(""));
  }

  /// Goes on from field to field.
  private void tabTo(String what, Predicate<Node> rule) {
    StringBuilder passed = new StringBuilder();
    for (int i = 0; i < MOST_TABS; i++) {
      Node owner = owner();
      if (owner != null && Fx.call(() -> rule.test(owner))) {
        return;
      }
      passed.append("\n  ").append(owner).append(" of ").append(owner == null ? "" : field(owner));
      hands.press(KeyCode.TAB);
      Fx.settle();
    }
    throw new AssertionError("Tab does not lead to " + what + ", but over" + passed);
  }

  private void tabTo(String field) {
    tabTo(field, each -> isControl(each) && field(each).equals(field));
  }

  private static boolean isControl(Node node) {
    return !isAdd(node) && !node.getStyleClass().contains("icon-button");
  }

  @Override
  void write(String field, String text) {
    tabTo(field);
    hands.type(text);
    Fx.settle();
  }

  @Override
  void paste(String field, String text) {
    tabTo(field);
    copied(text);
    hands.press(KeyCode.CONTROL, KeyCode.V);
    hands.press(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.settle();
  }

  @Override
  void folder(String field, String text) {
    write(field, text);
  }

  @Override
  void add(String list) {
    tabTo("what adds to " + list, each -> isAdd(each) && field(each).equals(list));
    hands.press(KeyCode.SPACE);
    Fx.settle();
  }

  @Override
  void turnOn(String field) {
    tabTo(field);
    hands.press(KeyCode.SPACE);
    Fx.settle();
  }

  @Override
  void choose(String field, String option) {
    tabTo(field);
    Node box = owner();
    for (int i = 0; i < 9 && !chosen(box).equals(option); i++) {
      hands.press(KeyCode.DOWN);
      Fx.settle();
    }
  }
}
