package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern for files in which placeholders stand for their span and version, as TFX's ExampleGen
/// reads it (`example_gen/utils.py`): `{SPAN}`, or `{YYYY}`, `{MM}` and `{DD}`, whose span is the
/// number of days since 1970-01-01, and `{VERSION}`. `{SPAN:4}` stands for four digits.
final class SpanPattern {

  /// A span and version that a file belongs to.
  ///
  /// @param pattern the pattern with these numbers, written as in the file's name
  record Found(long span, OptionalLong version, String pattern) {}

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(SPAN|VERSION|YYYY|MM|DD)(?::(\\d{1,2}))?}");

  private static final String SPAN = "SPAN";
  private static final String VERSION = "VERSION";
  private static final List<String> DATE = List.of("YYYY", "MM", "DD");

  private final String pattern;
  private final List<MatchResult> placeholders;

  SpanPattern(String pattern) {
    this.pattern = pattern;
    this.placeholders = PLACEHOLDER.matcher(pattern).results().toList();
  }

  /// What its placeholders are, in the order of a list: patterns of splits that are read together
  /// have the same.
  List<String> kinds() {
    return placeholders.stream().map(p -> p.group(1)).sorted().toList();
  }

  /// Whether there is a span to be found.
  boolean hasSpan() {
    return !placeholders.isEmpty();
  }

  /// The pattern of the files of all spans and versions.
  String glob() {
    return PLACEHOLDER.matcher(pattern).replaceAll("*");
  }

  /// What is wrong with its placeholders.
  Optional<Finding> problem(String field) {
    List<String> kinds = kinds();
    long dates = kinds.stream().filter(DATE::contains).count();
    boolean isSpan = kinds.contains(SPAN);
    if (kinds.stream().distinct().count() < kinds.size()) {
      return finding(field, "A placeholder stands twice in", "Write each once.");
    }
    if (isSpan && dates > 0) {
      return finding(field, "Both {SPAN} and a date stand in", "Use one of them.");
    }
    if (dates > 0 && dates < DATE.size()) {
      return finding(field, "A part of the date is missing in", "Use {YYYY}, {MM} and {DD}.");
    }
    if (kinds.contains(VERSION) && !isSpan && dates == 0) {
      return finding(
          field, "There is a {VERSION} but no span in", "Add {SPAN}, or {YYYY}, {MM} and {DD}.");
    }
    if (placeholders.stream().anyMatch(SpanPattern::isOddWidth)) {
      return finding(field, "A width cannot be used in", "Write it as {SPAN:4} or {VERSION:2}.");
    }
    return Optional.empty();
  }

  private static boolean isOddWidth(MatchResult placeholder) {
    String width = placeholder.group(2);
    return width != null && (DATE.contains(placeholder.group(1)) || Integer.parseInt(width) == 0);
  }

  private Optional<Finding> finding(String field, String what, String fix) {
    return Optional.of(new Finding(field, what + " '" + pattern + "'.", fix));
  }

  /// The span and version of a file; empty when there are no numbers in the placeholders' places.
  ///
  /// @param folder where the pattern begins
  /// @throws DataException when the numbers are no date
  Optional<Found> find(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    Matcher matcher = regex().matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> kinds = placeholders.stream().map(p -> p.group(1)).toList();
    List<String> numbers = new ArrayList<>();
    for (String kind : kinds) {
      numbers.add(matcher.group(kind));
    }
    int version = kinds.indexOf(VERSION);
    return Optional.of(
        new Found(
            kinds.contains(SPAN) ? Long.parseLong(matcher.group(SPAN)) : day(file, matcher),
            version < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(numbers.get(version))),
            filled(numbers)));
  }

  private static long day(Path file, Matcher matcher) {
    int[] parts = DATE.stream().mapToInt(part -> Integer.parseInt(matcher.group(part))).toArray();
    try {
      return LocalDate.of(parts[0], parts[1], parts[2]).toEpochDay();
    } catch (DateTimeException e) {
      throw new DataException(
          "There is no day %04d-%02d-%02d.".formatted(parts[0], parts[1], parts[2]),
          Location.of(file),
          "Name the file or its folder by a real date, or put it elsewhere.",
          e);
    }
  }

  private String filled(List<String> numbers) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int i = 0; i < numbers.size(); i++) {
      filled.append(pattern, from, placeholders.get(i).start()).append(numbers.get(i));
      from = placeholders.get(i).end();
    }
    return filled.append(pattern, from, pattern.length()).toString();
  }

  private Pattern regex() {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (MatchResult placeholder : placeholders) {
      regex.append(globRegex(pattern.substring(from, placeholder.start())));
      String kind = placeholder.group(1);
      regex.append("(?<%s>[0-9]%s)".formatted(kind, width(kind, placeholder.group(2))));
      from = placeholder.end();
    }
    return Pattern.compile(regex + globRegex(pattern.substring(from)));
  }

  /// How many digits; at most as many as a long holds.
  private static String width(String kind, @Nullable String width) {
    return switch (kind) {
      case "YYYY" -> "{4}";
      case "MM", "DD" -> "{2}";
      default -> width == null ? "{1,18}" : "{" + Math.min(18, Integer.parseInt(width)) + "}";
    };
  }

  /// A part of a pattern with `*`, `?` and `[…]`.
  private static String globRegex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (close > 0) {
        String set = glob.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.replaceFirst("^!", "^")).append("&&[^/]]");
        i = close;
      } else {
        regex.append(
            switch (c) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    return regex.toString();
  }
}
