package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.graph.PipelineView;
import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphIntent;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.canvas.PortEnd;
import dev.pipewright.nodes.CategoryStyle;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// The menus that open on the canvas: the actions for what is below the mouse.
final class CanvasMenu {

  private static final Texts TEXTS = Texts.of(CanvasMenu.class);

  private final ActionControls controls;
  private final PipelineView canvas;
  private final Consumer<PortEnd> preview;
  private final Conditions conditions;
  private final Consumer<String> part;
  private final ContextMenu menu = new ContextMenu();

  /// Edits run conditions.
  interface Conditions {
    /// Has a person edit when a node runs.
    ///
    /// @param begin what the condition begins with where there is none
    void edit(NodeId node, String begin);
  }

  /// @param preview shows the artifact of a port
  /// @param part opens a group in a tab
  CanvasMenu(
      ActionControls controls,
      PipelineView canvas,
      Consumer<PortEnd> preview,
      Conditions conditions,
      Consumer<String> part) {
    this.conditions = conditions;
    this.part = part;
    this.controls = controls;
    this.canvas = canvas;
    this.preview = preview;
  }

  void show(GraphIntent.ContextMenu asked) {
    menu.getItems().clear();
    switch (asked.target()) {
      case GraphTarget.OnNode(String node) -> {
        add("run.to run.from run.only run.clear");
        edit("menu.condition", () -> conditions.edit(new NodeId(node), ""));
        add(
            "|edit.rename edit.mute edit.bypass edit.collapse"
                + "|edit.cut edit.copy edit.paste edit.duplicate|insert.group"
                + "|edit.upstream edit.downstream|edit.delete edit.deletewires");
      }
      case GraphTarget.OnLink(String key) -> {
        Link link = canvas.link(key);
        edit(
            "menu.condition.link",
            () -> conditions.edit(link.node(), link.source() + "."),
            link.node());
        add("|edit.delete");
      }
      case GraphTarget.OnPort(PortEnd end) -> {
        own("menu.artifact", () -> preview.accept(end));
        edit(
            "menu.connect",
            () -> canvas.intend(new GraphIntent.AskNode(end, asked.place(), asked.screen())));
      }
      case GraphTarget.OnFrame(String key) -> {
        own("menu.part", () -> part.accept(key));
        add("|edit.rename edit.mute edit.bypass edit.fold");
        if (!canvas.isReadOnly()) {
          menu.getItems().add(colors(key));
        }
        add("|insert.group insert.ungroup|edit.cut edit.copy edit.duplicate|edit.delete");
      }
      case GraphTarget.OnNote _ -> add("edit.rename|edit.cut edit.copy edit.duplicate|edit.delete");
      case GraphTarget.OnCanvas _ -> {
        edit("menu.add", () -> askAt(asked));
        edit("menu.note", () -> canvas.intend(new GraphIntent.AddNote(asked.place())));
        add("|edit.paste edit.selectall|pipeline.arrange view.fit");
      }
    }
    Point2D at = asked.screen();
    menu.show(canvas, at.getX(), at.getY());
  }

  private void askAt(GraphIntent.ContextMenu asked) {
    canvas.intend(new GraphIntent.AskNode(null, asked.place(), asked.screen()));
  }

  /// @param groups ids of actions; a bar stands between groups
  private void add(String groups) {
    List<MenuItem> items = menu.getItems();
    String[] parts = groups.split("\\|");
    for (int i = 0; i < parts.length; i++) {
      if (i > 0 && !items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      Arrays.stream(parts[i].split(" "))
          .filter(id -> !id.isEmpty())
          .forEach(id -> items.add(controls.item(id)));
    }
  }

  /// What is only looked at has none.
  private void edit(String key, Runnable work, Object... values) {
    if (!canvas.isReadOnly()) {
      own(key, work, values);
    }
  }

  private void own(String key, Runnable work, Object... values) {
    MenuItem item = new MenuItem(TEXTS.get(key, values));
    item.setId(key);
    item.setOnAction(event -> work.run());
    menu.getItems().add(item);
  }

  private Menu colors(String frame) {
    Menu colors = new Menu(TEXTS.get("menu.color"));
    for (CategoryStyle style : CategoryStyle.values()) {
      Region square = new Region();
      square.getStyleClass().addAll("category-square", style.styleClass());
      MenuItem item = new MenuItem(style.title(), square);
      item.setOnAction(event -> canvas.color(frame, style));
      colors.getItems().add(item);
    }
    return colors;
  }
}
