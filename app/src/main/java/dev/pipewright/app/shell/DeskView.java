package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Desk;
import dev.pipewright.app.desk.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The groups of tabs of a window, split as a person has split them.
final class DeskView extends StackPane {

  private final Workbench workbench;
  private final TabViews views;
  private final Desk<Tab> desk;
  private final TabDrag drag;
  private final Supplier<Node> empty;
  private final Map<Place.Group<Tab>, GroupView> groups = new HashMap<>();
  private final Pane overlay = new Pane();
  private final Region zone = new Region();
  private final StackPane splits = new StackPane();
  private final Subscription subscription;
  private final List<Subscription> dividers = new ArrayList<>();

  /// @param empty what is shown where there are no tabs
  DeskView(
      Workbench workbench, TabViews views, Desk<Tab> desk, TabDrag drag, Supplier<Node> empty) {
    this.workbench = workbench;
    this.views = views;
    this.desk = desk;
    this.drag = drag;
    this.empty = empty;
    overlay.setMouseTransparent(true);
    overlay.setVisible(false);
    zone.getStyleClass().add("drop-zone");
    zone.setManaged(false);
    overlay.getChildren().setAll(zone);
    getChildren().setAll(splits, overlay);
    setMinSize(0, 0);
    splits.setMinSize(0, 0);
    subscription =
        Subscription.combine(
            desk.root().subscribe(this::draw),
            workbench.desks().subscribe(this::mark),
            workbench.opens().subscribe(this::mark));
    drag.add(this);
  }

  Desk<Tab> desk() {
    return desk;
  }

  Stream<GroupView> groups() {
    return desk.groups().stream().flatMap(group -> Stream.ofNullable(groups.get(group)));
  }

  private void draw(Place<Tab> root) {
    dividers.forEach(Subscription::unsubscribe);
    dividers.clear();
    List<Place.Group<Tab>> now = root.groups().toList();
    groups.keySet().stream()
        .filter(group -> !now.contains(group))
        .toList()
        .forEach(
            group -> {
              GroupView gone = groups.remove(group);
              if (gone != null) {
                gone.dispose();
              }
            });
    splits.getChildren().setAll(node(root));
    // At once, not with the next pulse: what is shown now can then be given the keys.
    splits.applyCss();
    mark();
  }

  private Node node(Place<Tab> place) {
    return switch (place) {
      case Place.Group<Tab> group ->
          groups.computeIfAbsent(group, each -> new GroupView(workbench, views, each, drag, empty));
      case Place.Split<Tab> split -> split(split);
    };
  }

  private SplitPane split(Place.Split<Tab> split) {
    SplitPane pane = new SplitPane();
    pane.setOrientation(split.orientation());
    pane.getStyleClass().add("group-split");
    pane.setMinSize(0, 0);
    pane.getItems().setAll(split.parts().stream().map(this::node).toList());
    double sum = split.weights().stream().mapToDouble(each -> each).sum();
    double at = 0;
    for (int i = 0; i + 1 < split.parts().size(); i++) {
      at += split.weights().get(i) / sum;
      pane.setDividerPosition(i, at);
    }
    for (SplitPane.Divider divider : pane.getDividers()) {
      dividers.add(divider.positionProperty().subscribe((before, now) -> moved(split, pane)));
    }
    return pane;
  }

  private void moved(Place.Split<Tab> split, SplitPane pane) {
    double[] at =
        DoubleStream.concat(DoubleStream.of(pane.getDividerPositions()), DoubleStream.of(1))
            .toArray();
    List<Double> weights = new ArrayList<>();
    double before = 0;
    for (double each : at) {
      weights.add(Math.max(0.001, each - before));
      before = each;
    }
    split.setWeights(weights);
    workbench.layoutChanged();
  }

  private void mark() {
    boolean isOnly = workbench.desks().groups().size() == 1;
    groups.forEach(
        (group, view) -> {
          view.setWorking(workbench.opens().get() || !workbench.tabs().isEmpty() && isOnly);
          view.setWorkedIn(isOnly || workbench.desks().focused().focused() == group);
          if (group.tabs().isEmpty()) {
            view.showAgain();
          }
        });
  }

  /// Shows where a tab that is dragged would come to be.
  ///
  /// @param bounds on the screen; null for nowhere here
  void showZone(@Nullable Bounds bounds) {
    overlay.setVisible(bounds != null);
    if (bounds != null) {
      Point2D first = overlay.screenToLocal(bounds.getMinX(), bounds.getMinY());
      Point2D last = overlay.screenToLocal(bounds.getMaxX(), bounds.getMaxY());
      zone.resizeRelocate(
          first.getX(), first.getY(), last.getX() - first.getX(), last.getY() - first.getY());
    }
  }

  /// Lets go of the workbench.
  void dispose() {
    drag.remove(this);
    subscription.unsubscribe();
    dividers.forEach(Subscription::unsubscribe);
    groups.values().forEach(GroupView::dispose);
    groups.clear();
    splits.getChildren().clear();
  }
}
