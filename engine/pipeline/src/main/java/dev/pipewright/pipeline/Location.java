package dev.pipewright.pipeline;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A place that a message points at: a file with line and column (from 1; 0 where they do not
/// apply), and the feature, node or field concerned. Every part may be unknown.
///
/// @param file the file as shown to the user, or null
/// @param line the line, from 1, or 0
/// @param column the character in the line, from 1, or 0
/// @param subject the feature, parameter or node, as `feature fare` or `Trainer.train_args`, or
///   null
public record Location(@Nullable String file, long line, long column, @Nullable String subject)
    implements Serializable {

  /// Nowhere in particular.
  public static final Location NONE = new Location(null, 0, 0, null);

  /// A whole file.
  public static Location of(Object file) {
    return new Location(file.toString(), 0, 0, null);
  }

  /// A line of a file, from 1.
  public static Location of(Object file, long line) {
    return new Location(file.toString(), line, 0, null);
  }

  /// A subject that is in no file.
  public static Location subject(String subject) {
    return new Location(null, 0, 0, subject);
  }

  /// The same place, with a subject.
  public Location withSubject(String newSubject) {
    return new Location(file, line, column, newSubject);
  }

  /// `file:line:column, subject`, as far as known; empty for nowhere.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (file != null) {
      text.append(file);
      if (line > 0) {
        text.append(':').append(line);
      }
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    if (subject != null) {
      text.append(text.isEmpty() ? "" : ", ").append(subject);
    }
    return text.toString();
  }
}
