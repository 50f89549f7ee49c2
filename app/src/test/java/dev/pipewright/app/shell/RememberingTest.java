package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RememberingTest {

  private final FxQueue fx = new FxQueue();
  private final ErrorReporter errors = new ErrorReporter(fx.executor());
  private final List<Settings> kept = new CopyOnWriteArrayList<>();
  private Settings now = Settings.DEFAULT;

  private Remembering<Settings> remembering(Consumer<Settings> keeper) {
    return new Remembering<>(fx.executor(), errors, () -> now, keeper);
  }

  private static Settings with(String file) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        usual.window(),
        usual.appearance(),
        usual.panels(),
        usual.splits(),
        List.of(Path.of(file)),
        List.of());
  }

  @Test
  void keepsWhatHasChangedOnceForManyChanges() {
    Remembering<Settings> made = remembering(kept::add);
    made.changed();
    now = with("a");
    made.changed();
    fx.runUntil(() -> !kept.isEmpty());
    made.changed();
    fx.runFor(Duration.ofMillis(1_300));
    assertEquals(List.of(with("a")), kept);
  }

  @Test
  void keepsTheLastOneWhenItCloses() {
    Remembering<Settings> made = remembering(kept::add);
    made.changed();
    made.close(with("last"));
    fx.runFor(Duration.ofMillis(1_300));
    assertEquals(List.of(with("last")), kept);
  }

  @Test
  void saysOnceThatItCannot() {
    Remembering<Settings> made =
        remembering(
            settings -> {
              kept.add(settings);
              throw new EnvironmentException("No.", Location.NONE, "Make room.", null);
            });
    made.changed();
    fx.runUntil(() -> errors.notices().size() == 1);
    errors.close(errors.notices().getFirst());
    now = with("a");
    made.changed();
    fx.runUntil(() -> kept.size() == 2);
    fx.runFor(Duration.ofMillis(100));
    assertEquals(List.of(), errors.notices());
  }
}
