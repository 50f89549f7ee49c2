package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-5, -5",
    "100000, 100000",
    "1234567, 1.23457e+06",
    "1000000, 1e+06",
    "0.1, 0.1",
    "0.333333333, 0.333333",
    "0.0001, 0.0001",
    "0.00001234567, 1.23457e-05",
    "1e100, 1e+100",
    "-1.5e300, -1.5e+300",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf",
    "999999.5, 1e+06",
    "2.5, 2.5",
  })
  void writesSixSignificantDigits(double value, String expected) {
    assertEquals(expected, Decimals.sixDigits(value));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.500000", "1, 1.000000", "0.0000005, 0.000000", "0.6666666667, 0.666667"})
  void writesSixPlaces(double value, String expected) {
    assertEquals(expected, Decimals.sixPlaces(value));
  }

  @ParameterizedTest
  @CsvSource({
    "12, true",
    "' -12 ', true",
    "+5, true",
    "9223372036854775807, true",
    "9223372036854775808, false",
    "1.0, false",
    "'', false",
    "0x1f, false",
    "1_000, false",
  })
  void tellsIntegers(String text, boolean isInteger) {
    assertEquals(isInteger, Decimals.parseInteger(text).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "12, true",
    "1.5e3, true",
    "-.5, true",
    "5., true",
    "inf, true",
    "-Infinity, true",
    "nan, true",
    "1d, false",
    "0x1p3, false",
    "., false",
    "'', false",
  })
  void tellsFloats(String text, boolean isFloat) {
    assertEquals(isFloat, Decimals.parseFloat(text).isPresent());
  }
}
