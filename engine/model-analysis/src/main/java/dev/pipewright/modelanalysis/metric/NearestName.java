package dev.pipewright.modelanalysis.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that a misspelt one was meant to be.
public final class NearestName {

  private NearestName() {}

  /// The candidate with the fewest edits from `name`, when that is at most a third of its letters.
  public static Optional<String> of(String name, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt((String c) -> edits(name, c)).thenComparing(c -> c))
        .filter(c -> edits(name, c) <= Math.max(1, c.length() / 3));
  }

  /// Letters inserted, removed, replaced, or exchanged with their neighbour, in any case.
  private static int edits(String given, String candidate) {
    String a = given.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edits(a, i, b, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int edits(String a, int i, String b, int j, int[][] edits) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean isExchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isExchanged ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
