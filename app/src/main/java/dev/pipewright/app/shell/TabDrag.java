package dev.pipewright.app.shell;

import dev.pipewright.app.action.ActionControls;
import dev.pipewright.app.desk.Place;
import dev.pipewright.app.desk.Side;
import dev.pipewright.nodes.theme.Icons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What a tab's title does under the mouse: it can be dragged along its line, to another group, to
/// an edge of one, which splits it, or out of all windows to one of its own. Escape, or the other
/// button, leaves it where it was.
final class TabDrag {

  private static final double FAR_ENOUGH = 8;

  /// So much of a group's width or height is its edge.
  private static final double EDGE = 0.24;

  private static final double LINE = 3;

  private final Workbench workbench;
  private final ActionControls controls;
  private final List<DeskView> desks = new ArrayList<>();
  private final Popup popup = new Popup();
  private final Label ghost = new Label();
  private @Nullable ContextMenu menu;
  private @Nullable Point2D pressed;
  private @Nullable Tab dragged;

  /// Where a tab can be dropped.
  private sealed interface Target {

    /// Among titles.
    record At(Place.Group<Tab> group, int index) implements Target {}

    /// At a side of a group.
    record Beside(Place.Group<Tab> group, Side side) implements Target {}

    /// In a window of its own.
    record Out(Point2D corner) implements Target {}
  }

  /// @param zone what is marked on the screen; null for nothing
  private record Aim(Target target, @Nullable DeskView desk, @Nullable Bounds zone) {}

  TabDrag(Workbench workbench, ActionControls controls) {
    this.workbench = workbench;
    this.controls = controls;
    ghost.getStyleClass().addAll("tab-ghost");
    ghost.setGraphic(Icons.of("mdi2t-tab", "icon-14"));
    popup.getContent().setAll(ghost);
    popup.setAutoFix(false);
    popup.setHideOnEscape(false);
  }

  void add(DeskView desk) {
    desks.add(desk);
  }

  void remove(DeskView desk) {
    desks.remove(desk);
  }

  /// The menu of a tab that is selected.
  ContextMenu menu() {
    ContextMenu made = menu;
    if (made == null) {
      made = new ContextMenu();
      for (String group :
          List.of(
              "file.close window.close.others window.close.right window.close.group",
              "window.split.right window.split.down window.move.group window.move.window window.dock",
              "window.copypath window.reveal")) {
        if (!made.getItems().isEmpty()) {
          made.getItems().add(new SeparatorMenuItem());
        }
        made.getItems().addAll(Arrays.stream(group.split(" ")).map(controls::item).toList());
      }
      menu = made;
    }
    return made;
  }

