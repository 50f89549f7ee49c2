package dev.pipewright.host.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BarTest {

  @Test
  void fillsItsFractionToAnEighthOfACharacter() {
    assertEquals("    ", Bar.of(0, 4));
    assertEquals("██▌ ", Bar.of(0.625, 4));
    assertEquals("████", Bar.of(1, 4));
  }

  @Test
  void staysInItsWidthWhateverTheFraction() {
    assertEquals("████", Bar.of(7, 4));
    assertEquals("    ", Bar.of(-1, 4));
  }

  @Test
  void drawsTheHighestValueFull() {
    assertEquals("▁▅█", Bar.sparkline(0, 5, 10));
  }

  @Test
  void drawsNothingButZerosAsTheLowestLevel() {
    assertEquals("▁▁", Bar.sparkline(0, 0));
  }
}
