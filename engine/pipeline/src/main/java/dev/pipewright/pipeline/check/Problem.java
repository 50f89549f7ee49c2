package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Quotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something wrong with a pipeline.
///
/// @param severity how bad it is
/// @param node the node concerned, or null for the pipeline as a whole
/// @param field the parameter (`train_args.num_steps`), input (`inputs.examples`) or other field of
///   the project file (`component`) concerned, or empty
/// @param what what is wrong, as a sentence
/// @param fix what to do, as a sentence
/// @param fixes ways to mend it at once, the likeliest first; may be empty
public record Problem(
    Severity severity,
    @Nullable NodeId node,
    String field,
    String what,
    String fix,
    List<Fix> fixes) {

  /// How bad a problem is.
  public enum Severity {
    /// The node, and what depends on it, cannot run.
    ERROR,
    /// It runs, but perhaps not as meant.
    WARNING,
  }

  public Problem {
    fixes = List.copyOf(fixes);
  }

  /// A problem that nothing mends at once.
  public Problem(Severity severity, @Nullable NodeId node, String field, String what, String fix) {
    this(severity, node, field, what, fix, List.of());
  }

  /// The same with these ways to mend it.
  public Problem withFixes(List<Fix> newFixes) {
    return new Problem(severity, node, field, what, fix, newFixes);
  }

  static Problem error(@Nullable NodeId node, String field, String what, String fix) {
    return new Problem(Severity.ERROR, node, field, what, fix);
  }

  static Problem warning(@Nullable NodeId node, String field, String what, String fix) {
    return new Problem(Severity.WARNING, node, field, what, fix);
  }

  /// Where it is: `node.field`, as far as there is one.
  public String place() {
    if (node == null) {
      return field;
    }
    return field.isEmpty() ? node.value() : node.value() + "." + field;
  }

  /// `place: what fix`, on one line.
  @Override
  public String toString() {
    String place = Quotation.shortened(place());
    return (place.isEmpty() ? "" : place + ": ") + what + (fix.isEmpty() ? "" : " " + fix);
  }
}
