package dev.pipewright.app.tour;

import dev.pipewright.app.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A ring around what a step is about, and a card that says it. The window below works as ever.
/// Escape ends the tour.
public final class TourView extends Pane {

  private static final Texts TEXTS = Texts.of(TourView.class);
  private static final Duration LOOK = Duration.millis(150);
  private static final double GAP = 12;
  private static final double RING = 3;

  private final List<Step> steps;
  private final Runnable ended;
  private final Region ring = new Region();
  private final Label count = new Label();
  private final Label title = new Label();
  private final Label line = new Label();
  private final Label task = new Label();
  private final Button back = new Button(TEXTS.get("back"));
  private final Button next = new Button(TEXTS.get("next"));
  private final Button skip = new Button(TEXTS.get("skip"));
  private final VBox card = new VBox();
  private final Timeline looks = new Timeline(new KeyFrame(LOOK, event -> look()));
  private final EventHandler<KeyEvent> keys = this::keyPressed;
  private int index;
  private boolean wasDone;

  /// A step.
  ///
  /// @param key of its texts
  /// @param selector of what it is about, as CSS
  /// @param prepare shows that, if it is hidden
  /// @param isDone whether a person has done what it asks for; null when it asks for nothing
  public record Step(
      String key, String selector, Runnable prepare, @Nullable BooleanSupplier isDone) {}

  /// A tour that is not begun.
  ///
  /// @param ended run when it is finished or left
  public TourView(List<Step> steps, Runnable ended) {
    this.steps = List.copyOf(steps);
    this.ended = ended;
    getStyleClass().add("tour");
    getStylesheets()
        .add(Objects.requireNonNull(TourView.class.getResource("tour.css")).toExternalForm());
    setPickOnBounds(false);
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    ring.setManaged(false);
    card.setManaged(false);
    card.getStyleClass().add("tour-card");
    title.getStyleClass().add("title");
    count.getStyleClass().addAll("caption", "muted");
    task.getStyleClass().addAll("accent-text", "medium");
    for (Label each : List.of(title, line, task)) {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
    }
    next.getStyleClass().add("accent");
    next.setId("tour-next");
    back.setId("tour-back");
    skip.setId("tour-skip");
    skip.getStyleClass().add("flat");
    next.setOnAction(event -> go(1));
    back.setOnAction(event -> go(-1));
    skip.setOnAction(event -> end());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(skip, space, back, next);
    buttons.getStyleClass().add("tour-buttons");
    card.getChildren().setAll(count, title, line, task, buttons);
    getChildren().setAll(ring, card);
    looks.setCycleCount(Animation.INDEFINITE);
  }

  /// Begins, once it is in a scene.
  public void begin() {
    getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
    looks.play();
    show(0);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      end();
    }
  }

  private void go(int by) {
    if (index + by >= steps.size()) {
      end();
    } else {
      show(Math.max(0, index + by));
    }
  }

  private void show(int now) {
    index = now;
    Step step = steps.get(now);
    step.prepare().run();
    wasDone = isDone(step);
    count.setText(TEXTS.get("count", now + 1, steps.size()));
    title.setText(TEXTS.get(step.key()));
    line.setText(TEXTS.get(step.key() + ".line"));
    boolean asks = step.isDone() != null;
    task.setText(asks ? TEXTS.get(step.key() + ".task") : "");
    task.setVisible(asks);
    task.setManaged(asks);
    back.setDisable(now == 0);
    next.setText(TEXTS.get(now == steps.size() - 1 ? "finish" : "next"));
    place();
    next.requestFocus();
  }

  private static boolean isDone(Step step) {
    return step.isDone() != null && step.isDone().getAsBoolean();
  }

  private void look() {
    Step step = steps.get(index);
    if (!wasDone && isDone(step)) {
      go(1);
    } else {
      place();
    }
  }

  /// The ring goes where its thing is; the card beside it, where there is room.
  private void place() {
    Bounds target = target();
    ring.setVisible(target != null);
    card.applyCss();
    card.autosize();
    double width = card.getWidth();
    double height = card.getHeight();
    Bounds at = target == null ? new BoundingBox(getWidth() / 2, getHeight() / 3, 0, 0) : target;
    ring.resizeRelocate(
        at.getMinX() - RING,
        at.getMinY() - RING,
        at.getWidth() + 2 * RING,
        at.getHeight() + 2 * RING);
    double x = at.getMaxX() + GAP;
    double y = at.getMinY() + GAP;
    if (x + width > getWidth()) {
      x = at.getMinX() - GAP - width;
    }
    if (x < GAP) {
      x = at.getMinX() + (at.getWidth() - width) / 2;
      y =
          at.getMaxY() + GAP + height > getHeight()
              ? at.getMinY() - GAP - height
              : at.getMaxY() + GAP;
      if (y < GAP) {
        y = at.getMinY() + at.getHeight() - height - GAP;
      }
    }
    card.relocate(
        Math.rint(Math.clamp(x, GAP, Math.max(GAP, getWidth() - width - GAP))),
        Math.rint(Math.clamp(y, GAP, Math.max(GAP, getHeight() - height - GAP))));
  }

  private @Nullable Bounds target() {
    Node found = getScene() == null ? null : getScene().lookup(steps.get(index).selector());
    return found != null && isShown(found)
        ? sceneToLocal(found.localToScene(found.getLayoutBounds()))
        : null;
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private void end() {
    looks.stop();
    if (getScene() != null) {
      getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
    ended.run();
  }
}
