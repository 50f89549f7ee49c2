package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a + b * c            | tf.math.add(`a`, tf.math.multiply(`b`, `c`))
          (a + b) * c          | tf.math.multiply(tf.math.add(`a`, `b`), `c`)
          a - b - c            | tf.math.subtract(tf.math.subtract(`a`, `b`), `c`)
          a ** b ** c          | tf.math.pow(`a`, tf.math.pow(`b`, `c`))
          -a ** 2              | tf.math.negative(tf.math.pow(`a`, 2))
          2 ** -1              | tf.math.pow(2, -1)
          a // b % c / d       | tf.math.divide(tf.math.floormod(tf.math.floordiv(`a`, `b`), `c`), `d`)
          not a == b           | tf.math.logical_not(tf.math.equal(`a`, `b`))
          a or b and c         | tf.math.logical_or(`a`, tf.math.logical_and(`b`, `c`))
          a < b and b >= c     | tf.math.logical_and(tf.math.less(`a`, `b`), tf.math.greater_equal(`b`, `c`))
          a != 1_000           | tf.math.not_equal(`a`, 1000)
          .5e1 + 1.            | tf.math.add(5.0, 1.0)
          +-+3                 | -3
          'it\\'s' == "x\\n"   | tf.math.equal('it\\'s', 'x\\n')
          `trip miles` * 2     | tf.math.multiply(`trip miles`, 2)
          True                 | True
          -9223372036854775808 | -9223372036854775808
          - 9_223_372_036_854_775_808 | -9223372036854775808
          1 - -9223372036854775808 | tf.math.subtract(1, -9223372036854775808)
          --1                  | 1
          -`a.b`               | tf.math.negative(`a.b`)
          not not a            | tf.math.logical_not(tf.math.logical_not(`a`))
          not a and b          | tf.math.logical_and(tf.math.logical_not(`a`), `b`)
          -a * b               | tf.math.multiply(tf.math.negative(`a`), `b`)
          a * -b               | tf.math.multiply(`a`, tf.math.negative(`b`))
          a - -b               | tf.math.subtract(`a`, tf.math.negative(`b`))
          a - (b - c)          | tf.math.subtract(`a`, tf.math.subtract(`b`, `c`))
          1e-2                 | 0.01
          `True`               | `True`
          `a + b`              | `a + b`
          größe_2              | `größe_2`
          tf.where(y=c, condition=a, x=b) | tf.where(`a`, `b`, `c`)
          fill_missing(a, default=None) | fill_missing(`a`, None)
          tf.strings.join(inputs=[a, b,], separator='\\n') | tf.strings.join([`a`, `b`], '\\n')
          tft.compute_and_apply_vocabulary(a, vocab_filename='v', top_k=9) | tft.compute_and_apply_vocabulary(`a`, -1, 9, None, 0, 'v')
          tf.cast(x=a, dtype=tf.int64,) | tf.cast(`a`, tf.int64)
          tf.add(a, b)         | tf.math.add(`a`, `b`)
          tf.strings.join([a, 'x']) | tf.strings.join([`a`, 'x'], '')
          fill_missing(a)      | fill_missing(`a`, None)
          tft.scale_by_min_max(a, output_max=2) | tft.scale_by_min_max(`a`, 0.0, 2)
          """)
  void readsAsPythonDoes(String text, String canonical) {
    assertEquals(canonical, ExpressionParser.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a +                  | 4  | Expected a value but found the end. (character 4)
          a b                  | 3  | Expected an operator or the end but found 'b'. (character 3)
          (a                   | 3  | Expected ')' but found the end. (character 3)
          a ? b                | 3  | The character ? means nothing here. (character 3)
          'a                   | 1  | The string has no closing quote. (character 1)
          `a                   | 1  | The feature name has no closing backtick. (character 1)
          'a\\q'               | 3  | \\q is not a known escape. (character 3)
          a < b < c            | 7  | Comparisons cannot be chained. (character 7)
          99999999999999999999 | 1  | 99999999999999999999 does not fit 64 bits. (character 1)
          9223372036854775808  | 1  | 9223372036854775808 does not fit 64 bits. (character 1)
          -9223372036854775809 | 2  | 9223372036854775809 does not fit 64 bits. (character 2)
          -9223372036854775808 ** 2 | 2 | 9223372036854775808 does not fit 64 bits. (character 2)
          'a\\               | 1  | The string has no closing quote. (character 1)
          x + '                | 5  | The string has no closing quote. (character 5)
          )                    | 1  | Expected a value but found ')'. (character 1)
          a[0]                 | 2  | Expected an operator or the end but found '['. (character 2)
          a if b else c        | 3  | Expected an operator or the end but found 'if'. (character 3)
          a = b                | 3  | Expected an operator or the end but found '='. (character 3)
          tf.add(a b)          | 10 | Expected ')' but found 'b'. (character 10)
          tf.add(, a)          | 8  | Expected a value but found ','. (character 8)
          tf.add(a, b          | 12 | Expected ')' but found the end. (character 12)
          [a, b                | 6  | Expected ']' but found the end. (character 6)
          nofunction(a)        | 1  | There is no function nofunction. (character 1)
          tf.add(a, None)      | 11 | y of tf.math.add must be a value. (character 11)
          tf.add(a, tf.int64)  | 11 | y of tf.math.add must be a value. (character 11)
          tf.strings.join(a)   | 17 | inputs of tf.strings.join must be a list of values. (character 17)
          tft.scale_by_min_max(a, 'x') | 25 | output_min of tft.scale_by_min_max must be a number, written out. (character 25)
          tf.strings.substr(a, 0.5, 1) | 22 | pos of tf.strings.substr must be a whole number, written out. (character 22)
          tf.strings.regex_full_match(a, 1) | 32 | pattern of tf.strings.regex_full_match must be a string, written out. (character 32)
          tf.strings.regex_replace(a, 'x', 'y', 1) | 39 | replace_global of tf.strings.regex_replace must be True or False. (character 39)
          tf.int65             | 1  | tf.int65 is not known. (character 1)
          tf.abs + 1           | 1  | tf.abs is a function. (character 1)
          tft.bucketise(a, 3)  | 1  | There is no function tft.bucketise. (character 1)
          tft.bucketize(a)     | 1  | tft.bucketize needs num_buckets. (character 1)
          tft.bucketize(a, 3, 4) | 21 | tft.bucketize takes 2 arguments at most. (character 21)
          tft.bucketize(a, b)  | 18 | num_buckets of tft.bucketize must be a whole number, written out. (character 18)
          tft.bucketize(a, num_bukets=3) | 18 | tft.bucketize has no parameter num_bukets. (character 18)
          tft.bucketize(a, 3, x=a) | 21 | x is given twice. (character 21)
          tf.add(x=a, b)       | 13 | An argument without a name follows one with a name. (character 13)
          tf.abs([a])          | 8  | x of tf.math.abs must be a value. (character 8)
          tf.cast(a, 'int64')  | 12 | dtype of tf.cast must be a type, as tf.float32. (character 12)
          tf.strings.join([])  | 17 | inputs of tf.strings.join must be a list of values. (character 17)
          lambda               | 1  | Expected a value but found 'lambda'. (character 1)
          """)
  void saysWhatIsWrongAndWhere(String text, int column, String what) {
    var e = assertThrows(ParameterException.class, () -> ExpressionParser.parse(text));
    assertEquals(what, e.what());
    assertEquals(column, e.where().column());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tft.scale_to_zscore(a)         | Did you mean tft.scale_to_z_score?
          tf.math.isnan(a)               | Did you mean tf.math.is_nan?
          where(a, b, c)                 | Did you mean tf.where?
          tft.bucketize(a, num_bukets=3) | Did you mean num_buckets?
          """)
  void offersTheNearestName(String text, String fix) {
    var e = assertThrows(ParameterException.class, () -> ExpressionParser.parse(text));
    assertEquals(fix, e.fix());
  }

  @Test
  void refusesDeepNestingInsteadOfOverflowing() {
    for (String opening : new String[] {"(", "[", "-", "not ", "tf.abs(", "2 ** "}) {
      var e =
          assertThrows(
              ParameterException.class, () -> ExpressionParser.parse(opening.repeat(100_000)));
      assertTrue(e.where().column() > 0);
    }
  }

  @Test
  void readsItsOwnCanonicalText() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      String text = randomExpression(random, 4);
      Expression parsed = ExpressionParser.parse(text);
      assertEquals(parsed.toString(), ExpressionParser.parse(parsed.toString()).toString(), text);
    }
  }

  private static String randomExpression(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return new String[] {"a", "`b c`", "3", "2.5", "'q'", "True"}[random.nextInt(6)];
    }
    String left = randomExpression(random, depth - 1);
    String right = randomExpression(random, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "(" + left + ") + (" + right + ")";
      case 1 -> "(" + left + ") * (" + right + ")";
      case 2 -> "tf.where(" + left + ", " + right + ", y=" + left + ")";
      case 3 -> "not (" + left + ") or " + right + " and " + left;
      case 4 -> "tft.scale_to_z_score(" + left + ")";
      default -> "tf.strings.join([" + left + ", " + right + "], separator='-')";
    };
  }

  @Test
  void neverFailsOtherwiseThanByMessage() {
    Random random = new Random(11);
    String alphabet = "ab1.(),[]=+-*/%<>!'\"`\\ \n_tf.absnotorTrue";
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(20); j >= 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        ExpressionParser.parse(text.toString());
      } catch (ParameterException e) {
        assertTrue(e.where().column() >= 1 && e.where().column() <= text.length() + 1);
      }
    }
  }

  @Test
  void theGuideListsEveryOperation() throws IOException {
    String guide = Files.readString(Path.of("../../docs/transform-expressions.md"));
    for (Operation operation : Operations.all()) {
      String row =
          "| `" + operation.signature() + "` | " + operation.doc().replace("|", "\\|") + " |";
      assertTrue(guide.contains(row), () -> "docs/transform-expressions.md lacks\n" + row);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tft.bucketize(x, 1) | num_buckets of tft.bucketize must be at least 2. (character 18) | Give a larger number.
          tf.one_hot(n, 3000000000) | depth of tf.one_hot must be at most 2147483647. (character 15) | Give a smaller number.
          tft.bucketize(x, 1000001) | num_buckets of tft.bucketize must be at most 1000000. (character 18) | Give a smaller number.
          tft.bucketize(x, 2147483648) | num_buckets of tft.bucketize must be at most 1000000. (character 18) | Give a smaller number.
          tft.compute_and_apply_vocabulary(word, top_k=0) | top_k of tft.compute_and_apply_vocabulary must be at least 1. (character 46) | Give a larger number.
          tft.compute_and_apply_vocabulary(word, num_oov_buckets=-1) | num_oov_buckets of tft.compute_and_apply_vocabulary must be at least 0. (character 56) | Give a larger number.
          tft.compute_and_apply_vocabulary(word, num_oov_buckets=1000001) | num_oov_buckets of tft.compute_and_apply_vocabulary must be at most 1000000. (character 56) | Give a smaller number.
          tft.compute_and_apply_vocabulary(word, top_k=2147483648) | top_k of tft.compute_and_apply_vocabulary must be at most 2147483647. (character 46) | Give a smaller number.
          tft.hash_strings(word, 0) | hash_buckets of tft.hash_strings must be at least 1. (character 24) | Give a larger number.
          tf.strings.to_hash_bucket_fast(word, 9999999999) | num_buckets of tf.strings.to_hash_bucket_fast must be at most 2147483647. (character 38) | Give a smaller number.
          """)
  void saysTheRangeOfWholeNumbers(String text, String what, String fix) {
    var e = assertThrows(ParameterException.class, () -> ExpressionParser.parse(text));

    assertEquals(what, e.what());
    assertEquals(fix, e.fix());
  }
}
