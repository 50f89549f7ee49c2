package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.protocol.EngineStatus;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;

/// What computes, and how much of its memory is in use; what the engine says of the device it has
/// found is the tip.
final class DeviceChip extends HBox {

  private static final Texts TEXTS = Texts.of(DeviceChip.class);
  private static final Duration INTERVAL = Duration.seconds(4);

  private final Workbench workbench;
  private final Label name = new Label(null, Icons.of("mdi2e-expansion-card-variant"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label used = new Label();

  /// As wide as any number may be that is shown: what stands beside the chip stays where it is.
  private final Label widest = new Label();

  private final StackPane usage = new StackPane(widest, used);
  private final Tooltip tip = new Tooltip();

  DeviceChip(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("device-chip");
    for (Label each : List.of(used, widest)) {
      each.getStyleClass().addAll("caption", "muted");
      each.setMinWidth(USE_PREF_SIZE);
    }
    widest.setVisible(false);
    usage.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("device-bar");
    name.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(name, bar, usage);
    Tooltip.install(this, tip);
    Timeline looks = new Timeline(new KeyFrame(INTERVAL, event -> look()));
    looks.setCycleCount(Animation.INDEFINITE);
    // Only on the screen: what moves is held by the toolkit, and holds its window.
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(
            isShowing -> {
              if (isShowing) {
                looks.play();
              } else {
                looks.stop();
              }
            });
    setVisible(false);
    look();
  }

  /// Leaves out how much is in use, where there is little room.
  void setBrief(boolean isBrief) {
    for (Node part : List.of(bar, usage)) {
      part.setVisible(!isBrief);
      part.setManaged(!isBrief);
    }
  }

  /// `CPU · 16 cores · 64 GB`.
  static String name(Machine machine) {
    return TEXTS.get("device.cpu", machine.cores()) + " · " + Units.bytes(machine.memory());
  }

  private void look() {
    workbench.later(Machine::look, found -> found.ifPresent(this::show));
  }

  private void show(Machine machine) {
    EngineStatus status = workbench.engine().status().get();
    String device = status == null ? null : status.device();
    name.setText(name(machine));
    tip.setText(device == null ? TEXTS.get("device.unknown") : device);
    bar.setProgress((double) machine.used() / machine.memory());
    used.setText(TEXTS.get("device.used", Units.bytes(machine.used())));
    String most = Units.bytes(machine.memory()).replaceAll("\\d", "0");
    widest.setText(TEXTS.get("device.used", most));
    setVisible(true);
  }
}
