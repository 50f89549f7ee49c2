package dev.pipewright.nodes;

import dev.pipewright.pipeline.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads artifacts for one place that shows them: on a thread of its own, the result on the JavaFX
/// thread. Reads the same folders once, however often it is asked. JavaFX thread only.
///
/// @param <T> what is read
public final class Reading<T> {

  /// How far a reading is.
  public sealed interface State<T> {}

  /// There is nothing to read.
  public record Nothing<T>() implements State<T> {}

  /// It is being read.
  public record Busy<T>() implements State<T> {}

  /// It was read.
  ///
  /// @param value what it holds
  public record Done<T>(T value) implements State<T> {}

  /// It could not be read.
  ///
  /// @param what what happened, as a sentence
  /// @param fix what to do, as a sentence
  public record Failed<T>(String what, String fix) implements State<T> {}

  /// Reads artifacts; runs off the JavaFX thread, and is interrupted when nobody waits any more.
  @FunctionalInterface
  public interface Reader<T> {
    /// What the artifacts in these folders hold.
    ///
    /// @param folders the folders by output
    T read(Map<String, Path> folders) throws IOException, InterruptedException;
  }

  private final Reader<? extends T> reader;
  private final ReadOnlyObjectWrapper<State<T>> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Nothing<>());
  private Map<String, Path> folders = Map.of();
  private @Nullable Task task;

  /// A reading of nothing yet.
  public Reading(Reader<? extends T> reader) {
    this.reader = reader;
  }

  /// How far it is.
  public ReadOnlyObjectProperty<State<T>> state() {
    return state.getReadOnlyProperty();
  }

  /// Reads these folders, unless it did or does so already. What is under way for others is given
  /// up.
  public void read(Map<String, Path> wanted) {
    if (wanted.equals(folders)) {
      return;
    }
    close();
    folders = Map.copyOf(wanted);
    if (folders.isEmpty()) {
      state.set(new Nothing<>());
      return;
    }
    Task next = new Task(folders);
    task = next;
    state.set(new Busy<>());
    Thread.ofVirtual().name("reading " + folders.keySet()).start(next);
  }

  /// Gives up what is under way.
  public void close() {
    if (task != null) {
      task.cancel(true);
      task = null;
    }
  }

  private void end(Task ended) {
    if (ended != task) {
      return;
    }
    task = null;
    if (ended.state() == Future.State.SUCCESS) {
      state.set(new Done<>(ended.resultNow()));
      return;
    }
    Throwable error = ended.exceptionNow();
    state.set(failed(error));
    if (!isUsers(error)) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }
  }

  private static boolean isUsers(Throwable error) {
    return error instanceof EngineException
        || error instanceof IOException
        || error instanceof UncheckedIOException;
  }

  private static <T> Failed<T> failed(Throwable error) {
    if (error instanceof EngineException e) {
      return new Failed<>(e.what(), e.fix());
    }
    Throwable reason =
        error instanceof UncheckedIOException e ? Objects.requireNonNull(e.getCause()) : error;
    return new Failed<>(
        Texts.text("reading.failed", String.valueOf(reason)), Texts.text("reading.failed.fix"));
  }

  private final class Task extends FutureTask<T> {

    Task(Map<String, Path> wanted) {
      super(() -> reader.read(wanted));
    }

    @Override
    protected void done() {
      if (!isCancelled()) {
        Platform.runLater(() -> end(this));
      }
    }
  }
}
