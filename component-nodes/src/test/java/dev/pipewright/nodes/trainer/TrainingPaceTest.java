package dev.pipewright.nodes.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingPaceTest {

  private final TrainingPace pace = new TrainingPace();

  private void at(long millis, double step) {
    pace.add(Duration.ofMillis(millis), step);
  }

  @Test
  void knowsNothingOfOnePoint() {
    at(1_000, 10);
    assertEquals(Double.NaN, pace.stepsPerSecond());
  }

  @Test
  void looksAtTheLastSecondsOnly() {
    at(0, 0);
    at(10_000, 10);
    for (int i = 1; i <= 50; i++) {
      at(10_000 + i * 100, 10 + i * 15);
    }
    assertEquals(150, pace.stepsPerSecond(), 1e-9);
    at(16_000, 910);
    assertEquals(150, pace.stepsPerSecond(), 1e-9);
  }

  @Test
  void keepsItsPaceWhileThereIsNoNewStep() {
    at(0, 0);
    at(1_000, 100);
    at(1_500, 100);
    assertEquals(100, pace.stepsPerSecond(), 1e-9);
  }

  @Test
  void beginsAnewWithAnotherTraining() {
    at(0, 0);
    at(1_000, 100);
    at(0, 0);
    assertEquals(Double.NaN, pace.stepsPerSecond());
    at(500, 10);
    assertEquals(20, pace.stepsPerSecond(), 1e-9);
    pace.clear();
    assertEquals(Double.NaN, pace.stepsPerSecond());
  }
}
