package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowShuffleTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 16, 17, 1_000, 4_096, 10_036})
  void givesEveryRowOnceAPass(long rows) {
    RowShuffle shuffle = new RowShuffle(rows, 42);
    for (int pass = 0; pass < 3; pass++) {
      long start = pass * rows;
      long[] seen = LongStream.range(start, start + rows).map(shuffle::rowAt).sorted().toArray();
      assertArrayEquals(LongStream.range(0, rows).toArray(), seen);
    }
  }

  @Test
  void differsByPassAndBySeed() {
    List<long[]> orders =
        List.of(
            order(new RowShuffle(100, 1), 0),
            order(new RowShuffle(100, 1), 1),
            order(new RowShuffle(100, 2), 0));
    for (int i = 0; i < orders.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertNotEquals(Arrays.toString(orders.get(i)), Arrays.toString(orders.get(j)));
      }
    }
    assertArrayEquals(order(new RowShuffle(100, 1), 1), orders.get(1));
  }

  @Test
  void leavesNoTraceOfTheOldOrder() {
    long rows = 10_000;
    RowShuffle shuffle = new RowShuffle(rows, 7);
    double mean = (rows - 1) / 2.0;
    double covariance = 0;
    double variance = 0;
    long ascents = 0;
    for (long i = 0; i < rows; i++) {
      long row = shuffle.rowAt(i);
      covariance += (i - mean) * (row - mean);
      variance += (i - mean) * (i - mean);
      ascents += row < shuffle.rowAt((i + 1) % rows) ? 1 : 0;
    }
    // Both have a standard deviation of about 0.01 and 0.003 in random orders.
    assertEquals(0, covariance / variance, 0.04);
    assertEquals(0.5, ascents / (double) rows, 0.015);
  }

  @Test
  void spreadsTheFirstRowOverAllPlaces() {
    var counts = new int[10];
    for (int seed = 0; seed < 10_000; seed++) {
      counts[(int) new RowShuffle(10, seed).rowAt(0)]++;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand times.
    double chi =
        Arrays.stream(counts).mapToDouble(c -> (c - 1_000.0) * (c - 1_000.0) / 1_000).sum();
    assertTrue(chi < 27.9, Arrays.toString(counts));
  }

  @Test
  void needsRows() {
    assertThrows(IllegalArgumentException.class, () -> new RowShuffle(0, 1));
  }

  private static long[] order(RowShuffle shuffle, int pass) {
    return LongStream.range(100L * pass, 100L * (pass + 1)).map(shuffle::rowAt).toArray();
  }
}
