package dev.pipewright.app.project;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// An open project: the document, its one history of edits, its file, and what is wrong with it.
/// All of it belongs to the JavaFX thread; files are read and written off it. To be closed.
public final class Project implements AutoCloseable {

  private final FxExecutor fx;
  private final ComponentRegistry registry;
  private final FileWriter writer;
  private final EditHistory history;
  private final Recovery recovery;
  private final LiveProblems problems;
  private final Use use;
  private Runnable refused = () -> {};
  private OpenFile open;
  private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);
  private boolean isClosed;

  private final ReadOnlyObjectWrapper<Pipeline> document;
  private final ReadOnlyObjectWrapper<@Nullable DocumentChange> change =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FileState> fileState;
  private final ReadOnlyObjectWrapper<Pipeline> saved;
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

  Project(
      Pipeline document,
      OpenFile open,
      FxExecutor fx,
      ComponentRegistry registry,
      RecoveryFolder recoveries,
      FileWriter writer,
      Consumer<EngineException> troubles,
      Use use) {
    this.use = use;
    this.fx = fx;
    this.registry = registry;
    this.writer = writer;
    this.open = open;
    this.history = new EditHistory(document);
    this.document = new ReadOnlyObjectWrapper<>(document);
    this.saved = new ReadOnlyObjectWrapper<>(document);
    this.file.set(open.path());
    this.fileState =
        new ReadOnlyObjectWrapper<>(open.path() == null ? FileState.NONE : FileState.SAME);
    this.recovery = new Recovery(recoveries, fx, this::unsaved, troubles);
    this.problems = new LiveProblems(fx, registry, document);
    if (!isReadOnly()) {
      problems.begin();
    }
  }

  /// What may be done with a project.
  public enum Use {
    /// It is worked on.
    EDITING,
    /// It is looked at: nodes may be moved about, and nothing is kept.
    READING
  }

  /// Whether it is only looked at. Edits of more than its drawing then do nothing but have
  /// `refused` told.
  public boolean isReadOnly() {
    return use == Use.READING;
  }

  /// Told of edits that are not made since the project is only looked at.
  public void setOnRefused(Runnable told) {
    refused = told;
  }

  /// Draws what is looked at so, as the state to begin with: there is nothing to take back.
  ///
  /// @throws IllegalStateException when the project is worked on
  public void drawAtFirst(Layout layout) {
    if (!isReadOnly()) {
      throw new IllegalStateException("the project is worked on");
    }
    publish(history.replace(history.document().withLayout(layout)));
  }

  /// Has it told that the project is only looked at.
  public void refuse() {
    refused.run();
  }

  /// Shows another document in place of the one that is looked at; what is drawn alike stays where
  /// it was moved to.
  ///
  /// @throws IllegalStateException when the project is worked on
  public void lookAt(Pipeline read) {
    if (!isReadOnly()) {
      throw new IllegalStateException("the project is worked on");
    }
    Pipeline next = read.withLayout(history.document().layout());
    if (!next.equals(history.document())) {
      publish(history.replace(next));
    }
  }

  /// The document.
  public ReadOnlyObjectProperty<Pipeline> document() {
    return document.getReadOnlyProperty();
  }

  /// The last change of the document, set when `document` is; null before the first.
  public ReadOnlyObjectProperty<@Nullable DocumentChange> change() {
    return change.getReadOnlyProperty();
  }

  /// The project file, absolute; null for a project that was never saved.
  public ReadOnlyObjectProperty<@Nullable Path> file() {
    return file.getReadOnlyProperty();
  }

  /// The document that was read or saved last.
  public ReadOnlyObjectProperty<Pipeline> saved() {
    return saved.getReadOnlyProperty();
  }

  /// How the file is, as of the last save or `checkFile`.
  public ReadOnlyObjectProperty<FileState> fileState() {
    return fileState.getReadOnlyProperty();
  }

  /// Whether there is something to save.
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /// Whether there is an edit to take back.
  public ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  /// Whether there is an edit to apply again.
  public ReadOnlyBooleanProperty redoable() {
    return redoable.getReadOnlyProperty();
  }

  /// What is wrong with the document, a moment after each change.
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.found();
  }

  /// When unsaved changes were last put in the recovery file; null while there are none there.
  public ReadOnlyObjectProperty<@Nullable Instant> autosaved() {
    return recovery.time();
  }

  /// Changes the document. An edit that changes nothing leaves no trace in the history.
  ///
  /// @throws IllegalArgumentException when the edit does not fit the document
  public void edit(Edit edit) {
    if (isAllowed(edit)) {
      changed(history.apply(edit, null, System.nanoTime()));
    }
  }

  /// Changes the document as a part of a burst, as typing and dragging are: edits of one burst are
  /// taken back as one, as long as they come within a second of each other.
  ///
  /// @param burst names the burst, as `move Trainer`
  /// @throws IllegalArgumentException when the edit does not fit the document
  public void edit(Edit edit, String burst) {
    if (isAllowed(edit)) {
      changed(history.apply(edit, burst, System.nanoTime()));
    }
  }

  private boolean isAllowed(Edit edit) {
    Pipeline now = history.document();
    boolean isAllowed = !isReadOnly() || edit.apply(now).withLayout(now.layout()).equals(now);
    if (!isAllowed) {
      refused.run();
    }
    return isAllowed;
  }

  /// Takes the last edit back, if there is one.
  public void undo() {
    changed(history.undo());
  }

  /// Applies again the edit that was taken back last, if there is one.
  public void redo() {
    changed(history.redo());
  }

  /// The edits that can be taken back or applied again.
  public EditList edits() {
    return history.list();
  }

  /// Takes back or applies again as many edits as it needs for so many to be done.
  public void goTo(int position) {
    while (history.position() > position && history.canUndo()) {
      undo();
    }
    while (history.position() < position && history.canRedo()) {
      redo();
    }
  }

  private void changed(Optional<DocumentChange> changed) {
    changed.ifPresent(
        now -> {
          publish(now);
          update();
        });
  }

  private void publish(DocumentChange now) {
    if (!isReadOnly()) {
      problems.check(now.after());
    }
    change.set(now);
    document.set(now.after());
  }

  private void update() {
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
    if (!isReadOnly()) {
      dirty.set(!history.isSaved());
      saved.set(history.saved());
      recovery.changed();
    }
  }

  /// Saves to the project's file.
  ///
  /// @return done on the JavaFX thread, or failed with an `EngineException` when the file cannot be
  ///   written
  /// @throws IllegalStateException when the project was never saved: ask where, and `saveAs`
  public CompletableFuture<SaveResult> save() {
    open.required();
    return write(document -> open.write(document, writer));
  }

  /// Saves to the project's file, also when somebody else has changed it, or it is read-only.
  ///
  /// @return as `save`
  /// @throws IllegalStateException when the project was never saved
  public CompletableFuture<SaveResult> overwrite() {
    open.required();
    return write(document -> open.overwrite(document, writer));
  }

  private CompletableFuture<SaveResult> write(Function<Pipeline, OpenFile.Written> how) {
    Pipeline saved = history.document();
    long state = history.state();
    return afterOthers(() -> how.apply(saved), written -> saved(written, state, saved));
  }

  private SaveResult saved(OpenFile.Written written, long state, Pipeline saved) {
    if (written.result() == SaveResult.SAVED) {
      open = written.file();
      history.markSaved(state, saved);
      fileState.set(FileState.SAME);
      update();
    } else if (written.result() == SaveResult.CHANGED_ON_DISK) {
      fileState.set(FileState.CHANGED);
    }
    return written.result();
  }

  /// Saves to another file, which is the project's from then on; a file that is there is replaced.
  /// Relative paths to data lead to the same data from there: they are rewritten, as an edit that
  /// can be taken back. A project that was never saved is named after its file.
  ///
  /// @return done on the JavaFX thread with the number of paths that were rewritten, or failed with
  ///   an `EngineException` when the file cannot be written; then nothing has changed
  public CompletableFuture<Integer> saveAs(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Edit.Sequence move = move(absolute);
    Pipeline saved = move.apply(history.document());
    return afterOthers(
        () -> OpenFile.write(absolute, saved, writer),
        written -> {
          Edit.Sequence moved = move(absolute);
          open = written;
          history.apply(moved, null, System.nanoTime()).ifPresent(this::publish);
          boolean isEdited = !history.document().equals(saved);
          history.markSaved(isEdited ? EditHistory.NONE : history.state(), saved);
          fileState.set(FileState.SAME);
          file.set(absolute);
          update();
          return (int) moved.edits().stream().filter(e -> !(e instanceof Edit.SetName)).count();
        });
  }

  private Edit.Sequence move(Path target) {
    Path from = open.path();
    return from == null
        ? new Edit.Sequence(List.of(new Edit.SetName(name(target))))
        : MovedPaths.edits(
            history.document(), registry, from.resolveSibling(""), target.resolveSibling(""));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ProjectFile.EXTENSION) && name.length() > ProjectFile.EXTENSION.length()
        ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
        : name;
  }

  /// Writes when what was begun before is written: who saves twice gets what was there at the
  /// second time.
  private <T, R> CompletableFuture<R> afterOthers(Supplier<T> work, Function<T, R> done) {
    CompletableFuture<R> result = new CompletableFuture<>();
    CompletableFuture<?> before = writing;
    writing = result.handle((ended, error) -> null);
    before.whenComplete(
        (ended, error) ->
            fx.call(
                work,
                worked -> result.complete(done.apply(worked)),
                result::completeExceptionally));
    return result;
  }

  /// Looks whether somebody else has changed the file; to be called when the window gets the focus.
  /// `fileState` says what was found.
  public void checkFile() {
    OpenFile looked = open;
    fx.call(
        looked::state,
        state -> {
          if (open == looked && !isClosed) {
            fileState.set(state);
          }
        },
        e -> fileState.set(FileState.GONE));
  }

  /// Compares the document with what is in the file now.
  ///
  /// @return done on the JavaFX thread with what the file has otherwise, or failed with an
  ///   `EngineException` when it cannot be read
  /// @throws IllegalStateException when the project was never saved
  public CompletableFuture<PipelineDiff> compare() {
    Path path = open.required();
    CompletableFuture<PipelineDiff> result = new CompletableFuture<>();
    fx.call(
        () -> OpenFile.read(path),
        read -> result.complete(PipelineDiff.of(history.document(), read.document())),
        result::completeExceptionally);
    return result;
  }

  /// Reads the file again. What was not saved can be had back: reading is an edit.
  ///
  /// @return done on the JavaFX thread, or failed with an `EngineException` when it cannot be read;
  ///   then nothing has changed
  /// @throws IllegalStateException when the project was never saved
  public CompletableFuture<Void> reload() {
    Path path = open.required();
    CompletableFuture<Void> result = new CompletableFuture<>();
    fx.call(
        () -> OpenFile.read(path),
        read -> {
          open = read.file();
          become(read.document());
          history.markSaved(history.state(), read.document());
          fileState.set(FileState.SAME);
          update();
          result.complete(null);
        },
        result::completeExceptionally);
    return result;
  }

  /// Makes this the document: one edit, which can be taken back.
  public void restore(Pipeline version) {
    Pipeline last = history.saved();
    become(version);
    if (history.isSaved() && !history.document().equals(last)) {
      history.markSaved(EditHistory.NONE, last);
      update();
    }
  }

  /// Makes this the document, by an edit where one can do it.
  private void become(Pipeline next) {
    changed(
        Rewriting.edit(history.document(), next)
            .map(edit -> history.apply(edit, null, System.nanoTime()))
            .orElseGet(() -> Optional.of(history.replace(next))));
  }

  /// What is to be kept for the case that the window ends, empty when all is saved.
  private Optional<Recovery.Unsaved> unsaved() {
    return history.isSaved()
        ? Optional.empty()
        : Optional.of(
            new Recovery.Unsaved(open.path(), open.hash(), history.saved(), history.document()));
  }

  /// Goes on with unsaved changes that were kept there.
  void adopt(Path store, Pipeline unsaved) {
    recovery.adopt(store);
    Pipeline saved = history.saved();
    become(unsaved);
    if (history.isSaved()) {
      history.markSaved(EditHistory.NONE, saved);
      update();
    }
    checkFile();
  }

  /// Ends the project: what is not saved is thrown away, and its recovery file with it.
  ///
  /// @throws dev.pipewright.pipeline.EnvironmentException when that file cannot be deleted
  @Override
  public void close() {
    isClosed = true;
    recovery.close();
  }
}
