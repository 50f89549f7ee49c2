package dev.pipewright.host.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "15002 | 15,002",
        "-3 | -3",
        "0.934211 | 0.93421",
        "0.5 | 0.5",
        "11.768216 | 11.768",
        "1234.5678 | 1,234.6",
        "123456.789 | 123,457",
        "1.5e-7 | 1.5000e-07",
        "2.5e12 | 2,500,000,000,000",
        "1.25e20 | 1.2500e+20",
        "NaN | nan",
        "-Infinity | -inf",
      })
  void writesValuesInFiveDigits(double value, String text) {
    assertEquals(text, Numbers.value(value));
  }

  @ParameterizedTest
  @CsvSource({"12,12 ms", "3400,3.4 s", "59990,60.0 s", "125000,2 min 5 s"})
  void writesTimesForPeople(long millis, String text) {
    assertEquals(text, Numbers.elapsed(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"0,0 bytes", "999,999 bytes", "4100000,4.1 MB", "9223372036854775807,9223372.0 TB"})
  void writesSizesInDecimalUnits(long size, String text) {
    assertEquals(text, Numbers.bytes(size));
  }

  @Test
  void writesSharesInPercent() {
    assertEquals("22.5 %", Numbers.percent(0.2249));
  }
}
