package dev.pipewright.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where mistakes are found, and which brackets belong together.
class CodeLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "EXPRESSION | tft.scale_to_z_scor(x) | 0",
        "EXPRESSION | x + ) | 4",
        "EXPRESSION | x + 'a | 4",
        "CONDITION | Evaluator.blessing.custom_property('blessed') = 1 | 46",
        "JSON | {\"a\": tru} | 6",
        "JSON | [1, 2 | 5",
      })
  void findsWhereATextCannotBeRead(CodeLanguage language, String text, int start) {
    assertEquals(start, language.check(text).orElseThrow().start());
  }

  @Test
  void findsTheLineOfAMistakeInJson() {
    assertEquals(
        "{\n  \"a\": 1,\n  ".length(),
        CodeLanguage.JSON.check("{\n  \"a\": 1,\n  b: 2\n}").orElseThrow().start());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "EXPRESSION | tft.scale_to_z_score(fill_missing(fare))",
        "EXPRESSION | ${expression}",
        "CONDITION | not A.b.value == 'x' and C.d.property('span') > 3",
        "JSON | {\"a\": [1, null]}",
        "JSON | adam",
        "JSON | ${json}",
        "SQL | select from",
        "JSON | ~~",
      })
  void findsNothingWrongWithWhatCanBeRead(CodeLanguage language, String text) {
    assertEquals(Optional.empty(), language.check(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "f(g(x))|1|1|6",
        "f(g(x))|7|1|6",
        "f(g(x))|4|3|5",
        "f(')')|1|1|5",
        "f(')')|3|-1|-1",
        "f(x]|1|-1|-1",
        "[f(x)]|5|0|5",
        "[f(x)]|2|2|4",
        "((x))|5|0|4",
      })
  void pairsTheBracketAtTheCaret(String text, int caret, int first, int second) {
    Optional<Brackets.Pair> found =
        Brackets.at(caret, new LineStarts(text), CodeLanguage.EXPRESSION);
    assertEquals(first, found.map(Brackets.Pair::first).orElse(-1));
    assertEquals(second, found.map(Brackets.Pair::second).orElse(-1));
  }

  @Test
  void pairsBracketsOverLinesAndNotThroughComments() {
    String text = "select (a /* ) */\n, b)";
    assertEquals(
        Optional.of(new Brackets.Pair(7, text.length() - 1)),
        Brackets.at(7, new LineStarts(text), CodeLanguage.SQL));
  }

  @Test
  void findsTheLinesOfAText() {
    LineStarts lines = new LineStarts("a\n\nbc\n");
    assertEquals(4, lines.count());
    assertEquals("bc", lines.line(2));
    assertEquals("", lines.line(3));
    assertEquals(2, lines.at(5));
    assertEquals(0, lines.at(1));
    assertEquals(1, new LineStarts("").count());
  }
}
