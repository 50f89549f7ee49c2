package dev.pipewright.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.nodes.code.Lexed.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexerTest {

  /// The tokens of a text, as `kind:text`, line by line.
  private static List<String> lex(CodeLanguage language, String text) {
    List<String> found = new ArrayList<>();
    Open open = Open.NOTHING;
    for (String line : text.split("\n", -1)) {
      Lexed lexed = language.lex(line, open);
      open = lexed.open();
      lexed
          .tokens()
          .forEach(
              t ->
                  found.add(
                      t.kind().name().toLowerCase(java.util.Locale.ROOT)
                          + ":"
                          + line.substring(t.start(), t.end())));
    }
    return found;
  }

  @Test
  void tellsFunctionsTheirModulesArgumentsAndTypesInExpressions() {
    assertEquals(
        List.of(
            "module:tft.",
            "function:bucketize",
            "bracket:(",
            "function:fill_missing",
            "bracket:(",
            "name:`my fare`",
            "number:1_000.5e-3",
            "bracket:)",
            "keyword:num_buckets",
            "number:4",
            "bracket:)",
            "keyword:and",
            "module:tf.",
            "keyword:int64",
            "string:'it\\'s'"),
        lex(
            CodeLanguage.EXPRESSION,
            "tft.bucketize(fill_missing(`my fare`, 1_000.5e-3), num_buckets=4) == x and tf.int64 +"
                + " 'it\\'s'"));
  }

  @Test
  void colorsAnExpressionThatIsNotYetClosed() {
    assertEquals(
        List.of("module:tf.", "function:where", "bracket:(", "string:'open"),
        lex(CodeLanguage.EXPRESSION, "tf.where(x == 'open"));
    assertEquals(List.of("name:`open"), lex(CodeLanguage.EXPRESSION, "`open"));
    assertEquals(List.of("module:tf."), lex(CodeLanguage.EXPRESSION, "tf."));
  }

  @Test
  void tellsWhatIsReadInConditions() {
    assertEquals(
        List.of(
            "keyword:not",
            "function:custom_property",
            "bracket:(",
            "string:'blessed'",
            "bracket:)",
            "number:1",
            "keyword:or",
            "bracket:[",
            "number:0",
            "bracket:]",
            "function:value",
            "keyword:true"),
        lex(
            CodeLanguage.CONDITION,
            "not my-Evaluator.v2.blessing.custom_property('blessed') == 1 or N.out[0].value !="
                + " true"));
  }

  @Test
  void tellsKeysFromTextsInJson() {
    assertEquals(
        List.of(
            "bracket:{",
            "key:\"a \\\" b\"",
            "bracket:[",
            "number:-1.5e+3",
            "keyword:null",
            "keyword:true",
            "string:\"x\"",
            "bracket:]",
            "key:\"r\"",
            "reference:${rate}",
            "bracket:}",
            "string:\"open"),
        lex(
            CodeLanguage.JSON,
            "{\"a \\\" b\" : [-1.5e+3, null, true,\n  \"x\"], \"r\": ${rate}, nulls} \"open"));
  }

  @Test
  void knowsTheWordsQuotesCommentsAndNumbersOfSql() {
    assertEquals(
        List.of(
            "keyword:SELECT",
            "function:count",
            "bracket:(",
            "bracket:)",
            "name:\"my \"\"col\"\"\"",
            "name:`t`",
            "number:0x1F",
            "number:.5e-3",
            "comment:-- all of them",
            "keyword:from",
            "keyword:where",
            "string:'it''s'",
            "keyword:And",
            "reference::since",
            "keyword:In",
            "bracket:(",
            "reference:?",
            "reference:$1",
            "reference:@v",
            "bracket:)",
            "keyword:INTEGER"),
        lex(
            CodeLanguage.SQL,
            "SELECT count(*), \"my \"\"col\"\"\", `t`.x, 0x1F - .5e-3 -- all of them\n"
                + "from trips t where company = 'it''s' And day > :since\n"
                + "  In (?, $1, @v) x::INTEGER"));
  }

  @Test
  void carriesCommentsAndQuotesOfSqlOverLines() {
    assertEquals(
        List.of(
            "keyword:select",
            "comment:/* one",
            "comment:two",
            "comment:*/",
            "string:'a",
            "string:  b''",
            "string:c'",
            "name:\"q",
            "name:r\"",
            "name:`q",
            "name:r`",
            "number:1"),
        lex(CodeLanguage.SQL, "select /* one\ntwo\n*/ 'a\n  b''\nc' \"q\nr\" `q\nr` 1"));
  }

  @ParameterizedTest
  @EnumSource
  void takesWhateverIsTypedWithoutOverlaps(CodeLanguage language) {
    Random random = new Random(17);
    String alphabet = "ab.12eE+-'\"`\\/*-(){}[]$:@?_= \t,tfé漢\uD83D\uDE00";
    for (int n = 0; n < 5_000; n++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Open[] opens = language == CodeLanguage.SQL ? Open.values() : new Open[] {Open.NOTHING};
      Lexed lexed = language.lex(text.toString(), opens[random.nextInt(opens.length)]);
      int end = 0;
      for (Token token : lexed.tokens()) {
        assertTrue(token.start() >= end && token.end() > token.start(), text.toString());
        end = token.end();
      }
      assertTrue(end <= text.length(), text.toString());
    }
  }
}
