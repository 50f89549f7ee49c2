package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.RankHistogram;
import dev.pipewright.protos.tfmd.StringStatistics.FreqAndValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Values to be ranked by how often they occur, or by what they weigh.
///
/// @param keys the values
/// @param order which of two equal in rank comes last: the smaller
/// @param label how a value is written
record Ranking<K>(List<K> keys, Comparator<K> order, Function<K, String> label) {

  /// The first values of a ranking.
  record Result(List<FreqAndValue> topValues, RankHistogram histogram) {}

  /// Ranks by `measure`, and names those that reach the threshold.
  Result top(ToDoubleFunction<K> measure, double threshold, Detail detail) {
    List<FreqAndValue> top = new ArrayList<>();
    RankHistogram.Builder histogram = RankHistogram.newBuilder();
    int count = Math.max(detail.numTopValues(), detail.numRankHistogramBuckets());
    int rank = 0;
    for (K key : greatest(count, Comparator.comparingDouble(measure).thenComparing(order))) {
      double value = measure.applyAsDouble(key);
      if (value < threshold) {
        break;
      }
      String text = label.apply(key);
      if (rank < detail.numTopValues()) {
        top.add(FreqAndValue.newBuilder().setValue(text).setFrequency(value).build());
      }
      if (rank < detail.numRankHistogramBuckets()) {
        histogram
            .addBucketsBuilder()
            .setLowRank(rank)
            .setHighRank(rank)
            .setLabel(text)
            .setSampleCount(value);
      }
      rank++;
    }
    return new Result(top, histogram.build());
  }

  private List<K> greatest(int count, Comparator<K> byRank) {
    PriorityQueue<K> greatest = new PriorityQueue<>(byRank);
    for (K key : keys) {
      if (greatest.size() < count) {
        greatest.add(key);
      } else if (count > 0 && byRank.compare(greatest.element(), key) < 0) {
        greatest.remove();
        greatest.add(key);
      }
    }
    return greatest.stream().sorted(byRank.reversed()).toList();
  }
}
