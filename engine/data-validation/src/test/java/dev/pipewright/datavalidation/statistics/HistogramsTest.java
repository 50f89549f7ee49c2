package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramsTest {

  private static final double INF = Double.POSITIVE_INFINITY;

  private static double[] counts(Histogram.Builder histogram) {
    return histogram.getBucketsList().stream()
        .mapToDouble(Histogram.Bucket::getSampleCount)
        .toArray();
  }

  @Test
  void sharesCountsAmongBucketsWithTheSameUpperBound() {
    var quantiles = new Quantiles(new double[] {1, 2, 2, 2, 3}, new double[] {2, 8, 8, 8, 9});

    assertArrayEquals(new double[] {4, 2, 2, 1}, Histograms.bucketCounts(quantiles));
  }

  @Test
  void countsTheMinimumInTheBucketsThatEqualTheFirst() {
    var quantiles = new Quantiles(new double[] {1, 1, 1, 4}, new double[] {6, 6, 6, 7});

    assertArrayEquals(new double[] {3, 3, 1}, Histograms.bucketCounts(quantiles));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void losesNoValue(long seed) {
    Random random = new Random(seed);
    float[] values = new float[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextInt(40) * random.nextDouble());
    }
    DistinctValues distinct = DistinctValues.of(values, values.length);
    double[] ascending = distinct.values();
    Quantiles quantiles = QuantileSummary.of(ascending, distinct.counts()).quantiles(1000);

    Histogram.Builder equalWidth =
        new EqualWidthHistogram(true, ascending[0], ascending[ascending.length - 1])
            .of(quantiles, 10, 0);

    assertEquals(10, equalWidth.getBucketsCount());
    assertEquals(500, Arrays.stream(counts(equalWidth)).sum(), 0.5);
    assertEquals(
        500, Arrays.stream(counts(Histograms.quantiles(quantiles.everyNth(100)))).sum(), 1e-9);
  }

  private static Histogram.Builder whole(double[] values, long[] counts, double min, double max) {
    long infinite = values[values.length - 1] == INF ? counts[counts.length - 1] : 0;
    return new EqualWidthHistogram(false, min, max)
        .of(QuantileSummary.of(values, counts).quantiles(1000), 10, infinite);
  }

  @Test
  void hasOneBucketForOneValue() {
    var histogram = whole(new double[] {7}, new long[] {5}, 7, 7);

    assertEquals(1, histogram.getBucketsCount());
    assertEquals(5, histogram.getBuckets(0).getSampleCount(), 1e-9);
  }

  @Test
  void hasBucketsOfTheirOwnForInfinities() {
    var histogram = whole(new double[] {-INF, 0, 10, INF}, new long[] {2, 3, 4, 5}, 0, 10);

    List<Histogram.Bucket> buckets = histogram.getBucketsList();
    assertEquals(12, buckets.size());
    assertEquals(-INF, buckets.getFirst().getHighValue());
    assertEquals(2, buckets.getFirst().getSampleCount());
    assertEquals(INF, buckets.getLast().getLowValue());
    assertEquals(5, buckets.getLast().getSampleCount());
  }

  @Test
  void hasOneBucketWhereNothingIsFinite() {
    var histogram = whole(new double[] {-INF, INF}, new long[] {2, 3}, INF, -INF);

    assertArrayEquals(new double[] {5}, counts(histogram));
  }

  @Test
  void isEmptyWhereTheWidthOverflows() {
    double max = Float.MAX_VALUE;
    Quantiles quantiles =
        QuantileSummary.of(new double[] {-max, max}, new long[] {1, 1}).quantiles(1000);

    assertEquals(
        0, new EqualWidthHistogram(true, -max, max).of(quantiles, 10, 0).getBucketsCount());
    assertTrue(
        new EqualWidthHistogram(false, -max, max).of(quantiles, 10, 0).getBucketsCount() > 0);
  }
}
