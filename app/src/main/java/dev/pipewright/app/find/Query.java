package dev.pipewright.app.find;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is looked for.
///
/// @param text the words, or the regular expression
record Query(String text, Set<Option> options) {

  /// How it is looked for.
  enum Option {
    /// Capitals are not small letters.
    CASE,
    /// What is found is a word, or several.
    WORD,
    /// The words are a regular expression, as Java has them.
    REGEX
  }

  Query {
    options = Set.copyOf(options);
  }

  static Query of(String text, Option... options) {
    Set<Option> all = EnumSet.noneOf(Option.class);
    all.addAll(Set.of(options));
    return new Query(text, all);
  }

  /// The expression that finds it.
  ///
  /// @throws PatternSyntaxException when the words are no regular expression
  Pattern pattern() {
    String pattern = text;
    if (options.contains(Option.REGEX)) {
      Pattern.compile(text); // Its complaints are about what the person has typed.
    } else {
      pattern = Pattern.quote(text);
    }
    if (options.contains(Option.WORD)) {
      pattern = "(?<![\\p{L}\\p{N}_])(?:" + pattern + ")(?![\\p{L}\\p{N}_])";
    }
    int flags = Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS;
    boolean hasCase = options.contains(Option.CASE);
    return Pattern.compile(
        pattern, hasCase ? flags : flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
