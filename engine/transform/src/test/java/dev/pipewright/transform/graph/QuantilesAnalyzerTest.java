package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesAnalyzerTest {

  private static List<Float> boundaries(int buckets, float[]... blocks) {
    var analyzer = new QuantilesAnalyzer(buckets);
    var all = analyzer.create();
    for (float[] block : blocks) {
      Column column = new Column.Float(RowLayout.scalar(block.length), block);
      all = analyzer.merge(all, analyzer.add(analyzer.create(), column));
    }
    return ((Analyzed.Boundaries) analyzer.result(all)).boundaries();
  }

  @Test
  void cutsEqualBuckets() {
    float[] values = new float[100];
    for (int i = 0; i < 100; i++) {
      values[i] = (i * 37) % 100;
    }
    assertEquals(List.of(25f, 50f, 75f), boundaries(4, values));
  }

  @Test
  void repeatsABoundaryThatManyValuesShare() {
    assertEquals(List.of(1f, 1f, 1f), boundaries(4, new float[] {1, 1, 1, 1, 1, 1, 1, 9}));
  }

  @Test
  void leavesOutNan() {
    assertEquals(
        boundaries(2, new float[] {1, 2, 3}),
        boundaries(2, new float[] {Float.NaN, 3, 1}, new float[] {2, Float.NaN}));
  }

  @Test
  void takesBothZerosForOne() {
    assertEquals(
        boundaries(3, new float[] {0f, 0f, 0f, 1f}),
        boundaries(3, new float[] {-0f, 0f}, new float[] {-0f, 1f}));
  }

  @Test
  void givesZerosWhereThereIsNothing() {
    assertEquals(List.of(0f, 0f), boundaries(3, new float[] {Float.NaN}));
  }

  @Test
  void staysWithinTheErrorThatTensorFlowTransformAllows() {
    Random random = new Random(2);
    float[][] blocks = new float[12][16384];
    for (float[] block : blocks) {
      for (int i = 0; i < block.length; i++) {
        block[i] = (float) random.nextGaussian();
      }
    }
    float[] sorted = new float[12 * 16384];
    for (int i = 0; i < blocks.length; i++) {
      System.arraycopy(blocks[i], 0, sorted, i * 16384, 16384);
    }
    Arrays.sort(sorted);
    List<Float> found = boundaries(10, blocks);
    for (int i = 0; i < 9; i++) {
      int rank = Arrays.binarySearch(sorted, found.get(i));
      double error = Math.abs(rank / (double) sorted.length - (i + 1) / 10.0);
      assertTrue(error < 0.001, i + ": " + error);
    }
  }
}
