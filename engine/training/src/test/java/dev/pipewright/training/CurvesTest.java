package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000));
  private static final Map<String, Double> TRAINED = Map.of("loss", 0.5, "binary_accuracy", 0.75);
  private static final Map<String, Double> VALIDATED = Map.of("loss", 0.4, "binary_accuracy", 0.8);

  @TempDir private Path folder;

  @Test
  void logsTheTagsOfKeras() throws IOException {
    try (RecordedExecution execution = Samples.execution(folder);
        Curves curves = Curves.start(folder, CLOCK, execution.progress())) {
      curves.network("{}");
      curves.batch(100, 0.5);
      curves.epoch(2, 1_000, TRAINED, VALIDATED, 0.001);

      EventRun train = EventRuns.open(folder).runs().get("train");
      assertEquals(
          "[batch_loss, epoch_binary_accuracy, epoch_learning_rate, epoch_loss]",
          train.scalarTags().toString());
      assertEquals(Map.of("keras", "graph_keras_model"), train.otherTags());
      assertEquals(100, train.scalars("batch_loss").step(0));
      assertEquals(2, train.scalars("epoch_loss").step(0));
      EventRun validation = EventRuns.open(folder).runs().get("validation");
      assertEquals(
          "[epoch_binary_accuracy, epoch_loss, evaluation_binary_accuracy_vs_iterations,"
              + " evaluation_loss_vs_iterations]",
          validation.scalarTags().toString());
      assertEquals(1_000, validation.scalars("evaluation_loss_vs_iterations").step(0));
      assertEquals((float) 0.4, validation.scalars("epoch_loss").value(0));
      assertEquals(
          List.of(
              new RecordedExecution.Metric("train/loss", 100, 0.5),
              new RecordedExecution.Metric("validation/binary_accuracy", 1_000, 0.8),
              new RecordedExecution.Metric("validation/loss", 1_000, 0.4)),
          execution.metrics());
    }
  }

  @Test
  void goesOnFromACheckpointAsIfNothingHadHappened() throws IOException {
    Path undisturbed = folder.resolve("a");
    Path interrupted = folder.resolve("b");
    try (RecordedExecution execution = Samples.execution(folder)) {
      try (Curves curves = Curves.start(undisturbed, CLOCK, execution.progress())) {
        curves.network("{}");
        curves.batch(1, 0.5);
        curves.epoch(0, 2, TRAINED, VALIDATED, 0.001);
        curves.batch(4, 0.25);
        curves.epoch(1, 4, TRAINED, VALIDATED, 0.001);
      }
      try (Curves curves = Curves.start(interrupted, CLOCK, execution.progress())) {
        curves.network("{}");
        curves.batch(1, 0.5);
        curves.epoch(0, 2, TRAINED, VALIDATED, 0.001);
        curves.batch(4, 0.25);
        curves.sync();
        curves.epoch(1, 4, VALIDATED, TRAINED, 0.5);
        curves.batch(5, 99);
      }
      Path copies = folder.resolve("c");
      try (Curves curves = Curves.resume(interrupted, 4, 2, CLOCK, execution.progress())) {
        curves.epoch(1, 4, TRAINED, VALIDATED, 0.001);
        curves.copyTo(copies);
      }

      for (String run : List.of("train", "validation")) {
        byte[] expected = Files.readAllBytes(only(undisturbed.resolve(run)));
        assertArrayEquals(expected, Files.readAllBytes(only(interrupted.resolve(run))));
        assertArrayEquals(expected, Files.readAllBytes(only(copies.resolve(run))));
      }
    }
  }

  private static Path only(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertTrue(all.size() == 1, all.toString());
      return all.getFirst();
    }
  }
}
