package dev.pipewright.nodes;

import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.NodeId;
import java.time.Duration;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left of a card's footer: how the node is, as an icon and a text. Counts the seconds of a
/// node at work itself, for events may be rare.
final class StatusChip extends Label {

  private static final List<String> LOOKS =
      List.of("done", "cached", "running", "failed", "waiting");

  /// A card is drawn anew with every turn of its icon; more often would be time taken from others.
  private static final double FRAMES_PER_SECOND = 20;

  private final FontIcon icon = new FontIcon();
  private final Timeline spin =
      new Timeline(
          FRAMES_PER_SECOND,
          new KeyFrame(javafx.util.Duration.ZERO, new KeyValue(icon.rotateProperty(), 0)),
          new KeyFrame(
              javafx.util.Duration.millis(900),
              new KeyValue(icon.rotateProperty(), 360, Interpolator.LINEAR)));
  private final Timeline ticks =
      new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
  private NodeStatus status = NodeStatus.NEW;
  private long since;
  private @Nullable State shown;
  private @Nullable NodeId awaited;

  StatusChip() {
    getStyleClass().add("node-chip");
    setGraphic(icon);
    spin.setCycleCount(Animation.INDEFINITE);
    ticks.setCycleCount(Animation.INDEFINITE);
    show(NodeStatus.NEW);
  }

  void show(NodeStatus now) {
    status = now;
    since = System.nanoTime();
    if (now.state() != shown) {
      shown = now.state();
      icon.setIconLiteral(icon(now.state()));
      getStyleClass().removeAll(LOOKS);
      getStyleClass().add(look(now.state()));
      animate(now.state() == State.RUNNING);
    }
    tick();
    if (!now.message().equals(getTooltip() == null ? "" : getTooltip().getText())) {
      setTooltip(now.message().isEmpty() ? null : new Tooltip(now.message()));
    }
  }

  void waitsFor(@Nullable NodeId node) {
    awaited = node;
    tick();
  }

  /// Stops what moves.
  void stop() {
    animate(false);
  }

  private void animate(boolean isRunning) {
    if (isRunning) {
      ticks.play();
      if (!Platform.getPreferences().isReducedMotion()) {
        spin.play();
      }
    } else {
      ticks.stop();
      spin.stop();
      icon.setRotate(0);
    }
  }

  private void tick() {
    setText(text(status, Duration.ofNanos(System.nanoTime() - since), awaited));
  }

  /// @param late how long ago the status was
  /// @param awaited the node that it waits for, if that is known
  static String text(NodeStatus status, Duration late, @Nullable NodeId awaited) {
    String elapsed = Texts.duration(status.elapsed());
    return switch (status.state()) {
      case NEW -> Texts.text("status.new");
      case WAITING ->
          awaited == null
              ? Texts.text("status.waiting")
              : Texts.text("status.waiting.for", awaited);
      case RUNNING -> Texts.text("status.running", Texts.wholeSeconds(status.elapsed().plus(late)));
      case DONE -> elapsed;
      case CACHED -> Texts.text("status.cached");
      case FAILED -> Texts.text("status.failed", elapsed);
      case SKIPPED -> Texts.text("status.skipped");
      case CANCELLED -> Texts.text("status.cancelled", elapsed);
    };
  }

  private static String look(State state) {
    return switch (state) {
      case DONE -> "done";
      case CACHED -> "cached";
      case RUNNING -> "running";
      case FAILED -> "failed";
      case NEW, WAITING, SKIPPED, CANCELLED -> "waiting";
    };
  }

  private static String icon(State state) {
    return switch (state) {
      case NEW -> "mdi2c-circle-outline";
      case WAITING -> "mdi2c-clock-outline";
      case RUNNING -> "mdi2l-loading";
      case DONE -> "mdi2c-check-circle";
      case CACHED -> "mdi2f-flash";
      case FAILED -> "mdi2a-alert-circle";
      case SKIPPED -> "mdi2d-debug-step-over";
      case CANCELLED -> "mdi2s-stop-circle-outline";
    };
  }
}
