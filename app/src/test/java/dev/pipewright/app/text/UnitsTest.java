package dev.pipewright.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitsTest {

  @Test
  void writesSizesWithThreeDigitsAtMost() {
    assertEquals("0 B", Units.bytes(0));
    assertEquals("999 B", Units.bytes(999));
    assertEquals("1.0 KB", Units.bytes(1024));
    assertEquals("99.9 KB", Units.bytes(102_298));
    assertEquals("466 MB", Units.bytes(466L << 20));
    assertEquals("23.5 GB", Units.bytes((long) (23.5 * (1L << 30))));
    assertEquals("2048 TB", Units.bytes(1L << 51));
  }

  @Test
  void writesDurationsInTheUnitsThatMatter() {
    assertEquals("97 ms", Units.duration(Duration.ofMillis(97)));
    assertEquals("0.4 s", Units.duration(Duration.ofMillis(400)));
    assertEquals("43 s", Units.duration(Duration.ofMillis(43_900)));
    assertEquals("1 m 04 s", Units.duration(Duration.ofSeconds(64)));
    assertEquals("2 h 05 m", Units.duration(Duration.ofSeconds(7_500)));
  }

  @Test
  void writesDurationsAsAClock() {
    assertEquals("0:00", Units.clock(Duration.ZERO));
    assertEquals("1:52", Units.clock(Duration.ofSeconds(112)));
    assertEquals("1:02:03", Units.clock(Duration.ofSeconds(3_723)));
  }
}
