package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one history of a document: edits with their inverses, a position between them, and a mark
/// where the document was saved.
final class EditHistory {

  /// The name of no document of a history.
  static final long NONE = -1;

  /// Edits of a burst that come within this time of each other are one to who takes them back.
  static final Duration BURST = Duration.ofSeconds(1);

  /// @param state names the document after the edit
  private record Step(Edit edit, Edit inverse, @Nullable String burst, long nanos, long state) {}

  private final List<Step> steps = new ArrayList<>();
  private Pipeline document;
  private Pipeline saved;
  private int position;
  private long lastState;
  private long savedState;
  private boolean isBurstOver = true;

  EditHistory(Pipeline document) {
    this.document = document;
    this.saved = document;
  }

  Pipeline document() {
    return document;
  }

  /// Names the document as it is; no other document of this history has the same name.
  long state() {
    return position == 0 ? 0 : steps.get(position - 1).state;
  }

  boolean isSaved() {
    return state() == savedState;
  }

  /// The document that was read or saved last.
  Pipeline saved() {
    return saved;
  }

  /// The document of this name, or `NONE`, is the one in the file.
  void markSaved(long state, Pipeline written) {
    savedState = state;
    saved = written;
    isBurstOver = true;
  }

  boolean canUndo() {
    return position > 0;
  }

  boolean canRedo() {
    return position < steps.size();
  }

  /// How many edits are done.
  int position() {
    return position;
  }

  /// The edits, with how many of them are done.
  EditList list() {
    return new EditList(steps.stream().map(step -> EditWords.of(step.edit)).toList(), position);
  }

  /// Applies an edit; one that changes nothing leaves no trace.
  ///
  /// @param burst edits of one name merge as long as they come without a pause; null never merges
  /// @param nanos the time
  /// @return what has changed, empty for nothing
  Optional<DocumentChange> apply(Edit edit, @Nullable String burst, long nanos) {
    Pipeline before = document;
    Pipeline after = edit.apply(before);
    if (after.equals(before)) {
      return Optional.empty();
    }
    Edit inverse = edit.inverse(before);
    boolean merges = merges(burst, nanos);
    steps.subList(position, steps.size()).clear();
    Step step = new Step(edit, inverse, burst, nanos, ++lastState);
    if (merges) {
      merge(steps.removeLast(), step, after);
    } else {
      steps.add(step);
    }
    position = steps.size();
    isBurstOver = false;
    document = after;
    return Optional.of(new DocumentChange(before, after, edit));
  }

  private boolean merges(@Nullable String burst, long nanos) {
    return burst != null
        && !isBurstOver
        && position > 0
        && burst.equals(steps.get(position - 1).burst)
        && nanos - steps.get(position - 1).nanos <= BURST.toNanos();
  }

  private void merge(Step first, Step second, Pipeline after) {
    Pipeline start = first.inverse.apply(document);
    if (after.equals(start)) {
      return; // As a letter that was typed and deleted: nothing to take back.
    }
    // A keystroke or a move mostly says all that the one before it said.
    boolean replaces =
        first.edit.getClass() == second.edit.getClass() && leads(second, start, after);
    Edit edit = replaces ? second.edit : new Edit.Sequence(List.of(first.edit, second.edit));
    Edit inverse =
        replaces ? first.inverse : new Edit.Sequence(List.of(second.inverse, first.inverse));
    steps.add(new Step(edit, inverse, second.burst, second.nanos, second.state));
  }

  private static boolean leads(Step step, Pipeline from, Pipeline to) {
    return switch (step.edit) {
      case Edit.SetParameter e -> e.apply(from).equals(to);
      case Edit.MoveNode e -> e.apply(from).equals(to);
      case Edit.SetLayout e -> e.apply(from).equals(to);
      case Edit.SetName e -> e.apply(from).equals(to);
      case Edit.SetSeed e -> e.apply(from).equals(to);
      case Edit.ReplaceNode e -> e.apply(from).equals(to);
      default -> false;
    };
  }

  /// Takes the last edit back.
  Optional<DocumentChange> undo() {
    if (!canUndo()) {
      return Optional.empty();
    }
    return Optional.of(move(steps.get(--position).inverse));
  }

  /// Applies again what was taken back last.
  Optional<DocumentChange> redo() {
    if (!canRedo()) {
      return Optional.empty();
    }
    return Optional.of(move(steps.get(position++).edit));
  }

  private DocumentChange move(Edit edit) {
    Pipeline before = document;
    document = edit.apply(before);
    isBurstOver = true;
    return new DocumentChange(before, document, edit);
  }

  /// Begins anew with a document that was read.
  DocumentChange replace(Pipeline read) {
    Pipeline before = document;
    steps.clear();
    position = 0;
    lastState = 0;
    savedState = 0;
    isBurstOver = true;
    document = read;
    saved = read;
    return new DocumentChange(before, read, new Edit.Sequence(List.of()));
  }
}
