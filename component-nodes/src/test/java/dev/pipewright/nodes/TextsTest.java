package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void writesMeasuredNumbersInAboutThreeDigits() {
    assertEquals(
        List.of("0.248", "0.000", "2.1e-4", "-3.142", "12.3", "6,420", "1.2e+7", "NaN", "∞", "−∞"),
        DoubleStream.of(
                0.2484, 0, 0.00021, -3.14159, 12.34, 6420, 1.2e7, Double.NaN, 1.0 / 0, -1.0 / 0)
            .mapToObj(Texts::number)
            .toList());
  }

  @Test
  void writesNumbersAsAPersonDoes() {
    assertEquals(
        List.of("0.85", "0.9999", "10,000", "-1.5"),
        DoubleStream.of(0.85, 0.9999, 10_000, -1.5).mapToObj(Texts::plain).toList());
  }

  @Test
  void writesHowLongSomethingTook() {
    assertEquals(
        List.of("0 ms", "99 ms", "0.1 s", "2.1 s", "43 s", "1 m 04 s", "2 h 05 m"),
        LongStream.of(0, 99, 100, 2_149, 43_900, 64_000, 7_500_000)
            .mapToObj(millis -> Texts.duration(Duration.ofMillis(millis)))
            .toList());
  }

  @Test
  void countsInWords() {
    assertEquals("1 row", Texts.text("examples.rows", 1L));
    assertEquals("15,002 rows", Texts.text("examples.rows", 15_002L));
    assertEquals("No rows", Texts.text("examples.rows", 0L));
    assertEquals("1 anomaly", Texts.text("anomalies.count", 1));
    assertEquals("2 anomalies", Texts.text("anomalies.count", 2));
    assertEquals("run 1234", Texts.text("run.number", 1234));
  }
}
