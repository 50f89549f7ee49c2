package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Analyzers of random columns in random blocks, against their definitions over all values at once.
class AnalyzerPropertiesTest {

  private static final int ROUNDS = 200;

  /// The rows of a column from one to before another.
  private static Column rows(Column column, int from, int to) {
    RowLayout layout = RowLayout.scalar(to - from);
    return switch (column) {
      case Column.Float(var _, float[] values) ->
          new Column.Float(layout, Arrays.copyOfRange(values, from, to));
      case Column.Int64(var _, long[] values) ->
          new Column.Int64(layout, Arrays.copyOfRange(values, from, to));
      case Column.Bytes(var _, int[] codes, ByteStrings dictionary) ->
          new Column.Bytes(layout, Arrays.copyOfRange(codes, from, to), dictionary);
    };
  }

  /// The result over blocks of random lengths, merged in their order, some of them in pairs first.
  private static <A> Analyzed analyzed(
      Accumulator<Column, A, Analyzed> analyzer, Column column, Random random) {
    List<A> parts = new ArrayList<>();
    int count = column.layout().rowCount();
    for (int from = 0; from < count; ) {
      int to = Math.min(count, from + random.nextInt(1, 9));
      parts.add(analyzer.add(analyzer.create(), rows(column, from, to)));
      from = to;
    }
    while (parts.size() > 1) {
      int at = random.nextInt(parts.size() - 1);
      parts.set(at, analyzer.merge(parts.get(at), parts.remove(at + 1)));
    }
    A whole = analyzer.create();
    return analyzer.result(parts.isEmpty() ? whole : analyzer.merge(whole, parts.getFirst()));
  }

  private static float[] floats(Random random, boolean isClean) {
    float[] values = new float[random.nextInt(isClean ? 1 : 0, 40)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (isClean ? 9 : random.nextInt(10)) {
            case 0 -> Float.NaN;
            case 1 -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            case 2 -> -0f;
            default -> random.nextInt(-50, 50) / 8f;
          };
    }
    return values;
  }

  private static Column column(float[] values) {
    return new Column.Float(RowLayout.scalar(values.length), values);
  }

  @Test
  void momentsAreThoseOfTheFiniteValues() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      float[] values = floats(random, false);
      double count = 0;
      double sum = 0;
      double squares = 0;
      for (float value : values) {
        if (Float.isFinite(value)) {
          count++;
          sum += value;
          squares += (double) value * value;
        }
      }
      double mean = count == 0 ? 0 : sum / count;
      double variance = count == 0 ? 0 : squares / count - mean * mean;
      var moments =
          (Analyzed.Moments)
              analyzed(new NumberAnalyzers.MomentsAnalyzer(), column(values), random);
      assertEquals(mean, moments.mean(), 1e-5, Arrays.toString(values));
      assertEquals(variance, moments.variance(), 1e-4, Arrays.toString(values));
    }
  }

  @Test
  void momentsOfLargeNumbersKeepTheirVariance() {
    // The sum of squares alone would lose it: 1e7² has no room for ±1 in float32, little in 64.
    float[] values = new float[4_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e7f + (i % 2 == 0 ? 1 : -1);
    }
    var moments =
        (Analyzed.Moments)
            analyzed(new NumberAnalyzers.MomentsAnalyzer(), column(values), new Random(2));
    assertEquals(new Analyzed.Moments(1e7f, 1f), moments);
  }

  @Test
  void rangesSumsAndSizesAreThoseOfAllValues() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      float[] values = floats(random, true);
      float min = Float.POSITIVE_INFINITY;
      float max = Float.NEGATIVE_INFINITY;
      double sum = 0;
      for (float value : values) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
      }
      Column column = column(values);
      assertEquals(
          new Analyzed.RealRange(min, max),
          analyzed(new NumberAnalyzers.RealRangeAnalyzer(), column, random));
      assertEquals(
          new Analyzed.RealSum((float) sum),
          analyzed(new NumberAnalyzers.RealSumAnalyzer(), column, random));
      assertEquals(
          new Analyzed.IntSum(values.length),
          analyzed(new NumberAnalyzers.SizeAnalyzer(), column, random));
    }
  }

  @Test
  void wholeNumbersAreExactToTheLast() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS; round++) {
      long[] values = random.longs(random.nextInt(1, 30)).toArray();
      long min = Arrays.stream(values).min().orElseThrow();
      long max = Arrays.stream(values).max().orElseThrow();
      long sum = 0;
      for (long value : values) {
        sum += value;
      }
      Column column = new Column.Int64(RowLayout.scalar(values.length), values);
      assertEquals(
          new Analyzed.IntRange(min, max),
          analyzed(new NumberAnalyzers.IntRangeAnalyzer(), column, random));
      assertEquals(
          new Analyzed.IntSum(sum), analyzed(new NumberAnalyzers.IntSumAnalyzer(), column, random));
    }
  }

  @Test
  void boundariesDivideTheValuesEvenlyWhateverTheBlocks() {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      float[] values = floats(random, true);
      int buckets = random.nextInt(2, 7);
      var analyzer = new QuantilesAnalyzer(buckets);
      var found = (Analyzed.Boundaries) analyzed(analyzer, column(values), random);
      assertEquals(analyzed(analyzer, column(values), random), found, "in other blocks");
      List<Float> boundaries = found.boundaries();
      assertEquals(buckets - 1, boundaries.size());
      assertEquals(boundaries.stream().sorted().toList(), boundaries);
      for (int i = 1; i < buckets; i++) {
        float boundary = boundaries.get(i - 1);
        double below = 0;
        double upTo = 0;
        for (float value : values) {
          below += value < boundary ? 1.0 / values.length : 0;
          upTo += value <= boundary ? 1.0 / values.length : 0;
        }
        double share = (double) i / buckets;
        double one = 1.0 / values.length;
        assertTrue(
            below <= share + one && upTo >= share - one,
            i + " of " + boundaries + " for " + Arrays.toString(values));
      }
    }
  }

  @Test
  void vocabulariesAreTheTermsByFrequencyThenBytes() {
    List<String> terms = List.of("a", "b", "B", "", "é", "two words", "line\nbreak", "zz", "0");
    Random random = new Random(6);
    for (int round = 0; round < ROUNDS; round++) {
      int[] codes = random.ints(random.nextInt(40), 0, terms.size()).toArray();
      Column column =
          new Column.Bytes(RowLayout.scalar(codes.length), codes, ByteStrings.of(terms));
      long topK = random.nextInt(1, 9);
      long threshold = random.nextInt(4);
      var analyzer = new VocabularyAnalyzer("key", "file", topK, threshold);
      var found = (Analyzed.Vocabulary) analyzed(analyzer, column, random);
      assertEquals(plain(terms, codes, topK, threshold), texts(found.terms()));
    }
  }

  private static List<String> plain(List<String> terms, int[] codes, long topK, long threshold) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int code : codes) {
      String term = terms.get(code);
      if (!term.isEmpty() && !term.contains("\n")) {
        counts.merge(term, 1, Integer::sum);
      }
    }
    Comparator<String> byBytes =
        (a, b) ->
            Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    List<String> kept =
        counts.keySet().stream()
            .filter(term -> counts.get(term) >= threshold)
            .sorted(
                Comparator.<String, Integer>comparing(counts::get)
                    .thenComparing(byBytes)
                    .reversed())
            .limit(topK)
            .toList();
    return kept.isEmpty() ? List.of("49d0cd50-04bb-48c0-bc6f-5b575dce351a") : kept;
  }

  private static List<String> texts(ByteStrings terms) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      texts.add(new String(terms.get(i), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
