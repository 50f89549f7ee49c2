package dev.pipewright.app.versions;

import dev.pipewright.app.compare.DiffWords;
import dev.pipewright.app.project.Project;
import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.PipelineDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps versions of an open project: each that is saved, and while it is edited one in ten
/// minutes. A project that was never saved has none. JavaFX thread only; files are written and read
/// off it.
public final class VersionKeeper implements AutoCloseable {

  /// Of what is edited without being saved, so often a version is kept.
  static final Duration PAUSE = Duration.ofMinutes(10);

  private static final Texts TEXTS = Texts.of(VersionKeeper.class);

  /// Where versions are kept, and how.
  ///
  /// @param folder of the versions of all projects; need not be there
  /// @param clock says what time it is
  /// @param troubles told when a version cannot be kept; once, until one can be again
  public record Services(
      Path folder, FxExecutor fx, InstantSource clock, Consumer<EngineException> troubles) {}

  /// What is kept of a project.
  ///
  /// @param entries the newest first
  /// @param damaged how many versions cannot be read
  /// @param folder where they lie
  public record History(List<Entry> entries, int damaged, Path folder) {
    public History {
      entries = List.copyOf(entries);
    }
  }

  /// A version in the history.
  ///
  /// @param words what it has otherwise than the one before it
  public record Entry(Version version, String words) {}

  private final Project project;
  private final Services services;
  private final Subscription subscription;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);
  private Instant opened;
  private @Nullable Path baseFile;
  private @Nullable Pipeline base;
  private Instant last;
  private boolean isTroubled;

  /// Keeps versions of this project from now on, until it is closed.
  public VersionKeeper(Project project, Services services) {
    this.project = project;
    this.services = services;
    this.opened = services.clock().instant();
    this.last = opened;
    begin();
    subscription =
        Subscription.combine(
            // Not at once: which document the new file holds is said after which file it is.
            project.file().subscribe((before, now) -> services.fx().execute(this::begin)),
            project.saved().subscribe((before, now) -> keep(now, Version.Kind.SAVED)),
            project.autosaved().subscribe((before, now) -> autosaved(now)));
  }

  /// What a file holds before anything is done to it here is its first version.
  private void begin() {
    baseFile = project.file().get();
    base = baseFile == null ? null : project.saved().get();
    opened = services.clock().instant();
  }

  private void autosaved(@Nullable Instant at) {
    Instant due = last.plus(PAUSE);
    if (at != null && !services.clock().instant().isBefore(due)) {
      keepNow();
    }
  }

  /// Keeps the document as it is now.
  ///
  /// @return done on the JavaFX thread when it is kept, or could not be, which is told
  public CompletableFuture<Void> keepNow() {
    return keep(project.document().get(), Version.Kind.AUTOSAVED);
  }

  private CompletableFuture<Void> keep(Pipeline pipeline, Version.Kind kind) {
    Path file = project.file().get();
    if (file == null) {
      return CompletableFuture.completedFuture(null);
    }
    Pipeline first = file.equals(baseFile) ? base : null;
    base = null;
    Instant begun = opened;
    last = services.clock().instant();
    Version version = new Version(last, kind, pipeline);
    CompletableFuture<Void> kept = new CompletableFuture<>();
    CompletableFuture<?> before = writing;
    writing = kept;
    before.whenComplete(
        (ended, error) ->
            services
                .fx()
                .call(
                    () -> write(file, version, first, begun),
                    written -> kept(kept),
                    trouble -> failed(trouble, kept)));
    return kept;
  }

  private void kept(CompletableFuture<Void> done) {
    isTroubled = false;
    revision.set(revision.get() + 1);
    done.complete(null);
  }

  private void failed(EngineException trouble, CompletableFuture<Void> done) {
    if (!isTroubled) {
      isTroubled = true;
      services.troubles().accept(trouble);
    }
    done.complete(null);
  }

  /// @param first what the file held before anything was done to it here, or null
  /// @param begun since when
  private Path write(Path file, Version version, @Nullable Pipeline first, Instant begun) {
    VersionFolder folder = VersionFolder.of(services.folder(), file);
    try {
      if (first != null) {
        folder.keepBase(new Version(begun, Version.Kind.SAVED, first));
      }
      folder.keep(version);
      return folder.path();
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("unwritable", FileTrouble.reason(e)),
          Location.of(folder.path()),
          TEXTS.get("unwritable.fix"),
          e);
    }
  }

  /// Grows when there is another version.
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// Reads what is kept.
  ///
  /// @param done takes it, on the JavaFX thread
  /// @param failed takes why it cannot be read
  public void read(Consumer<History> done, Consumer<EngineException> failed) {
    Path file = project.file().get();
    if (file == null) {
      done.accept(new History(List.of(), 0, services.folder()));
      return;
    }
    services.fx().call(() -> read(file), done, failed);
  }

  private History read(Path file) {
    VersionFolder folder = VersionFolder.of(services.folder(), file);
    try {
      VersionFolder.Listing found = folder.list();
      return new History(entries(found.versions()), found.damaged(), folder.path());
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("unreadable", FileTrouble.reason(e)),
          Location.of(folder.path()),
          TEXTS.get("unreadable.fix"),
          e);
    }
  }

  private static List<Entry> entries(List<Version> newestFirst) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Pipeline now = newestFirst.get(i).pipeline();
      boolean isFirst = i == newestFirst.size() - 1;
      String words =
          isFirst
              ? TEXTS.get("first", now.nodes().size())
              : DiffWords.summary(PipelineDiff.of(newestFirst.get(i + 1).pipeline(), now));
      entries.add(new Entry(newestFirst.get(i), words));
    }
    return entries;
  }

  /// Makes the project's document a version: one edit, which can be taken back. What was there is
  /// kept as a version first.
  ///
  /// @return done on the JavaFX thread
  public CompletableFuture<Void> restore(Version version) {
    return keepNow().thenRun(() -> project.restore(version.pipeline()));
  }

  /// Keeps nothing any more.
  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
