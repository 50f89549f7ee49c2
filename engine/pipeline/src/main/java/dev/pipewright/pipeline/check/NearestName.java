package dev.pipewright.pipeline.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that was probably meant, for messages.
public final class NearestName {

  private NearestName() {}

  /// The candidate nearest to `name` by edit distance without regard to case, when it is at most a
  /// third of the name away; of several, the first.
  public static Optional<String> of(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(c -> distance(wanted, c.toLowerCase(Locale.ROOT)) <= 1 + name.length() / 3)
        .min(Comparator.comparingInt(c -> distance(wanted, c.toLowerCase(Locale.ROOT))));
  }

  /// A fix that offers the nearest name, or else lists all there are.
  public static String suggest(String name, Collection<String> candidates) {
    return of(name, candidates)
        .map(nearest -> "Did you mean \"" + nearest + "\"?")
        .orElse(
            candidates.isEmpty()
                ? "There is none."
                : "There is: " + String.join(", ", candidates) + ".");
  }

  /// Levenshtein's distance.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
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
