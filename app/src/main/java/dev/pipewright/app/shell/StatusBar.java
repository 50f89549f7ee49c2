package dev.pipewright.app.shell;

import dev.pipewright.app.run.RunProgress;
import dev.pipewright.app.run.RunProgress.Outcome;
import dev.pipewright.app.text.Ages;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.protocol.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The last line of the window: the run at the left, what is kept and what is used at the right.
final class StatusBar extends HBox {

  private static final Texts TEXTS = Texts.of(StatusBar.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

  private final FontIcon state = Icons.of("mdi2l-loading", "icon-14");
  private final RotateTransition spin =
      new RotateTransition(javafx.util.Duration.millis(900), state);
  private final Label run = value();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label count = value();
  private final HBox runItem = item(state, run, bar, count);
  private final Label failed = value();
  private final HBox failedItem =
      item(
          Icons.of("mdi2a-alert-circle", "icon-14", "danger-text"),
          failed,
          word(TEXTS.get("status.failed.word")));
  private final Label elapsed = value();
  private final HBox elapsedItem = item("mdi2t-timer-outline", "status.elapsed", elapsed);
  private final Label left = value();
  private final HBox leftItem = item("mdi2t-timer-sand", "status.left", left);
  private final Label hits = value();
  private final HBox hitsItem = item("mdi2f-flash", "status.hits", hits);
  private final Label kept = word("");
  private final Label memory = value();
  private final HBox memoryItem = item("mdi2m-memory", "status.memory", memory);
  private final ObservableValue<RunProgress> progress;
  private final ObservableValue<@Nullable Duration> remaining;
  private final ObservableValue<Boolean> dirty;
  private final ObservableValue<@Nullable Instant> autosaved;
  private final Workbench workbench;

  StatusBar(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("status-bar");
    bar.getStyleClass().add("status-progress");
    spin.setByAngle(360);
    spin.setInterpolator(Interpolator.LINEAR);
    spin.setCycleCount(Animation.INDEFINITE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .setAll(
            runItem,
            failedItem,
            elapsedItem,
            leftItem,
            hitsItem,
            new QueueButton(workbench),
            space,
            kept,
            memoryItem);
    progress = workbench.active().flatMap(tab -> tab.run().progress()).orElse(RunProgress.NONE);
    progress.subscribe(this::show);
    remaining = workbench.active().flatMap(tab -> tab.run().remaining());
    remaining.subscribe(this::showLeft);
    dirty = workbench.active().flatMap(tab -> tab.project().dirty());
    autosaved = workbench.active().flatMap(tab -> tab.project().autosaved());
    dirty.subscribe(now -> showKept());
    autosaved.subscribe(now -> showKept());
    workbench.engine().status().subscribe(this::show);
    workbench.later(Machine::look, machine -> show(workbench.engine().status().get()));
  }

  private static Label value() {
    Label label = new Label();
    label.getStyleClass().addAll("medium", "status-value");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("status-word");
    return label;
  }

  private static HBox item(Node... parts) {
    HBox item = new HBox(parts);
    item.getStyleClass().add("status-item");
    return item;
  }

  private static HBox item(String icon, String word, Label value) {
    return item(Icons.of(icon, "icon-14", "muted"), word(TEXTS.get(word)), value);
  }

  private void show(RunProgress now) {
    boolean isShown = now.outcome() != Outcome.NONE;
    boolean isRunning = now.outcome() == Outcome.UNDER_WAY;
    boolean hasBegun = now.number() > 0;
    show(runItem, isShown);
    show(elapsedItem, isShown && (hasBegun || isRunning));
    show(hitsItem, isShown && hasBegun);
    show(bar, now.total() > 0);
    show(count, now.total() > 0);
    show(failedItem, now.failed() > 0);
    run.setText(what(now));
    bar.setProgress(now.total() == 0 ? 0 : (double) now.done() / now.total());
    count.setText(TEXTS.get("status.progress", now.done(), now.total()));
    failed.setText(Integer.toString(now.failed()));
    elapsed.setText(Units.clock(now.elapsed()));
    hits.setText(Integer.toString(now.cached()));
    icon(now.outcome());
    if (isRunning) {
      spin.play();
    } else {
      spin.stop();
      state.setRotate(0);
    }
  }

  /// A run has its number from the engine, once that is there.
  private static String what(RunProgress now) {
    if (now.number() == 0) {
      boolean isWaiting = now.outcome() == Outcome.UNDER_WAY;
      return TEXTS.get(isWaiting ? "status.starting" : "status.notbegun");
    }
    return now.running().isEmpty()
        ? TEXTS.get("status.run", now.number())
        : TEXTS.get("status.run.node", now.number(), now.running().getLast());
  }

  private void icon(Outcome outcome) {
    state.getStyleClass().removeAll("accent-text", "success-text", "danger-text", "muted");
    switch (outcome) {
      case UNDER_WAY -> icon("mdi2l-loading", "accent-text");
      case DONE -> icon("mdi2c-check-circle", "success-text");
      case FAILED, ENGINE_ENDED -> icon("mdi2a-alert-circle", "danger-text");
      case CANCELLED, NONE -> icon("mdi2s-stop-circle-outline", "muted");
    }
  }

  private void icon(String name, String styleClass) {
    state.setIconLiteral(name);
    state.getStyleClass().add(styleClass);
  }

  private void showLeft(@Nullable Duration time) {
    show(leftItem, time != null);
    left.setText(time == null ? "" : Ages.about(time));
  }

  private static void show(Node item, boolean isShown) {
    item.setVisible(isShown);
    item.setManaged(isShown);
  }

  private void showKept() {
    Boolean isDirty = dirty.getValue();
    Instant time = autosaved.getValue();
    if (isDirty == null) {
      kept.setText("");
    } else if (!isDirty) {
      kept.setText(TEXTS.get("status.saved"));
    } else {
      kept.setText(
          time == null
              ? TEXTS.get("status.unsaved")
              : TEXTS.get("status.autosaved", TIME.format(time)));
    }
  }

  private void show(@Nullable EngineStatus status) {
    show(memoryItem, status != null && status.residentBytes() > 0);
    if (status != null) {
      String used = Units.bytes(status.residentBytes());
      workbench.later(
          Machine::look,
          machine ->
              memory.setText(
                  machine
                      .map(m -> TEXTS.get("status.memory.of", used, Units.bytes(m.memory())))
                      .orElse(used)));
    }
  }
}
