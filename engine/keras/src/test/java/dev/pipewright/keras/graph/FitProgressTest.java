package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Optimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitProgressTest {

  private static FitProgress progress() {
    return new FitProgress(
        new CompileConfig(new Optimizer.Adam(0.1), new Loss.BinaryCrossentropy(false), List.of()),
        new FitSettings(1, 1, InputType.INT64, 1));
  }

  private static EpochResult epoch(int number) {
    return new EpochResult(number, number, new LinkedHashMap<>(Map.of("loss", 0.1 * number)));
  }

  @Test
  void remembersTheLastEpochsAlone() {
    FitProgress progress = progress();
    for (int i = 1; i <= FitProgress.MOST_EPOCHS + 3; i++) {
      progress.add(epoch(i));
    }
    assertEquals(FitProgress.MOST_EPOCHS, progress.history().size());
    assertEquals(epoch(4), progress.history().getFirst());
    assertEquals(epoch(FitProgress.MOST_EPOCHS + 3), progress.history().getLast());
  }

  @Test
  void isRestoredAsItWas() {
    FitProgress progress = progress();
    progress.step = 12;
    progress.epoch = 3;
    progress.add(epoch(1));
    progress.add(epoch(2));
    FitProgress restored = progress();
    restored.restore(progress.toJson());
    assertEquals(progress.history(), restored.history());
    assertEquals(progress.toJson(), restored.toJson());
  }
}
