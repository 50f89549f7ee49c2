package dev.pipewright.app.error;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Takes errors, logs them, and keeps them until a person has seen them.
public final class ErrorReporter {

  private static final Logger LOG = System.getLogger(ErrorReporter.class.getName());
  private static final int MOST = 20;

  private final FxExecutor fx;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(notices);

  /// Keeps errors on this thread.
  public ErrorReporter(FxExecutor fx) {
    this.fx = fx;
  }

  /// Takes an error, on any thread.
  public void report(Throwable error) {
    if (error instanceof CompletionException && error.getCause() != null) {
      report(error.getCause());
      return;
    }
    if (error instanceof EngineException) {
      LOG.log(Level.WARNING, error.getMessage());
    } else {
      LOG.log(Level.ERROR, error.getMessage(), error);
    }
    tell(Notice.of(error));
  }

  /// Tells a person something, on any thread. The same is not told twice.
  public void tell(Notice notice) {
    fx.execute(
        () -> {
          notices.remove(notice);
          notices.add(notice);
          if (notices.size() > MOST) {
            notices.removeFirst();
          }
        });
  }

  /// Whatever nobody catches on any thread is reported.
  public void catchAll() {
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> report(error));
  }

  /// What was not closed yet, the newest last. JavaFX thread.
  public ObservableList<Notice> notices() {
    return readOnly;
  }

  /// A person has seen it. JavaFX thread.
  public void close(Notice notice) {
    notices.remove(notice);
  }
}
