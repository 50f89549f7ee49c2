package dev.pipewright.nodes.examples;

import dev.pipewright.data.table.ColumnSummary;
import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.Filter;
import dev.pipewright.nodes.examples.ExamplesModel.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can follow in a filter at the caret: names of features, words of the language, values that
/// a feature has.
final class FilterCompletion {

  private static final int MOST = 60;
  private static final Pattern COMPARED =
      Pattern.compile(
          "(`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_.]*)\\s*(?:==|!=|in\\s*\\[(?:[^\\]]*,)?)\\s*\"?([^\"\\]]*)$");
  private static final Pattern BEGUN = Pattern.compile("(`[^`]*|[\\p{L}_][\\p{L}\\p{N}_.]*)$");
  private static final Pattern COMPLETE =
      Pattern.compile("(`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_.]*)\\s+(\\p{L}*)$");

  private FilterCompletion() {}

  /// What can be put in.
  ///
  /// @param from where what is typed of it starts
  /// @param text what stands there then
  /// @param says what it is
  record Completion(int from, String text, String says) {}

  /// What can be put in at the end of this text.
  static List<Completion> at(
      String typed, List<Feature> features, Map<String, Distribution> distributions) {
    Matcher compared = COMPARED.matcher(typed);
    if (compared.find()) {
      return values(typed, compared, distributions);
    }
    Matcher begun = BEGUN.matcher(typed);
    String start = begun.find() ? begun.group(1) : "";
    List<Completion> all = new ArrayList<>();
    if (isAfterValue(typed, features)) {
      words(typed, all);
    } else if (!start.isEmpty()
        || typed.isBlank()
        || typed.matches(".*(\\(|and|or|not)\\s+$|.*\\($")) {
      names(typed, start, features, all);
    }
    return all;
  }

  private static boolean isAfterValue(String typed, List<Feature> features) {
    Matcher complete = COMPLETE.matcher(typed);
    if (!complete.find()) {
      return typed.matches(".*[\"'\\])]\\s+\\p{L}*$")
          || typed.matches(".*[\\s(]-?\\d[\\d.]*\\s+\\p{L}*$");
    }
    String name = complete.group(1).replace("`", "");
    return features.stream().anyMatch(f -> f.name().equals(name));
  }

  private static void words(String typed, List<Completion> all) {
    Matcher begun = BEGUN.matcher(typed);
    String start = begun.find() ? begun.group(1) : "";
    boolean isAfterFeature = !typed.strip().matches(".*[\"'\\])\\d]\\s*\\p{L}*$");
    Stream<String> words =
        isAfterFeature
            ? Stream.of(
                "==", "!=", "<", ">", "contains", "matches", "in [", "is missing", "is not missing")
            : Stream.of("and", "or");
    words
        .filter(word -> start.isEmpty() || word.startsWith(start))
        .filter(word -> !word.equals(start))
        .forEach(
            word ->
                all.add(
                    new Completion(
                        typed.length() - start.length(),
                        word + (word.endsWith("[") ? "" : " "),
                        "")));
  }

  private static void names(
      String typed, String start, List<Feature> features, List<Completion> all) {
    String low = start.replace("`", "").toLowerCase(Locale.ROOT);
    int from = typed.length() - start.length();
    for (boolean isFirst : new boolean[] {true, false}) {
      features.stream()
          .filter(f -> f.name().toLowerCase(Locale.ROOT).startsWith(low) == isFirst)
          .filter(f -> f.name().toLowerCase(Locale.ROOT).contains(low))
          .limit(MOST)
          .forEach(f -> all.add(new Completion(from, FilterText.feature(f.name()) + " ", kind(f))));
    }
    if (!start.isEmpty()) {
      Arrays.stream(Filter.Function.values())
          .map(Filter.Function::text)
          .filter(name -> name.startsWith(low))
          .forEach(name -> all.add(new Completion(from, name + "(", Messages.text("function"))));
    }
    if (all.size() == 1 && all.getFirst().text().strip().equals(start)) {
      all.clear();
    }
  }

  private static String kind(Feature feature) {
    return Messages.text(
        "kind."
            + (feature.kind() == null ? "none" : feature.kind().name().toLowerCase(Locale.ROOT)));
  }

  private static List<Completion> values(
      String typed, Matcher compared, Map<String, Distribution> distributions) {
    Distribution of = distributions.get(compared.group(1).replace("`", ""));
    if (of == null || !(of.all() instanceof ColumnSummary.Texts texts)) {
      return List.of();
    }
    String start = compared.group(2);
    boolean isQuoted = compared.start(2) > 0 && typed.charAt(compared.start(2) - 1) == '"';
    int from = compared.start(2) - (isQuoted ? 1 : 0);
    List<Completion> all = new ArrayList<>();
    for (int i = 0; i < texts.values().size(); i++) {
      String value = texts.values().get(i);
      if (value.toLowerCase(Locale.ROOT).startsWith(start.strip().toLowerCase(Locale.ROOT))) {
        all.add(
            new Completion(
                from, FilterText.quoted(value) + " ", Messages.count(texts.counts()[i])));
      }
    }
    return all;
  }
}
