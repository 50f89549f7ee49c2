package dev.pipewright.training;

import dev.pipewright.pipeline.component.Progress;
import dev.pipewright.summaries.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The event files of a training, in the folders and with the tags of Keras's callback
/// `TensorBoard`, and the same values for whoever watches live.
final class Curves implements AutoCloseable {

  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";

  private final EventWriter train;
  private final EventWriter validation;
  private final Progress progress;

  private Curves(EventWriter train, EventWriter validation, Progress progress) {
    this.train = train;
    this.validation = validation;
    this.progress = progress;
  }

  /// Starts the files in a folder.
  static Curves start(Path folder, InstantSource clock, Progress progress) throws IOException {
    EventWriter train = EventWriter.create(folder.resolve(TRAIN), clock);
    try {
      return new Curves(train, EventWriter.create(folder.resolve(VALIDATION), clock), progress);
    } catch (IOException e) {
      train.close();
      throw e;
    }
  }

  /// Goes on with the files of a training that was interrupted, from the checkpoint after `step`
  /// steps: what it logged later is forgotten. The checkpoint was made before the epoch that those
  /// steps end was logged.
  ///
  /// @param stepsPerEpoch how many steps an epoch has
  static Curves resume(
      Path folder, long step, long stepsPerEpoch, InstantSource clock, Progress progress)
      throws IOException {
    EventWriter.Filter kept = (tag, at) -> holds(tag, at, step, stepsPerEpoch);
    EventWriter train = resume(folder.resolve(TRAIN), kept, clock);
    try {
      return new Curves(train, resume(folder.resolve(VALIDATION), kept, clock), progress);
    } catch (IOException | RuntimeException e) {
      train.close();
      throw e;
    }
  }

  private static EventWriter resume(Path folder, EventWriter.Filter kept, InstantSource clock)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return EventWriter.resume(files.findFirst().orElseThrow(), kept, clock);
    }
  }

  private static boolean holds(String tag, long at, long step, long stepsPerEpoch) {
    if (tag.startsWith("epoch_")) {
      return (at + 1) * stepsPerEpoch < step;
    }
    return tag.startsWith("evaluation_") ? at < step : at <= step;
  }

  /// Logs the network, which TensorBoard draws.
  void network(String json) throws IOException {
    train.kerasModel(json);
    train.flush();
  }

  /// Logs the loss of a batch.
  ///
  /// @param step how many steps were done
  void batch(long step, double loss) throws IOException {
    train.scalar("batch_loss", step, loss);
    train.flush();
    progress.metric(TRAIN + "/loss", step, loss);
  }

  /// Logs an epoch and its validation.
  ///
  /// @param epoch its number, from 0
  /// @param step how many steps were done
  void epoch(
      int epoch,
      long step,
      Map<String, Double> trained,
      Map<String, Double> validated,
      double learningRate)
      throws IOException {
    for (var measure : sorted(validated).entrySet()) {
      String tag = "evaluation_" + measure.getKey() + "_vs_iterations";
      validation.scalar(tag, step, measure.getValue());
      progress.metric(VALIDATION + "/" + measure.getKey(), step, measure.getValue());
    }
    epoch(train, epoch, trained);
    train.scalar("epoch_learning_rate", epoch, learningRate);
    epoch(validation, epoch, validated);
    train.flush();
    validation.flush();
  }

  private static void epoch(EventWriter writer, int epoch, Map<String, Double> measures)
      throws IOException {
    for (var measure : sorted(measures).entrySet()) {
      writer.scalar("epoch_" + measure.getKey(), epoch, measure.getValue());
    }
  }

  private static SortedMap<String, Double> sorted(Map<String, Double> measures) {
    return new TreeMap<>(measures);
  }

  /// Sees that all is on disk.
  void sync() throws IOException {
    train.sync();
    validation.sync();
  }

  /// Copies the files to their place in an artifact.
  void copyTo(Path folder) throws IOException {
    train.flush();
    validation.flush();
    copy(train.file(), folder.resolve(TRAIN));
    copy(validation.file(), folder.resolve(VALIDATION));
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try (train;
        validation) {
      train.flush();
    }
  }
}
