package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberAnalyzersTest {

  private static Column floats(float... values) {
    return new Column.Float(RowLayout.scalar(values.length), values);
  }

  private static Column longs(long... values) {
    return new Column.Int64(RowLayout.scalar(values.length), values);
  }

  private static <A> Analyzed analyzed(
      Accumulator<Column, A, Analyzed> analyzer, Column... blocks) {
    A all = analyzer.create();
    for (Column block : blocks) {
      all = analyzer.merge(all, analyzer.add(analyzer.create(), block));
    }
    return analyzer.result(all);
  }

  @Test
  void momentsAreOfThePopulation() {
    assertEquals(
        new Analyzed.Moments(2.5f, 1.25f),
        analyzed(new NumberAnalyzers.MomentsAnalyzer(), floats(1, 2), floats(3, 4)));
    assertEquals(
        new Analyzed.Moments(2.5f, 1.25f),
        analyzed(new NumberAnalyzers.MomentsAnalyzer(), longs(1, 4, 2), longs(3)));
  }

  @Test
  void momentsLeaveOutWhatIsNotFinite() {
    assertEquals(
        new Analyzed.Moments(2, 1),
        analyzed(
            new NumberAnalyzers.MomentsAnalyzer(),
            floats(1, Float.NaN, 3),
            floats(Float.NEGATIVE_INFINITY)));
  }

  @Test
  void momentsOfNothingAreZero() {
    assertEquals(new Analyzed.Moments(0, 0), analyzed(new NumberAnalyzers.MomentsAnalyzer()));
    assertEquals(
        new Analyzed.Moments(0, 0),
        analyzed(new NumberAnalyzers.MomentsAnalyzer(), floats(Float.NaN)));
  }

  @Test
  void momentsKeepTheirPrecisionFarFromZero() {
    Random random = new Random(1);
    float[] values = new float[50_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e6f + random.nextInt(8);
    }
    double mean = 0;
    for (float value : values) {
      mean += value / (double) values.length;
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    var found = (Analyzed.Moments) analyzed(new NumberAnalyzers.MomentsAnalyzer(), cut(values));
    assertEquals(mean, found.mean(), 0.1);
    assertEquals(variance, found.variance(), 1e-5);
  }

  private static Column[] cut(float[] values) {
    List<Column> blocks = new ArrayList<>();
    for (int from = 0; from < values.length; from += 1024) {
      blocks.add(floats(Arrays.copyOfRange(values, from, Math.min(values.length, from + 1024))));
    }
    return blocks.toArray(Column[]::new);
  }

  @Test
  void rangesCoverAllBlocks() {
    assertEquals(
        new Analyzed.RealRange(-1, 7),
        analyzed(new NumberAnalyzers.RealRangeAnalyzer(), floats(3, -1), floats(7, 2)));
    assertEquals(
        new Analyzed.IntRange(-5, 9),
        analyzed(new NumberAnalyzers.IntRangeAnalyzer(), longs(9), longs(-5, 0)));
  }

  @Test
  void nanWinsARange() {
    assertEquals(
        new Analyzed.RealRange(Float.NaN, Float.NaN),
        analyzed(new NumberAnalyzers.RealRangeAnalyzer(), floats(3, Float.NaN), floats(7)));
  }

  @Test
  void rangesOfNothingAreTheWrongWayRound() {
    assertEquals(
        new Analyzed.RealRange(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY),
        analyzed(new NumberAnalyzers.RealRangeAnalyzer()));
    assertEquals(
        new Analyzed.IntRange(Long.MAX_VALUE, -Long.MAX_VALUE),
        analyzed(new NumberAnalyzers.IntRangeAnalyzer()));
  }

  @Test
  void sumsAndSizesAddUp() {
    assertEquals(
        new Analyzed.RealSum(6.5f),
        analyzed(new NumberAnalyzers.RealSumAnalyzer(), floats(1, 2), floats(3.5f)));
    assertEquals(
        new Analyzed.IntSum(6), analyzed(new NumberAnalyzers.IntSumAnalyzer(), longs(1, 2, 3)));
    Column ragged = new Column.Float(RowLayout.ragged(new int[] {0, 2, 2, 3}), new float[8]);
    assertEquals(new Analyzed.IntSum(3), analyzed(new NumberAnalyzers.SizeAnalyzer(), ragged));
  }
}
