package dev.pipewright.app.project;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps what is not saved in a recovery file: so soon after the first change that it is written
/// within a second, and a kill loses no more than that. JavaFX thread only.
final class Recovery {

  private static final Duration DELAY = Duration.ofMillis(600);

  /// What is to be kept.
  ///
  /// @param project the project file, or null
  /// @param base the hash of the file that the document was made of, or empty
  /// @param saved the document as it was read or saved last
  /// @param document the document as it is
  record Unsaved(@Nullable Path project, String base, Pipeline saved, Pipeline document) {}

  private static final Texts TEXTS = Texts.of(Recovery.class);

  private final RecoveryFolder folder;
  private final FxExecutor fx;
  private final Supplier<Optional<Unsaved>> unsaved;
  private final Consumer<EngineException> troubles;
  private final ReadOnlyObjectWrapper<@Nullable Instant> time = new ReadOnlyObjectWrapper<>();
  private Path store;
  private boolean isDue;
  private boolean isWriting;
  private volatile boolean isClosed;
  private boolean isThere;
  private boolean isTroubled;

  /// @param troubles told when nothing can be kept; once, until something can be again
  Recovery(
      RecoveryFolder folder,
      FxExecutor fx,
      Supplier<Optional<Unsaved>> unsaved,
      Consumer<EngineException> troubles) {
    this.folder = folder;
    this.fx = fx;
    this.unsaved = unsaved;
    this.troubles = troubles;
    this.store = folder.newStore();
  }

  ReadOnlyObjectProperty<@Nullable Instant> time() {
    return time.getReadOnlyProperty();
  }

  /// From now on keeps it there, where something is already.
  void adopt(Path left) {
    store = left;
    isThere = true;
  }

  /// The document, or whether it is saved, has changed.
  void changed() {
    if (!isDue && !isClosed) {
      isDue = true;
      fx.after(DELAY, this::write);
    }
  }

  private void write() {
    if (isWriting && !isClosed) {
      fx.after(DELAY, this::write);
      return;
    }
    isDue = false;
    Optional<Unsaved> now = unsaved.get();
    if (isClosed || (now.isEmpty() && !isThere)) {
      return;
    }
    isWriting = true;
    isThere = now.isPresent();
    fx.call(
        () -> keep(now),
        written -> {
          isWriting = false;
          isTroubled = false;
          time.set(written.orElse(null));
        },
        e -> {
          isWriting = false;
          if (!isTroubled) {
            isTroubled = true;
            troubles.accept(e);
          }
        });
  }

  /// @return when it was kept; empty when there is nothing to keep
  private Optional<Instant> keep(Optional<Unsaved> now) {
    synchronized (folder) {
      try {
        if (now.isEmpty() || isClosed) {
          folder.delete(store);
          return Optional.empty();
        }
        folder.write(store, now.get());
        return Optional.of(Instant.now());
      } catch (IOException e) {
        throw new EnvironmentException(
            TEXTS.get("recovery.unwritable", FileTrouble.reason(e)),
            Location.of(folder.path()),
            TEXTS.get("recovery.unwritable.fix"),
            e);
      }
    }
  }

  /// Nothing is to be kept any more: when this returns, nothing is. The process may end then.
  ///
  /// @throws EnvironmentException when the recovery file cannot be deleted
  void close() {
    isClosed = true;
    if (isThere) {
      keep(Optional.empty());
    }
  }
}
