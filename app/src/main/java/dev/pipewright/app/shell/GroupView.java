package dev.pipewright.app.shell;

import dev.pipewright.app.desk.Place;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A group of tabs: their titles, with the tools of the canvas at the right, over what the chosen
/// one shows.
final class GroupView extends VBox {

  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("worked-in");

  private final Place.Group<Tab> group;
  private final TabViews views;
  private final Supplier<Node> empty;
  private final TabStrip tabs;
  private final ScrollPane scroll;
  private final HBox line;
  private final StackPane tools = new StackPane();
  private final StackPane content = new StackPane();
  private final Subscription subscription;

  /// @param empty what is shown where there are no tabs
  GroupView(
      Workbench workbench,
      TabViews views,
      Place.Group<Tab> group,
      TabDrag drag,
      Supplier<Node> empty) {
    this.group = group;
    this.views = views;
    this.empty = empty;
    tabs = new TabStrip(workbench, group, drag, views::enter);
    scroll = new ScrollPane(tabs);
    scroll.getStyleClass().add("tab-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(0);
    scroll.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    line = new HBox(scroll, tools);
    line.getStyleClass().add("tab-line");
    line.setMinWidth(0);
    content.setMinSize(0, 0);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(content);
    getStyleClass().add("tab-group");
    setMinSize(0, 0);
    // Before what is clicked acts: its actions are then those of this group.
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> workbench.desks().focus(group));
    subscription =
        Subscription.combine(
            group.shown().subscribe(now -> show(now)),
            // Not by what is focused within: rows of tables say that they are when they are not.
            sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(
                    owner -> {
                      if (isWorkedIn(owner)) {
                        workbench.desks().focus(group);
                      }
                    }));
  }

  private boolean isWorkedIn(@Nullable Node owner) {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isFocused()
        && Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(each -> each == this);
  }

  Place.Group<Tab> group() {
    return group;
  }

  TabStrip strip() {
    return tabs;
  }

  /// Whether titles are shown where there are no tabs yet.
  void setWorking(boolean isWorking) {
    boolean isLined = isWorking || !group.tabs().isEmpty();
    if (isLined != getChildren().contains(line)) {
      if (isLined) {
        getChildren().addFirst(line);
      } else {
        getChildren().remove(line);
      }
    }
  }

  void setWorkedIn(boolean isWorkedIn) {
    pseudoClassStateChanged(FOCUSED, isWorkedIn);
  }

  /// Shows what its tab shows now.
  void showAgain() {
    show(group.shown().get());
  }

  private void show(@Nullable Tab tab) {
    if (tab == null) {
      Node nothing = empty.get();
      content.getChildren().setAll(nothing);
      tools.getChildren().clear();
    } else {
      Node view = views.view(tab);
      if (content.getChildren().size() != 1 || content.getChildren().getFirst() != view) {
        content.getChildren().setAll(view);
      }
      Node own = views.tools(tab);
      if (own == null) {
        tools.getChildren().clear();
      } else {
        tools.getChildren().setAll(own);
      }
    }
    javafx.application.Platform.runLater(this::reveal);
  }

  /// Brings the title of the chosen tab into view.
  private void reveal() {
    double room = tabs.getWidth() - scroll.getViewportBounds().getWidth();
    tabs.item(group.shown().get())
        .ifPresent(
            item -> {
              Bounds bounds = item.getBoundsInParent();
              double left = scroll.getHvalue() * room;
              double width = scroll.getViewportBounds().getWidth();
              double wanted =
                  bounds.getMinX() < left
                      ? bounds.getMinX()
                      : Math.max(left, bounds.getMaxX() - width);
              scroll.setHvalue(room <= 0 ? 0 : Math.clamp(wanted / room, 0, 1));
            });
  }

  private void scroll(ScrollEvent event) {
    double room = tabs.getWidth() - scroll.getViewportBounds().getWidth();
    double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
    if (room > 0) {
      scroll.setHvalue(Math.clamp(scroll.getHvalue() - delta / room, 0, 1));
    }
    event.consume();
  }

  /// Where on the screen titles are.
  Bounds titles() {
    return line.localToScreen(line.getLayoutBounds());
  }

  /// Where on the screen the tab's content is.
  Bounds inside() {
    return content.localToScreen(content.getLayoutBounds());
  }

  /// The size along an orientation.
  double extent(Orientation orientation) {
    return orientation == Orientation.HORIZONTAL ? getWidth() : getHeight();
  }

  /// Lets go of the workbench.
  void dispose() {
    subscription.unsubscribe();
    tabs.dispose();
    content.getChildren().clear();
    tools.getChildren().clear();
  }
}
