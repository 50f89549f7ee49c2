package dev.pipewright.data.table;

import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.Filter.Function;
import dev.pipewright.data.table.Filter.Value;
import dev.pipewright.pipeline.ParameterException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says whether a filter can be asked of features: whether they are there, and are numbers or texts
/// where these are wanted.
public final class FilterCheck {

  private final Map<String, Feature> features = new LinkedHashMap<>();

  private enum Type {
    NUMBER,
    TEXT,
    /// Of a feature without any value.
    ANY
  }

  private FilterCheck(List<Feature> features) {
    features.forEach(f -> this.features.put(f.name(), f));
  }

  /// Checks a filter.
  ///
  /// @throws ParameterException when it cannot be asked; its location has the column
  public static void check(Filter filter, List<Feature> features) {
    new FilterCheck(features).check(filter);
  }

  private void check(Filter filter) {
    switch (filter) {
      case Filter.And(Filter left, Filter right) -> {
        check(left);
        check(right);
      }
      case Filter.Or(Filter left, Filter right) -> {
        check(left);
        check(right);
      }
      case Filter.Not(Filter inner) -> check(inner);
      case Filter.Compare(var comparator, Value left, Value right, int column) ->
          same(type(left), right, comparator.sign());
      case Filter.Contains(Value text, _, _) -> require(Type.TEXT, text, "contains");
      case Filter.Matches(Value text, _, _) -> require(Type.TEXT, text, "matches");
      case Filter.In(Value value, List<Value> items, _) -> {
        Type type = type(value);
        items.forEach(item -> same(type, item, "in"));
      }
      case Filter.Missing(Value.Feature feature) -> type(feature);
    }
  }

  private void same(Type type, Value other, String by) {
    Type found = type(other);
    if (type != found && type != Type.ANY && found != Type.ANY) {
      throw FilterLexer.mistake(
          other.column(),
          "A " + name(type) + " is compared with a " + name(found) + " by " + by + ".",
          type == Type.TEXT
              ? "Write the value in quotes, or take length(\u2026) of the text."
              : "Write the number without quotes.");
    }
  }

  private void require(Type type, Value value, String by) {
    Type found = type(value);
    if (found != type && found != Type.ANY) {
      throw FilterLexer.mistake(
          value.column(),
          by + " wants a " + name(type) + ", but this is a " + name(found) + ".",
          type == Type.TEXT
              ? "Compare numbers by ==, < and >."
              : "Take length(\u2026) of a text to have a number.");
    }
  }

  private Type type(Value value) {
    return switch (value) {
      case Value.Feature feature -> type(feature);
      case Value.Int _, Value.Real _ -> Type.NUMBER;
      case Value.Text _ -> Type.TEXT;
      case Value.Arithmetic(char sign, Value left, Value right, _) -> {
        require(Type.NUMBER, left, String.valueOf(sign));
        require(Type.NUMBER, right, String.valueOf(sign));
        yield Type.NUMBER;
      }
      case Value.Call(Function function, Value argument, _) -> type(function, argument);
    };
  }

  private Type type(Function function, Value argument) {
    switch (function) {
      case LENGTH, LOWER, UPPER -> require(Type.TEXT, argument, function.text());
      case ABS, MIN, MAX, SUM -> require(Type.NUMBER, argument, function.text());
      case COUNT -> type(argument);
    }
    return function == Function.LOWER || function == Function.UPPER ? Type.TEXT : Type.NUMBER;
  }

  private Type type(Value.Feature wanted) {
    Feature feature = features.get(wanted.name());
    if (feature == null) {
      String near = nearest(wanted.name());
      throw FilterLexer.mistake(
          wanted.column(),
          "There is no feature " + wanted.name() + ".",
          near == null
              ? "Write a text in quotes; the features' names are offered while you type."
              : "Did you mean " + near + "? A text is written in quotes.");
    }
    return feature.kind() == null ? Type.ANY : feature.isNumeric() ? Type.NUMBER : Type.TEXT;
  }

  private @Nullable String nearest(String written) {
    String low = written.toLowerCase(Locale.ROOT);
    return features.keySet().stream()
        .filter(name -> distance(name.toLowerCase(Locale.ROOT), low) <= low.length() / 3)
        .min(Comparator.comparingInt(name -> distance(name.toLowerCase(Locale.ROOT), low)))
        .orElse(null);
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

  private static String name(Type type) {
    return type == Type.TEXT ? "text" : "number";
  }
}
