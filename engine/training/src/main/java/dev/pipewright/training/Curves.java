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

/// The event files of a training, in the folders and with the tags of Keras's callback
/// `TensorBoard`, and the same values for whoever watches live.
final class Curves implements AutoCloseable {

  /// How far the files were written, to go on from there.
  ///
  /// @param train the file name in `train`
  /// @param trainLength its length in bytes
  /// @param validation the file name in `validation`
  /// @param validationLength its length in bytes
  record Position(String train, long trainLength, String validation, long validationLength) {}

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

  /// Goes on with files, and forgets what was written after that position.
  static Curves resume(Path folder, Position position, InstantSource clock, Progress progress)
      throws IOException {
    Path file = folder.resolve(TRAIN).resolve(position.train());
    EventWriter train = EventWriter.resume(file, position.trainLength(), clock);
    try {
      Path other = folder.resolve(VALIDATION).resolve(position.validation());
      EventWriter validation = EventWriter.resume(other, position.validationLength(), clock);
      return new Curves(train, validation, progress);
    } catch (IOException | RuntimeException e) {
      train.close();
      throw e;
    }
  }

  /// Logs the network, which TensorBoard draws.
  void network(String json) throws IOException {
    train.kerasModel(json);
    train.flush();
  }

  /// Logs measures in the midst of an epoch.
  ///
  /// @param step how many steps were done
  void batch(long step, Map<String, Double> measures) throws IOException {
    for (var measure : sorted(measures).entrySet()) {
      train.scalar("batch_" + measure.getKey(), step, measure.getValue());
      progress.metric(TRAIN + "/" + measure.getKey(), step, measure.getValue());
    }
    train.flush();
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
  Position sync() throws IOException {
    return new Position(
        train.file().getFileName().toString(),
        train.sync(),
        validation.file().getFileName().toString(),
        validation.sync());
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
