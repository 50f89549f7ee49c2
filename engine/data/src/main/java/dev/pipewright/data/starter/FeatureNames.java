package dev.pipewright.data.starter;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Names of transformed features and layers for columns of any name: letters, digits and `_`, all
/// different.
final class FeatureNames {

  private static final int LONGEST = 60;
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "if", "else", "lambda", "in", "is", "True", "False", "None");

  private final Map<String, String> plain = new HashMap<>();

  FeatureNames(List<String> columns) {
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    // A transformed feature must not have the name of a raw one.
    columns.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("_xf"))
        .forEach(name -> taken.add(name.substring(0, name.length() - 3)));
    for (String column : columns) {
      String wanted = plain(column);
      String name = wanted;
      for (int i = 2; !taken.add(name); i++) {
        name = wanted + "_" + i;
      }
      plain.put(column, name);
    }
  }

  private static String plain(String column) {
    String ascii =
        Normalizer.normalize(column, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9_\\s.-]", "");
    String name = ascii.strip().replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "column";
    }
    String start = Character.isDigit(name.charAt(0)) ? "n" + name : name;
    return start.substring(0, Math.min(LONGEST, start.length()));
  }

  /// The plain name of a column.
  String of(String column) {
    String name = plain.get(column);
    if (name == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return name;
  }

  /// The name of what Transform makes of a column.
  String transformed(String column) {
    return of(column) + "_xf";
  }

  /// A column as an expression names it.
  static String quoted(String column) {
    return IDENTIFIER.matcher(column).matches() && !WORDS.contains(column)
        ? column
        : "`" + column + "`";
  }
}
