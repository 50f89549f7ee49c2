package dev.pipewright.data.starter;

/// How many different values a column has. Counting ends at a bound.
///
/// @param count how many different values were found
/// @param cells the cells in which they were found, from the top of the table
/// @param isMany whether there are more, which were not counted
public record Distinct(long count, long cells, boolean isMany) {

  /// Of fewer values nobody can tell whether they never come twice by accident.
  private static final int ENOUGH = 20;

  /// Whether no value is there twice, in a column long enough to tell.
  boolean isUnique() {
    return count == cells && count >= ENOUGH;
  }

  /// Whether there are nearly as many values as cells, as with names, notes and keys.
  boolean isMostly() {
    return 2 * count > cells && count >= ENOUGH;
  }
}
