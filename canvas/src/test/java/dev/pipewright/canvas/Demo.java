package dev.pipewright.canvas;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The canvas in a window, with a document that follows what is done to it. D changes between light
/// and dark, G hides the dots, E shows the legend, M shows a thousand nodes.
///
/// ```
/// mvn -pl canvas test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="--enable-native-access=ALL-UNNAMED -cp %classpath dev.pipewright.canvas.Demo"
/// ```
final class Demo {

  private final GraphView view = DemoGraph.view();
  private final Scene scene = DemoGraph.scene(view, 1280, 760, "light");

  public static void main(String[] args) {
    Platform.startup(() -> new Demo().show(new Stage()));
  }

  void show(Stage stage) {
    view.placeholderProperty().set(new Label("Nothing is left."));
    DemoEdits edits = DemoEdits.of(view);
    view.setDocument(DemoGraph.edited());
    view.setOnIntent(intent -> follow(intent, edits));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(event.getCode()));
    stage.setTitle("Canvas");
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  GraphView view() {
    return view;
  }

  // Where a new node is asked for, a list of those that there are opens.
  private void follow(GraphIntent intent, DemoEdits edits) {
    edits.accept(intent);
    if (intent instanceof GraphIntent.AskNode ask) {
      ContextMenu list = new ContextMenu();
      for (GraphNode kind : DemoGraph.document().nodes()) {
        MenuItem item = new MenuItem(kind.title());
        item.setOnAction(_ -> edits.add(kind, ask.place(), ask.from()));
        list.getItems().add(item);
      }
      list.show(view, ask.screen().getX(), ask.screen().getY());
    } else if (intent instanceof GraphIntent.ContextMenu menu) {
      ContextMenu list = new ContextMenu();
      entry(list, "Rename", view.edits()::rename);
      entry(list, "Mute", () -> view.edits().toggle(NodeMode.MUTED));
      entry(list, "Bypass", () -> view.edits().toggle(NodeMode.BYPASSED));
      entry(list, "Collapse", view.edits()::toggleCollapsed);
      entry(list, "Group", view.edits()::group);
      entry(list, "Ungroup", view.edits()::ungroup);
      entry(list, "Fold", view.edits()::toggleFold);
      entry(list, "Add note", () -> edits.accept(new GraphIntent.AddNote(menu.place())));
      entry(list, "Align left", () -> view.edits().align(Alignment.LEFT));
      entry(list, "Distribute", () -> view.edits().distribute(Axis.HORIZONTAL));
      entry(list, "Delete", () -> view.edits().delete(Wires.DROP));
      entry(list, "Delete, keep wires", () -> view.edits().delete(Wires.KEEP));
      list.show(view, menu.screen().getX(), menu.screen().getY());
    }
  }

  private static void entry(ContextMenu list, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    list.getItems().add(item);
  }

  private void press(KeyCode key) {
    switch (key) {
      case D -> {
        boolean light = scene.getStylesheets().getFirst().equals(DemoGraph.sheet("light"));
        scene.getStylesheets().set(0, DemoGraph.sheet(light ? "dark" : "light"));
      }
      case G -> view.gridVisibleProperty().set(!view.gridVisibleProperty().get());
      case E -> view.legendVisibleProperty().set(!view.legendVisibleProperty().get());
      case M -> view.setDocument(DemoGraph.large(1000, 1500, 34));
      default -> {}
    }
  }
}
