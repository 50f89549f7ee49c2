package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class SeriesTest {

  private final Series series = new Series("train/loss");

  @Test
  void keepsItsPoints() {
    series.add(1, 0.5);
    series.add(2, Double.NaN);

    assertEquals("train/loss", series.name());
    assertEquals(2, series.size());
    assertEquals(1, series.x(0));
    assertEquals(Double.NaN, series.y(1));
  }

  @Test
  void refusesAPointThatIsNotThere() {
    series.add(1, 0.5);

    assertThrows(IndexOutOfBoundsException.class, () -> series.x(1));
    assertThrows(IndexOutOfBoundsException.class, () -> series.y(-1));
  }

  @Test
  void signalsOnceAPulseHoweverManyPointsCome() {
    AtomicInteger signals = new AtomicInteger();
    Fx.run(
        () -> {
          series.addListener(changed -> signals.incrementAndGet());
          for (int index = 0; index < 1000; index++) {
            series.add(index, 1);
          }
        });
    Fx.frames(3);
    assertEquals(1, signals.get());

    Fx.run(() -> series.add(1000, 1));
    Fx.frames(3);
    assertEquals(2, signals.get());
  }

  @Test
  void signalsToThoseWhoStillListen() {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    InvalidationListener once =
        new InvalidationListener() {
          @Override
          public void invalidated(javafx.beans.Observable changed) {
            first.incrementAndGet();
            series.removeListener(this);
          }
        };
    Fx.run(
        () -> {
          series.addListener(changed -> second.incrementAndGet());
          series.addListener(once);
          series.add(1, 1);
        });
    Fx.frames(3);
    Fx.run(() -> series.add(2, 1));
    Fx.frames(3);

    assertEquals(1, first.get());
    assertEquals(2, second.get());
  }
}
