package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeCheckerTest {

  private final TypeChecker checker =
      new TypeChecker(
          Map.of(
              "x", ValueType.dense(ElementType.FLOAT32, List.of(1)),
              "n", ValueType.dense(ElementType.INT64, List.of(1)),
              "pair", ValueType.dense(ElementType.FLOAT32, List.of(2)),
              "triple", ValueType.dense(ElementType.FLOAT32, List.of(3)),
              "word", ValueType.dense(ElementType.STRING, List.of(1)),
              "maybe", ValueType.sparse(ElementType.FLOAT32),
              "count", ValueType.sparse(ElementType.INT64)));

  private String typeOf(String text) {
    return checker.typeOf(ExpressionParser.parse(text)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x + 1                                    | float32 [1]
          n * 2                                    | int64 [1]
          n / 2                                    | float64 [1]
          x > pair                                 | bool [2]
          fill_missing(maybe) + x                  | float32 [1]
          fill_missing(maybe)                      | float32 []
          fill_missing(x)                          | float32 [1]
          maybe                                    | sparse float32
          tft.scale_to_z_score(count)              | sparse float32
          tft.bucketize(maybe, 3)                  | sparse int64
          tft.compute_and_apply_vocabulary(word)   | int64 [1]
          tft.mean(n)                              | constant float32
          tft.sum(n)                               | constant int64
          n - tft.max(n)                           | int64 [1]
          tf.where(x > 1, 1, 0)                    | int64 [1]
          tf.where(x > 1, 1, 0.5)                  | float32 [1]
          tf.cast(x > 1, tf.int64)                 | int64 [1]
          tf.strings.length(word)                  | int32 [1]
          tf.strings.to_number(word, tf.int64)     | int64 [1]
          tf.one_hot(fill_missing(count), 4)       | float32 [4]
          tf.one_hot(n, 4)                         | float32 [1, 4]
          tf.squeeze(x)                            | float32 []
          tf.expand_dims(fill_missing(maybe), 1)   | float32 [1]
          word + 'x'                               | string [1]
          1 + 2                                    | constant int64
          1 + 0.5                                  | constant float32
          1 / 2                                    | constant float64
          x / 2                                    | float32 [1]
          n // 2                                   | int64 [1]
          n == 2                                   | bool [1]
          word == 'a'                              | bool [1]
          not x > 1 and n < 3                      | bool [1]
          tf.strings.length(word) + 2147483647     | int32 [1]
          tf.cast(x, tf.float64) * 0.1             | float64 [1]
          tf.cast(True, tf.int64)                  | constant int64
          tf.clip_by_value(x, 0, 1.5)              | float32 [1]
          tf.clip_by_value(pair, x, 1)             | float32 [2]
          tf.math.is_nan(pair)                     | bool [2]
          tft.size(word)                           | constant int64
          tft.min(count)                           | constant int64
          tft.var(maybe)                           | constant float32
          tft.scale_by_min_max(count, -1, 1)       | sparse float32
          tft.hash_strings(word, 7)                | int64 [1]
          tft.hash_strings('a', 7)                 | constant int64
          tf.one_hot(n, 2147483647)                | float32 [1, 2147483647]
          fill_missing(maybe) * pair               | float32 [2]
          tf.strings.join(['a', word], '-')        | string [1]
          tf.strings.join(['a', 'b'])              | constant string
          tf.strings.as_string(x > 1)              | string [1]
          tf.strings.to_number(word)               | float32 [1]
          tf.where(True, pair, 0)                  | float32 [2]
          tf.zeros_like(pair)                      | float32 [2]
          tft.bucketize(x, 1000000)                | int64 [1]
          """)
  void derivesTypesAndShapes(String text, String type) {
    assertEquals(type, typeOf(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          maybe + x | `maybe` may be missing in a row, and tf.math.add needs a value. (character 1) | Wrap it: fill_missing(`maybe`).
          x + nope | There is no feature nope. (character 5) | Did you mean x?
          x + counts | There is no feature counts. (character 5) | Did you mean count?
          x + n | tf.math.add cannot mix float32 and int64. (character 5) | Convert one of them with tf.cast(..., tf.float32).
          n * 0.5 | tf.math.multiply cannot mix int64 and float32. (character 5) | Convert one of them with tf.cast(..., tf.float32).
          word > 'a' | x of tf.math.greater must be a number, and is string [1]. (character 1) | Turn strings into numbers with tf.strings.to_number(...).
          pair + triple | Rows of shape [2] and [3] do not meet. (character 8) | Use features with equally many values a row.
          tf.math.log(n) | x of tf.math.log must be a float, and is int64 [1]. (character 13) | Convert it with tf.cast(..., dtype) or tf.strings.as_string(...).
          tft.bucketize(word, 3) | x of tft.bucketize must be int64 or float32, and is string [1]. (character 15) | Turn strings into numbers with tf.strings.to_number(...).
          tf.strings.length(word) + 2147483648 | 2147483648 does not fit int32. (character 27) | Convert the other one with tf.cast(..., tf.int64).
          -2147483649 < tf.strings.length(word) | -2147483649 does not fit int32. (character 1) | Convert the other one with tf.cast(..., tf.int64).
          tf.one_hot(tf.cast(tf.one_hot(n, 65536), tf.int64), 65536) | A row of shape [1, 65536, 65536] is too large. (character 53) | Give a smaller depth, or features with fewer values a row.
          tft.compute_and_apply_vocabulary(word, vocab_filename=' ') | vocab_filename is empty. (character 55) | Give the file a name, or leave vocab_filename out.
          tft.compute_and_apply_vocabulary(word, frequency_threshold=-1) | frequency_threshold is negative. (character 60) | Give a count from 0 on.
          tft.compute_and_apply_vocabulary(x) | x of tft.compute_and_apply_vocabulary must be string or int64, and is float32 [1]. (character 34) | Convert it with tf.cast(..., dtype) or tf.strings.as_string(...).
          tft.hash_strings(n, 5) | strings of tft.hash_strings must be a string, and is int64 [1]. (character 18) | Convert it with tf.cast(..., dtype) or tf.strings.as_string(...).
          tf.where(x, 1, 0) | condition of tf.where must be a truth value, and is float32 [1]. (character 10) | Convert it with tf.cast(..., dtype) or tf.strings.as_string(...).
          tf.where(x > 1, word, n) | tf.where cannot mix string and int64. (character 23) | Turn strings into numbers with tf.strings.to_number(...), or compare with a string.
          x > 1 and n | tf.math.logical_and cannot mix bool and int64. (character 11) | Convert one of them with tf.cast(..., tf.float32).
          tf.strings.to_number(word, tf.bool) | tf.strings.to_number cannot make bool. (character 28) | Compare the string with ==.
          tf.expand_dims(x, 0) | tf.expand_dims works on the last axis only. (character 19) | Leave axis out, or give -1.
          tf.one_hot(3, 4) | tf.one_hot needs a value of every row, and this is the same for all. (character 12) | Use a feature in it.
          fill_missing(maybe, n) | `n` cannot stand for a missing float32. (character 21) | Give a literal of that type.
          fill_missing(count, 0.5) | 0.5 cannot stand for a missing int64. (character 21) | Give a literal of that type.
          tf.strings.join([word, n]) | tf.strings.join takes dense strings, and one of them is int64 [1]. (character 17) | Wrap it: fill_missing(...) or tf.strings.as_string(...).
          tft.mean(1) | tft.mean needs a value of every row, and this is the same for all. (character 10) | Use a feature in it.
          fill_missing(count, 'a') | 'a' cannot stand for a missing int64. (character 21) | Give a literal of that type.
          tf.cast(x, tf.string) | tf.cast cannot make string. (character 12) | Use tf.strings.as_string(...) instead.
          tf.squeeze(pair) | The last axis of float32 [2] is not of length 1. (character 12) | Only an axis of length 1 can be squeezed.
          tf.squeeze(x, 2) | tf.squeeze works on the last axis only. (character 15) | Leave axis out, or give -1.
          tft.scale_by_min_max(x, 3, 2) | output_max is not over output_min. (character 28) | Give output_max a larger number.
          tf.strings.join([maybe]) | tf.strings.join takes dense strings, and one of them is sparse float32. (character 17) | Wrap it: fill_missing(...) or tf.strings.as_string(...).
          """)
  void saysWhatDoesNotFitAndHowToMendIt(String text, String what, String fix) {
    var e = assertThrows(ParameterException.class, () -> typeOf(text));
    assertEquals(what, e.what());
    if (!fix.equals("Did you mean x?")) {
      assertEquals(fix, e.fix());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tft.mean(x) | The output is the same for every row. (character 1)
          n / 2       | An output cannot be float64. (character 3)
          x > 1       | An output cannot be bool. (character 3)
          """)
  void refusesOutputsThatExamplesCannotHold(String text, String what) {
    var e =
        assertThrows(
            ParameterException.class, () -> checker.typeOfOutput(ExpressionParser.parse(text)));
    assertEquals(what, e.what());
  }

  @Test
  void staysQuickOnDeepExpressions() {
    String text = "x";
    for (int i = 0; i < 150; i++) {
      text = "(" + text + " + x)";
    }
    assertEquals("float32 [1]", typeOf(text));
  }
}
