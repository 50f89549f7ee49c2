package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.theme.Icons;
import dev.pipewright.protocol.EngineStatus;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What computes, and how much of its memory is in use. What the engine says of its device is shown
/// once it has one.
final class DeviceChip extends HBox {

  private static final Texts TEXTS = Texts.of(DeviceChip.class);
  private static final Duration INTERVAL = Duration.seconds(4);

  private final Workbench workbench;
  private final Label name = new Label(null, Icons.of("mdi2e-expansion-card-variant"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label used = new Label();

  DeviceChip(Workbench workbench) {
    this.workbench = workbench;
    getStyleClass().add("device-chip");
    used.getStyleClass().addAll("caption", "muted");
    bar.getStyleClass().add("device-bar");
    used.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(60);
    getChildren().setAll(name, bar, used);
    Timeline looks = new Timeline(new KeyFrame(INTERVAL, event -> look()));
    looks.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                looks.stop();
              } else {
                looks.play();
              }
            });
    setVisible(false);
    look();
  }

  private void look() {
    workbench.later(Machine::look, found -> found.ifPresent(this::show));
  }

  private void show(Machine machine) {
    EngineStatus status = workbench.engine().status().get();
    name.setText(title(machine, status));
    bar.setProgress((double) machine.used() / machine.memory());
    used.setText(TEXTS.get("device.used", Units.bytes(machine.used())));
    setVisible(true);
  }

  private static String title(Machine machine, @Nullable EngineStatus status) {
    String device = status == null ? null : status.device();
    return (device == null ? TEXTS.get("device.cpu", machine.cores()) : device)
        + " · "
        + Units.bytes(machine.memory());
  }
}
