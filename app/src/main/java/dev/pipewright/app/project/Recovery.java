package dev.pipewright.app.project;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps what is not saved in a recovery file: a second after the first change, so that a kill
/// loses no more than that, and no more often than once a second. JavaFX thread only.
final class Recovery {

  private static final Duration DELAY = Duration.ofSeconds(1);

  /// What is to be kept.
  ///
  /// @param project the project file, or null
  /// @param base the hash of the file that the document was made of, or empty
  record Unsaved(@Nullable Path project, String base, Pipeline document) {}

  private final RecoveryFolder folder;
  private final FxExecutor fx;
  private final Supplier<Optional<Unsaved>> unsaved;
  private final ReadOnlyObjectWrapper<@Nullable Instant> time = new ReadOnlyObjectWrapper<>();
  private Path store;
  private boolean isDue;
  private boolean isWriting;
  private volatile boolean isClosed;
  private boolean isThere;

  Recovery(RecoveryFolder folder, FxExecutor fx, Supplier<Optional<Unsaved>> unsaved) {
    this.folder = folder;
    this.fx = fx;
    this.unsaved = unsaved;
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
          time.set(written.orElse(null));
        },
        e -> {
          isWriting = false;
          // Editing goes on without the net; who reads the log finds out why.
          System.getLogger(Recovery.class.getName()).log(System.Logger.Level.WARNING, e);
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
        Unsaved kept = now.get();
        String text = new String(ProjectFile.format(kept.document()), StandardCharsets.UTF_8);
        folder.write(store, kept.project(), kept.base(), kept.document().name(), text);
        return Optional.of(Instant.now());
      } catch (IOException e) {
        throw new EnvironmentException(
            "Unsaved changes cannot be kept: " + e.getMessage() + ".",
            Location.of(store),
            "Check the rights of the settings folder, and save often until then.",
            e);
      }
    }
  }

  /// Nothing is to be kept any more: when this returns, nothing is. The process may end then.
  void close() {
    isClosed = true;
    if (isThere) {
      keep(Optional.empty());
    }
  }
}
