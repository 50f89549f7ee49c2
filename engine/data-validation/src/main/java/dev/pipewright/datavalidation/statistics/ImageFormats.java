package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.protos.tfmd.CustomStatistic;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many values are images, by their first bytes: TFDV's `image_stats_generator`.
final class ImageFormats {

  private static final double LEAST_SHARE = 0.8;
  private static final int LEAST_VALUES = 100;
  private static final String NONE = "";

  private static final Map<String, byte[]> SIGNATURES = new LinkedHashMap<>();

  static {
    SIGNATURES.put("bmp", HexFormat.of().parseHex("424d"));
    SIGNATURES.put("gif", HexFormat.of().parseHex("47494638"));
    SIGNATURES.put("jpeg", HexFormat.of().parseHex("ffd8ff"));
    SIGNATURES.put("png", HexFormat.of().parseHex("89504e470d0a1a0a"));
  }

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private long total;

  void add(int[] codes, ByteStrings strings, int from, int to) {
    for (int i = from; i < to; i++) {
      counts.merge(format(strings, codes[i]), 1L, Long::sum);
    }
    total += to - from;
  }

  private static String format(ByteStrings strings, int index) {
    int start = strings.start(index);
    for (var format : SIGNATURES.entrySet()) {
      byte[] signature = format.getValue();
      int end = Math.min(strings.end(index), start + signature.length);
      if (Arrays.equals(strings.data(), start, end, signature, 0, signature.length)) {
        return format.getKey();
      }
    }
    return NONE;
  }

  void addAll(ImageFormats other) {
    other.counts.forEach((format, count) -> counts.merge(format, count, Long::sum));
    total += other.total;
  }

  List<CustomStatistic> result() {
    double unknown = counts.getOrDefault(NONE, 0L);
    if (total < LEAST_VALUES || 1 - unknown / total < LEAST_SHARE) {
      return List.of();
    }
    var histogram = CustomStatistic.newBuilder().setName("image_format_histogram");
    counts.forEach(
        (format, count) ->
            histogram
                .getRankHistogramBuilder()
                .addBucketsBuilder()
                .setLabel(format.equals(NONE) ? "UNKNOWN" : format)
                .setSampleCount(count));
    return List.of(SemanticStatistics.domain("image_domain {}"), histogram.build());
  }
}
