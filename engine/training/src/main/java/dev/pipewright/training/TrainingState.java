package dev.pipewright.training;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/// What a training must know besides its variables to go on: kept in a small file that is replaced
/// whole.
///
/// @param step how many steps were done; everything that follows from them was done too
/// @param bestStep the step of the checkpoint with the best weights, or 0 for none
/// @param stopping what early stopping knows
/// @param curves how far the event files were written
record TrainingState(
    long step, long bestStep, EarlyStopping.State stopping, Curves.Position curves) {

  private static TrainingState of(Properties values) {
    return new TrainingState(
        Long.parseLong(values.getProperty("step")),
        Long.parseLong(values.getProperty("best_step")),
        new EarlyStopping.State(
            Double.parseDouble(values.getProperty("best")),
            Integer.parseInt(values.getProperty("best_epoch")),
            Integer.parseInt(values.getProperty("stale"))),
        new Curves.Position(
            values.getProperty("train"),
            Long.parseLong(values.getProperty("train_length")),
            values.getProperty("validation"),
            Long.parseLong(values.getProperty("validation_length"))));
  }

  /// Reads a state.
  ///
  /// @throws ArtifactException when the file is damaged
  static TrainingState read(Path file) throws IOException {
    var values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      return of(values);
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(
          "The state of the interrupted training is damaged.",
          Location.of(file),
          "Delete its folder to train from the start.",
          e);
    }
  }

  /// Replaces the file.
  void write(Path file) throws IOException {
    var values = new Properties();
    values.setProperty("step", Long.toString(step));
    values.setProperty("best_step", Long.toString(bestStep));
    values.setProperty("best", Double.toString(stopping.best()));
    values.setProperty("best_epoch", Integer.toString(stopping.bestEpoch()));
    values.setProperty("stale", Integer.toString(stopping.stale()));
    values.setProperty("train", curves.train());
    values.setProperty("train_length", Long.toString(curves.trainLength()));
    values.setProperty("validation", curves.validation());
    values.setProperty("validation_length", Long.toString(curves.validationLength()));
    var text = new StringWriter();
    values.store(text, null);
    replace(file, text.toString());
  }

  private static void replace(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
