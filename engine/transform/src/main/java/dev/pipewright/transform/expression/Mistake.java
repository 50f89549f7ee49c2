package dev.pipewright.transform.expression;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Makes the errors of this package: what is wrong with an expression, at which character, and how
/// to mend it.
final class Mistake {

  private Mistake() {}

  static ParameterException at(int column, String what, String fix) {
    return new ParameterException(
        what + " (character " + column + ")", new Location(null, 0, column, null), fix);
  }

  /// The name among these that is closest to what was written, if one is close enough to be meant.
  static Optional<String> nearest(String written, Collection<String> names) {
    String last = lastPart(written);
    int limit = Math.max(1, last.length() / 3);
    return names.stream()
        .filter(n -> Math.abs(lastPart(n).length() - last.length()) <= limit)
        .min(
            Comparator.<String>comparingInt(n -> distance(lastPart(n), last))
                .thenComparingInt(n -> distance(n, written))
                .thenComparing(Comparator.naturalOrder()))
        .filter(n -> distance(lastPart(n), last) <= limit);
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// Levenshtein's edit distance.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