  /// Has a title dragged.
  void follow(Node title, Tab tab, ObservableValue<String> text) {
    title.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
    title.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> move(event, title, tab, text));
    title.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> end(event, tab));
  }

  private void begin(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      pressed = screen(event);
    } else {
      cancel();
    }
  }

  private static Point2D screen(MouseEvent event) {
    return new Point2D(event.getScreenX(), event.getScreenY());
  }

  private void move(MouseEvent event, Node title, Tab tab, ObservableValue<String> text) {
    Point2D from = pressed;
    if (from == null || !event.isPrimaryButtonDown()) {
      return;
    }
    Point2D at = screen(event);
    if (dragged == null && at.distance(from) >= FAR_ENOUGH) {
      dragged = tab;
      ghost.setText(text.getValue());
      Window window = title.getScene().getWindow();
      ghost.getStylesheets().setAll(title.getScene().getStylesheets());
      popup.show(window, at.getX() + 12, at.getY() + 12);
    }
    if (dragged != null) {
      popup.setX(at.getX() + 12);
      popup.setY(at.getY() + 12);
      mark(aim(tab, at));
    }
  }

  private void mark(Optional<Aim> aim) {
    for (DeskView desk : desks) {
      desk.showZone(aim.filter(each -> each.desk() == desk).map(Aim::zone).orElse(null));
    }
  }

  private void cancel() {
    pressed = null;
    dragged = null;
    popup.hide();
    mark(Optional.empty());
  }

  /// Whether a tab is being dragged; then it is left where it was.
  boolean escape() {
    boolean isDragging = dragged != null;
    if (isDragging) {
      cancel();
    }
    return isDragging;
  }

  private void end(MouseEvent event, Tab tab) {
    boolean isDropped = dragged == tab && event.getButton() == MouseButton.PRIMARY;
    Optional<Aim> aim = isDropped ? aim(tab, screen(event)) : Optional.empty();
    cancel();
    aim.map(Aim::target)
        .ifPresent(
            target -> {
              switch (target) {
                case Target.At(var group, int index) -> workbench.desks().move(tab, group, index);
                case Target.Beside(var group, Side side) ->
                    workbench.desks().split(tab, group, side);
                case Target.Out(Point2D corner) -> workbench.detach(tab, corner);
              }
            });
  }

  private Optional<Aim> aim(Tab tab, Point2D at) {
    // The window that was made last is on top, as far as one can know.
    for (DeskView desk : desks.reversed()) {
      Bounds bounds = desk.localToScreen(desk.getLayoutBounds());
      Bounds window =
          desk.getScene().getRoot().localToScreen(desk.getScene().getRoot().getLayoutBounds());
      if (bounds.contains(at)) {
        return desk.groups().flatMap(group -> aim(tab, at, desk, group).stream()).findFirst();
      }
      if (window.contains(at)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Aim(new Target.Out(at), null, null));
  }

  private Optional<Aim> aim(Tab tab, Point2D at, DeskView desk, GroupView view) {
    Place.Group<Tab> group = view.group();
    if (!group.tabs().isEmpty() && view.titles().contains(at)) {
      return Optional.of(title(at, desk, view));
    }
    Bounds inside = view.inside();
    if (!inside.contains(at)) {
      return Optional.empty();
    }
    Optional<Side> side = side(inside, at);
    if (side.isPresent() && workbench.desks().canSplit(tab, group)) {
      return Optional.of(
          new Aim(new Target.Beside(group, side.get()), desk, half(inside, side.get())));
    }
    boolean isHere = group.tabs().contains(tab);
    return isHere
        ? Optional.empty()
        : Optional.of(new Aim(new Target.At(group, group.tabs().size()), desk, inside));
  }

  private static Aim title(Point2D at, DeskView desk, GroupView view) {
    List<Node> titles = view.strip().getChildren();
    int index = 0;
    double x = view.titles().getMinX();
    for (Node title : titles) {
      Bounds bounds = title.localToScreen(title.getLayoutBounds());
      if (at.getX() < bounds.getCenterX()) {
        break;
      }
      index++;
      x = bounds.getMaxX();
    }
    Bounds line = view.titles();
    return new Aim(
        new Target.At(view.group(), index),
        desk,
        new BoundingBox(x - LINE / 2, line.getMinY(), LINE, line.getHeight()));
  }

  private static Optional<Side> side(Bounds inside, Point2D at) {
    double x = (at.getX() - inside.getMinX()) / inside.getWidth();
    double y = (at.getY() - inside.getMinY()) / inside.getHeight();
    double nearest = Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
    if (nearest > EDGE) {
      return Optional.empty();
    }
    if (nearest == x) {
      return Optional.of(Side.LEFT);
    }
    if (nearest == 1 - x) {
      return Optional.of(Side.RIGHT);
    }
    return Optional.of(nearest == y ? Side.TOP : Side.BOTTOM);
  }

  private static Bounds half(Bounds whole, Side side) {
    double width = whole.getWidth();
    double height = whole.getHeight();
    return switch (side) {
      case LEFT -> new BoundingBox(whole.getMinX(), whole.getMinY(), width / 2, height);
      case RIGHT ->
          new BoundingBox(whole.getMinX() + width / 2, whole.getMinY(), width / 2, height);
      case TOP -> new BoundingBox(whole.getMinX(), whole.getMinY(), width, height / 2);
      case BOTTOM ->
          new BoundingBox(whole.getMinX(), whole.getMinY() + height / 2, width, height / 2);
    };
  }
}
