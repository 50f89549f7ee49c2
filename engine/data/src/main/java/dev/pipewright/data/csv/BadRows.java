package dev.pipewright.data.csv;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What becomes of rows that cannot be used: the first one ends the reading, or they are left out
/// and counted. Used by one thread at a time.
public final class BadRows {

  /// What to do about a row that cannot be used.
  public enum Policy {
    /// Stop with a `DataException`.
    FAIL,
    /// Leave it out and count it.
    SKIP,
  }

  private static final int KEPT_MESSAGES = 5;

  private final Policy policy;
  private final List<String> messages = new ArrayList<>();
  private long count;

  /// Nothing bad so far.
  public BadRows(Policy policy) {
    this.policy = policy;
  }

  /// How many rows were left out.
  public long count() {
    return count;
  }

  /// What was wrong with the first few of them, and where.
  public List<String> messages() {
    return List.copyOf(messages);
  }

  void report(Path file, long line, String what, String fix) {
    if (policy == Policy.FAIL) {
      throw new DataException(
          what, Location.of(file, line), fix + " Or set bad_rows to skip, to leave out such rows.");
    }
    count++;
    if (messages.size() < KEPT_MESSAGES) {
      messages.add(Location.of(file, line) + ": " + what);
    }
  }
}
