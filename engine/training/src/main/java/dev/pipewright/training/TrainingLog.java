package dev.pipewright.training;

import dev.pipewright.keras.graph.EpochResult;
import dev.pipewright.keras.graph.FitListener;
import dev.pipewright.pipeline.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Logs a training as it goes: curves into event files, progress to whoever watches.
final class TrainingLog implements FitListener, AutoCloseable {

  private static final String VALIDATION = "val_";

  private final Path folder;
  private final Network network;
  private final TrainerSettings settings;
  private final long stepsPerEpoch;
  private final InstantSource clock;
  private final Progress progress;
  private @Nullable Curves curves;

  /// @param folder where the event files are kept while the training can be interrupted
  TrainingLog(
      Path folder,
      Network network,
      TrainerSettings settings,
      long stepsPerEpoch,
      InstantSource clock,
      Progress progress) {
    this.folder = folder;
    this.network = network;
    this.settings = settings;
    this.stepsPerEpoch = stepsPerEpoch;
    this.clock = clock;
    this.progress = progress;
  }

  private interface Writing {
    void run() throws IOException;
  }

  /// The training knows no checked exceptions.
  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void resumed(long step) {
    write(() -> curves = Curves.resume(folder, step, stepsPerEpoch, clock, progress));
    progress.log("Training goes on after step %,d, where it was cut off.".formatted(step));
  }

  @Override
  public void step(long step, float loss, double stepsPerSecond) {
    if (step % settings.updateFrequency() == 0) {
      write(() -> curves().batch(step, loss));
      String message =
          String.format(
              Locale.ROOT,
              "step %,d of %,d, loss %.4f, %,.0f steps/s",
              step,
              settings.trainSteps(),
              loss,
              stepsPerSecond);
      progress.report((double) step / settings.trainSteps(), message);
    }
  }

  @Override
  public void epoch(EpochResult result) {
    Map<String, Double> trained = new LinkedHashMap<>();
    Map<String, Double> validated = new LinkedHashMap<>();
    result
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(VALIDATION)) {
                validated.put(name.substring(VALIDATION.length()), value);
              } else {
                trained.put(name, value);
              }
            });
    double rate = network.compile().optimizer().learningRate();
    write(() -> curves().epoch(result.epoch() - 1, result.step(), trained, validated, rate));
    progress.log("Epoch %d: %s".formatted(result.epoch(), measures(result)));
  }

  private static String measures(EpochResult result) {
    var text = new StringBuilder();
    result
        .values()
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(String.format(Locale.ROOT, " %.4f", value)));
    return text.toString();
  }

  @Override
  public void saved(long step) {
    write(() -> curves().sync());
  }

  /// Copies the event files to their place in an artifact.
  void publish(Path artifact) throws IOException {
    curves().copyTo(artifact);
  }

  private Curves curves() throws IOException {
    if (curves == null) {
      deleteLeftovers();
      curves = Curves.start(folder, clock, progress);
      curves.network(NetworkDrawing.json(network.model()));
    }
    return curves;
  }

  /// Of a training that was cut off before its first checkpoint.
  private void deleteLeftovers() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (curves != null) {
      curves.close();
    }
  }
}
