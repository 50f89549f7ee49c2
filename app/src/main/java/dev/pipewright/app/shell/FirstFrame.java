package dev.pipewright.app.shell;

import dev.pipewright.pipeline.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Tells how long the start took, in the file that the system property `pipewright.startup.log`
/// names: `first-frame 640`, in milliseconds since the process began.
final class FirstFrame {

  private static final String PROPERTY = "pipewright.startup.log";

  private FirstFrame() {}

  static void tell(Scene scene) {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      new Drawn(scene, Path.of(file)).start();
    }
  }

  /// The first pulse after the window is there draws it; at the next it is drawn.
  private static final class Drawn extends AnimationTimer {

    private final Scene scene;
    private final Path file;
    private int pulses;

    Drawn(Scene scene, Path file) {
      this.scene = scene;
      this.file = file;
    }

    @Override
    public void handle(long now) {
      boolean isThere = scene.getWindow() != null && scene.getWindow().isShowing();
      if (isThere && ++pulses == 2) {
        stop();
        write(Duration.between(began(), Instant.now()));
      }
    }

    private static Instant began() {
      return ProcessHandle.current().info().startInstant().orElseThrow();
    }

    private void write(Duration elapsed) {
      try {
        String line = "first-frame " + elapsed.toMillis() + "\n";
        WholeFile.write(file, line.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
