package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.StringStatistics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// String statistics from counts of all different values. The most frequent come first, and of
/// equally frequent ones the greater.
final class Frequencies {

  private static final int TOP_VALUES = 20;
  private static final int RANKS = 1000;

  /// What TFDV writes for a value that is not UTF-8.
  private static final String NOT_UTF8 = "__BYTES_VALUE__";

  private Frequencies() {}

  static StringStatistics.Builder ofStrings(BytesCounts counts) {
    long values = 0;
    long bytes = 0;
    long invalid = 0;
    for (int i = 0; i < counts.size(); i++) {
      values += counts.count(i);
      bytes += counts.count(i) * counts.string(i).length;
      invalid += decode(counts.string(i)) == null ? counts.count(i) : 0;
    }
    Comparator<Integer> order =
        Comparator.<Integer>comparingLong(counts::count)
            .thenComparing(counts::string, Arrays::compareUnsigned);
    StringStatistics.Builder result = start(values, bytes, counts.size());
    for (int i : top(counts.size(), order)) {
      String text = decode(counts.string(i));
      add(result, text == null ? NOT_UTF8 : text, counts.count(i));
    }
    return result.setInvalidUtf8Count(invalid);
  }

  static StringStatistics.Builder ofIntegers(LongCounts counts) {
    long[] keys = counts.keys();
    long values = 0;
    long digits = 0;
    for (long key : keys) {
      values += counts.count(key);
      digits += counts.count(key) * Long.toString(key).length();
    }
    Comparator<Integer> order =
        Comparator.<Integer>comparingLong(i -> counts.count(keys[i]))
            .thenComparingLong(i -> keys[i]);
    StringStatistics.Builder result = start(values, digits, keys.length);
    for (int i : top(keys.length, order)) {
      add(result, Long.toString(keys[i]), counts.count(keys[i]));
    }
    return result;
  }

  private static StringStatistics.Builder start(long values, long length, int unique) {
    StringStatistics.Builder result = StringStatistics.newBuilder().setUnique(unique);
    if (values > 0) {
      result.setAvgLength((float) ((double) length / values));
    }
    return result;
  }

  private static List<Integer> top(int size, Comparator<Integer> order) {
    PriorityQueue<Integer> greatest = new PriorityQueue<>(order);
    for (int i = 0; i < size; i++) {
      if (greatest.size() < RANKS) {
        greatest.add(i);
      } else if (order.compare(greatest.element(), i) < 0) {
        greatest.remove();
        greatest.add(i);
      }
    }
    return greatest.stream().sorted(order.reversed()).toList();
  }

  private static void add(StringStatistics.Builder result, String value, long count) {
    int rank = result.getRankHistogram().getBucketsCount();
    if (rank < TOP_VALUES) {
      result.addTopValuesBuilder().setValue(value).setFrequency(count);
    }
    result
        .getRankHistogramBuilder()
        .addBucketsBuilder()
        .setLowRank(rank)
        .setHighRank(rank)
        .setLabel(value)
        .setSampleCount(count);
  }

  private static @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
