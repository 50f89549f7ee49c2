package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pipewright.nodes.form.ValueText.Parsed;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.component.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

  private static final ParameterType STEPS = new ParameterType.Int(1, Integer.MAX_VALUE);
  private static final ParameterType SHARE = new ParameterType.Real(0, 1);
  private static final ParameterType ANY = new ParameterType.Real(-1e300, 1e300);
  private static final ParameterType JSON = new ParameterType.Json();
  private static final ParameterType TEXT = new ParameterType.Text();

  @ParameterizedTest
  @CsvSource({"300, 300", "'10,000', 10000", "+7, 7", "'1,234,567', 1234567"})
  void readsWholeNumbersWithAndWithoutCommas(String text, long expected) {
    assertEquals(good(ParameterValue.of(expected)), ValueText.parse(STEPS, text));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", ".25, 0.25", "5e-4, 0.0005", "1E-10, 1e-10"})
  void readsNumbersAsPeopleWriteThem(String text, double expected) {
    assertEquals(good(ParameterValue.of(expected)), ValueText.parse(SHARE, text));
  }

  @Test
  void keepsANumberWholeThatIsWrittenWhole() {
    assertEquals(good(ParameterValue.of(1L)), ValueText.parse(SHARE, "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 is out of range. Enter a number of at least 1.|1",
        "3oo|“3oo” is not a whole number. Enter a whole number of at least 1.|''",
        "1.5|“1.5” is not a whole number. Enter a whole number of at least 1.|''",
        "12,34|“12,34” is not a whole number. Enter a whole number of at least 1.|''",
        "999999999999999999999|999999999999999999999 is out of range. Enter a number of at least 1.|''"
      })
  void saysWhichWholeNumbersWouldDo(String text, String message, String nearest) {
    assertEquals(new Parsed.Bad(message, nearest), ValueText.parse(STEPS, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.01|1.01 is out of range. Enter a number from 0 to 1.|1",
        "much|“much” is not a number. Enter a number from 0 to 1, as 0.001 or 1e-3.|''",
        "NaN|“NaN” is not a number. Enter a number from 0 to 1, as 0.001 or 1e-3.|''",
        "1e999|1e999 is out of range. Enter a number from 0 to 1.|1"
      })
  void saysWhichNumbersWouldDo(String text, String message, String nearest) {
    assertEquals(new Parsed.Bad(message, nearest), ValueText.parse(SHARE, text));
  }

  @Test
  void takesAWordForAJsonText() {
    assertEquals(good(ParameterValue.of("relu")), ValueText.parse(JSON, "relu"));
    assertEquals(good(ParameterValue.of(true)), ValueText.parse(JSON, "true"));
    assertEquals(good(ParameterValue.of(3L)), ValueText.parse(JSON, "3"));
    assertEquals(good(ParameterValue.of("true")), ValueText.parse(JSON, "\"true\""));
  }

  @Test
  void writesAJsonTextBareOnlyWhereItIsReadBack() {
    assertEquals("relu", ValueText.format(JSON, ParameterValue.of("relu")));
    assertEquals("\"true\"", ValueText.format(JSON, ParameterValue.of("true")));
    assertEquals("", ValueText.format(JSON, ParameterValue.of("")));
  }

  @Test
  void saysWhereTextIsNoJson() {
    Parsed.Bad bad =
        assertInstanceOf(Parsed.Bad.class, ValueText.parse(JSON, "{\n  \"units\": ,\n}"));
    assertEquals("Line 2, column 12: ", bad.message().substring(0, 19));
  }

  @Test
  void readsReferencesInEveryType() {
    for (ParameterType type : List.of(STEPS, SHARE, JSON, TEXT)) {
      assertEquals(
          good(new RuntimeReference("rate")), ValueText.parse(type, "${rate}"), type.toString());
    }
    assertInstanceOf(Parsed.Bad.class, ValueText.parse(STEPS, "${a b}"));
  }

  @Test
  void writesNumbersForPeople() {
    assertEquals("10,000", ValueText.format(STEPS, ParameterValue.of(10_000L)));
    assertEquals("5", ValueText.format(SHARE, ParameterValue.of(5.0)));
    assertEquals("0.0005", ValueText.format(SHARE, ParameterValue.of(0.0005)));
    assertEquals("-1e-10", ValueText.format(SHARE, ParameterValue.of(-1e-10)));
  }

  @Test
  void readsBackWhatItWrites() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      ParameterValue whole = ParameterValue.of(random.nextLong(1, Integer.MAX_VALUE));
      assertEquals(good(whole), ValueText.parse(STEPS, ValueText.format(STEPS, whole)));
      double x = random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));
      String text = ValueText.format(ANY, ParameterValue.of(x));
      Parsed.Good read = assertInstanceOf(Parsed.Good.class, ValueText.parse(ANY, text), text);
      double back =
          switch (read.value()) {
            case ParameterValue.Int(long n) -> n;
            case ParameterValue.Real(double y) -> y;
            default -> Double.NaN;
          };
      assertEquals(x, back, text);
      ParameterValue json = json(random, 3);
      assertEquals(good(json), ValueText.parse(JSON, ValueText.format(JSON, json)));
    }
  }

  private static ParameterValue json(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> ParameterValue.of(random.nextInt(10));
      case 1 -> ParameterValue.of(random.nextBoolean());
      case 2 ->
          ParameterValue.of(List.of("relu", "true", "", "a b", "{", "3").get(random.nextInt(6)));
      case 3 -> ParameterValue.NULL;
      case 4 -> ParameterValue.of(List.of(json(random, depth - 1), json(random, depth - 1)));
      default -> ParameterValue.of(Map.of("a", json(random, depth - 1)));
    };
  }

  private static Parsed good(ParameterValue value) {
    return new Parsed.Good(value);
  }
}
