package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.charts.Series;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.summaries.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveFilesTest {

  @TempDir private Path folder;

  @Test
  void readsATrainingUnderTheTagsThatItTells() throws IOException {
    write("train", 10, "batch_loss", "epoch_loss", "epoch_learning_rate");
    write("validation", 20, "evaluation_loss_vs_iterations", "epoch_loss");
    SequencedMap<String, Series> curves = CurveFiles.read(folder);
    assertEquals(List.of("train/loss", "validation/loss"), List.copyOf(curves.keySet()));
    Series loss = curves.get("train/loss");
    assertEquals(2, loss.size());
    assertEquals(10, loss.x(0));
    assertEquals(0.5, loss.y(1));
  }

  @Test
  void readsWhatKerasWritesOverEpochs() throws IOException {
    write("train", 0, "epoch_loss", "epoch_accuracy");
    write("validation", 0, "epoch_loss");
    assertEquals(
        List.of("train/accuracy", "train/loss", "validation/loss"),
        List.copyOf(CurveFiles.read(folder).keySet()));
  }

  @Test
  void readsWhatOthersWrite() throws IOException {
    write("eval", 0, "my_metric");
    assertEquals(List.of("eval/my_metric"), List.copyOf(CurveFiles.read(folder).keySet()));
    assertEquals(0, CurveFiles.read(folder.resolve("missing")).size());
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Files.write(folder.resolve("events.out.tfevents.1"), new byte[100]);
    assertThrows(EngineException.class, () -> CurveFiles.read(folder));
  }

  private void write(String run, long step, String... tags) throws IOException {
    Path at = Files.createDirectories(folder.resolve(run));
    try (EventWriter writer = EventWriter.create(at, () -> Instant.EPOCH)) {
      for (String tag : tags) {
        writer.scalar(tag, step, 1.5);
        writer.scalar(tag, step + 1, 0.5);
      }
    }
  }
}
