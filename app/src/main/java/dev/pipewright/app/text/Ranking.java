package dev.pipewright.app.text;

import java.util.Arrays;
import java.util.Locale;

/// How well a name fits what a person has typed: 0 is best.
public final class Ranking {

  /// The rank of what does not fit.
  public static final int NONE = Integer.MAX_VALUE;

  // Up to so many letters nobody mistypes one without seeing it.
  private static final int SHORT = 3;
  private static final int LONG = 7;

  private Ranking() {}

  /// Ranks a name: 0 when it begins with the words, 1 when a word within it does, 2 when it has
  /// them elsewhere, 3 when it has each of them somewhere or their letters in this order, 4 when it
  /// has them but for a letter (of long words two) that is wrong, missing, too many, or swapped
  /// with the next; else `NONE`. Words begin after what is no letter, and at capitals.
  public static int of(String name, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(wanted)) {
      return 0;
    }
    if (!lower.contains(wanted)) {
      boolean has = hasEach(lower, wanted) || hasInOrder(lower, wanted);
      return has ? 3 : isMistyped(lower, wanted) ? 4 : NONE;
    }
    // A letter may be two in lower case: capitals are then not where the small letters are.
    String capitals = lower.length() == name.length() ? name : lower;
    for (int at = lower.indexOf(wanted); at > 0; at = lower.indexOf(wanted, at + 1)) {
      if (!Character.isLetterOrDigit(lower.charAt(at - 1))
          || Character.isUpperCase(capitals.charAt(at))) {
        return 1;
      }
    }
    return 2;
  }

  private static boolean hasEach(String name, String words) {
    return Arrays.stream(words.split("\\s+")).allMatch(name::contains);
  }

  private static boolean hasInOrder(String name, String letters) {
    int at = 0;
    for (int i = 0; i < name.length() && at < letters.length(); i++) {
      if (name.charAt(i) == letters.charAt(at)) {
        at++;
      }
    }
    return at == letters.length();
  }

  private static boolean isMistyped(String name, String wanted) {
    return wanted.length() > SHORT && distance(name, wanted) <= (wanted.length() < LONG ? 1 : 2);
  }

  /// The least number of letters to change, add, leave out or swap with the next to make the words
  /// a part of the name.
  private static int distance(String name, String wanted) {
    int[] beforeLast = new int[name.length() + 1];
    int[] last = new int[name.length() + 1];
    for (int i = 1; i <= wanted.length(); i++) {
      int[] row = new int[name.length() + 1];
      row[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        boolean same = wanted.charAt(i - 1) == name.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && wanted.charAt(i - 1) == name.charAt(j - 2)
            && wanted.charAt(i - 2) == name.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return Arrays.stream(last).min().orElseThrow();
  }
}
