package dev.pipewright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 2500, 0",
    "2500, 2500, 2.5k",
    "5000, 2500, 5k",
    "10000, 2500, 10k",
    "1000000, 500000, 1M",
    "1500000, 500000, 1.5M",
    "2000000000, 1000000000, 2G",
    "500, 500, 500",
    "-2000, 1000, −2k",
    "0.30000000000000004, 0.1, 0.3",
    "0.2, 0.05, 0.20",
    "1, 0.25, 1.00",
    "-0.5, 0.5, −0.5",
    "0.00002, 0.00001, 2e−5",
    "0.000025, 0.000005, 2.5e−5",
    "1.02, 0.01, 1.02",
    "123456.1, 0.1, '123,456.1'",
    "-0.00000000000000001, 0.1, 0.0",
  })
  void labelsATick(double value, double step, String label) {
    assertEquals(label, NumberText.tick(value, step));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-4, 1e−4",
    "0.01, 1e−2",
    "0.1, 0.1",
    "1, 1",
    "20, 20",
    "1000, 1k",
    "1e6, 1M",
    "5e-3, 5e−3",
    "1e15, 1e15",
  })
  void labelsAPowerOfTen(double value, String label) {
    assertEquals(label, NumberText.logTick(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.24817, 3, 0.248",
    "0.9, 3, 0.900",
    "1.2345, 3, 1.23",
    "12.345, 4, 12.35",
    "1234.5, 3, '1,230'",
    "25, 4, 25.00",
    "9.9996, 4, 10.00",
    "1234567, 4, 1.235M",
    "99999.6, 6, '99,999.6'",
    "123456, 3, 123k",
    "999999, 3, 1.00M",
    "0.0005, 3, 5.00e−4",
    "-0.25, 2, −0.25",
    "0, 3, 0",
    "NaN, 3, NaN",
    "Infinity, 3, ∞",
    "-Infinity, 3, −∞",
    "0.00099999, 2, 1.0e−3",
  })
  void writesAValue(double value, int digits, String text) {
    assertEquals(text, NumberText.value(value, digits));
  }

  @Test
  void leavesOutZerosWhereItIsShortest() {
    assertEquals("25", NumberText.shortest(25, 4));
    assertEquals("0.5", NumberText.shortest(0.5, 4));
    assertEquals("100", NumberText.shortest(100, 2));
    assertEquals("2M", NumberText.shortest(2_000_000, 1));
    assertEquals("∞", NumberText.shortest(Double.POSITIVE_INFINITY, 4));
  }

  @Test
  void writesAStepWithThousandsApart() {
    assertEquals("3,580", NumberText.count(3580));
    assertEquals("1,234,567", NumberText.count(1234567));
    assertEquals("−1,000", NumberText.count(-1000));
    assertEquals("100", NumberText.count(100));
    assertEquals("0.3333", NumberText.count(1 / 3.0));
  }
}
