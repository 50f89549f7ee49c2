package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.StringStatistics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// String statistics from counts of all different values. The most frequent come first, and of
/// equally frequent ones the greater; with weights, the heaviest besides.
final class Frequencies {

  /// What TFDV writes for a value that is not UTF-8.
  private static final String NOT_UTF8 = "__BYTES_VALUE__";

  private final Detail detail;

  Frequencies(Detail detail) {
    this.detail = detail;
  }

  StringStatistics.Builder ofStrings(BytesCounts counts) {
    long values = 0;
    long bytes = 0;
    long invalid = 0;
    for (int i = 0; i < counts.size(); i++) {
      values += counts.count(i);
      bytes += counts.count(i) * counts.string(i).length;
      invalid += decode(counts.string(i)) == null ? counts.count(i) : 0;
    }
    Ranking<Integer> ranking =
        new Ranking<>(
            IntStream.range(0, counts.size()).boxed().toList(),
            Comparator.comparing(counts::string, Arrays::compareUnsigned),
            i -> label(counts.string(i)));
    StringStatistics.Builder result =
        StringStatistics.newBuilder().setUnique(counts.size()).setInvalidUtf8Count(invalid);
    addLength(result, values, bytes);
    addCounted(result, ranking.top(counts::count, detail.frequencyThreshold(), detail));
    if (counts.isWeighted()) {
      addWeighed(result, ranking.top(counts::weight, detail.weightedFrequencyThreshold(), detail));
    }
    return result;
  }

  /// @param weights what each weighs; empty for no weights
  StringStatistics.Builder ofIntegers(LongCounts counts, Map<Long, Double> weights) {
    long[] keys = counts.keys();
    long values = 0;
    long digits = 0;
    for (long key : keys) {
      values += counts.count(key);
      digits += counts.count(key) * Long.toString(key).length();
    }
    Ranking<Long> ranking =
        new Ranking<>(
            Arrays.stream(keys).boxed().toList(), Comparator.naturalOrder(), String::valueOf);
    StringStatistics.Builder result = StringStatistics.newBuilder().setUnique(keys.length);
    addLength(result, values, digits);
    addCounted(result, ranking.top(counts::count, detail.frequencyThreshold(), detail));
    if (!weights.isEmpty()) {
      addWeighed(result, ranking.top(weights::get, detail.weightedFrequencyThreshold(), detail));
    }
    return result;
  }

  private static void addLength(StringStatistics.Builder result, long values, long length) {
    if (values > 0) {
      result.setAvgLength((float) ((double) length / values));
    }
  }

  private static void addCounted(StringStatistics.Builder result, Ranking.Result ranked) {
    result.addAllTopValues(ranked.topValues());
    if (ranked.histogram().getBucketsCount() > 0) {
      result.setRankHistogram(ranked.histogram());
    }
  }

  private static void addWeighed(StringStatistics.Builder result, Ranking.Result ranked) {
    if (!ranked.topValues().isEmpty() || ranked.histogram().getBucketsCount() > 0) {
      var weighed = result.getWeightedStringStatsBuilder().addAllTopValues(ranked.topValues());
      if (ranked.histogram().getBucketsCount() > 0) {
        weighed.setRankHistogram(ranked.histogram());
      }
    }
  }

  private static String label(byte[] bytes) {
    String text = decode(bytes);
    return text == null ? NOT_UTF8 : text;
  }

  private static @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
