package dev.pipewright.summaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.summaries.Histogram.Bucket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void countsEveryFiniteValueOnceInItsBucket() {
    var random = new Random(5);
    for (int round = 0; round < 100; round++) {
      float[] values = new float[1 + random.nextInt(200)];
      int finite = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian() * 1e3f;
        finite += Float.isFinite(values[i]) ? 1 : 0;
      }
      Histogram histogram = Histogram.of(values);

      assertEquals(Histogram.DEFAULT_BUCKETS, histogram.buckets().size());
      assertEquals(finite, histogram.buckets().stream().mapToDouble(Bucket::count).sum());
    }
  }

  @Test
  void joinsBucketsWithoutGaps() {
    List<Bucket> buckets = Histogram.of(new float[] {-1, 0, 3.3f}).buckets();

    assertEquals(-1, buckets.getFirst().left());
    assertEquals(3.3f, buckets.getLast().right());
    for (int i = 1; i < buckets.size(); i++) {
      assertEquals(buckets.get(i - 1).right(), buckets.get(i).left(), 1e-12);
    }
  }

  @Test
  void putsTheGreatestValueIntoTheLastBucket() {
    List<Bucket> buckets = Histogram.of(new float[] {0, 30}).buckets();

    assertEquals(1, buckets.getFirst().count());
    assertEquals(1, buckets.getLast().count());
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    float[] values = {Float.NEGATIVE_INFINITY, 1, Float.NaN, 2, Float.POSITIVE_INFINITY};
    assertEquals(Histogram.of(new float[] {1, 2}), Histogram.of(values));
    assertTrue(
        Histogram.of(new float[] {Float.NaN}).buckets().stream().allMatch(b -> b.count() == 0));
  }
}
