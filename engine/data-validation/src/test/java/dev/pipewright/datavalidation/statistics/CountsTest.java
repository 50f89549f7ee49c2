package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.protos.tfmd.StringStatistics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void countsStringsAsAMapDoes() {
    Random random = new Random(1);
    Map<String, Long> expected = new HashMap<>();
    BytesCounts left = new BytesCounts();
    BytesCounts right = new BytesCounts();
    for (int i = 0; i < 5000; i++) {
      String value = "v" + random.nextInt(1500);
      expected.merge(value, 2L, Long::sum);
      (i % 3 == 0 ? left : right).add(ByteStrings.of(List.of("other", value)), 1, 2);
    }
    left.addAll(right);

    Map<String, Long> actual = new HashMap<>();
    for (int i = 0; i < left.size(); i++) {
      actual.put(new String(left.string(i), StandardCharsets.UTF_8), left.count(i));
    }
    assertEquals(expected, actual);
    assertEquals(expected.size(), left.size());
  }

  @Test
  void countsLongsAsAMapDoes() {
    Random random = new Random(2);
    Map<Long, Long> expected = new HashMap<>();
    LongCounts left = new LongCounts();
    LongCounts right = new LongCounts();
    for (int i = 0; i < 5000; i++) {
      long value = random.nextInt(900) - 450;
      expected.merge(value, 1L, Long::sum);
      (i % 3 == 0 ? left : right).add(value, 1);
    }
    left.addAll(right);

    Map<Long, Long> actual = new HashMap<>();
    for (long key : left.keys()) {
      actual.put(key, left.count(key));
    }
    assertEquals(expected, actual);
    assertEquals(0, left.count(451));
  }

  @Test
  void ranksAThousandValuesByFrequencyThenByValue() {
    BytesCounts counts = new BytesCounts();
    List<String> values = IntStream.range(0, 1300).mapToObj("%04d"::formatted).toList();
    ByteStrings strings = ByteStrings.of(values);
    for (int i = 0; i < values.size(); i++) {
      counts.add(strings, i, i == 7 ? 5 : 1);
    }

    StringStatistics.Builder statistics = new Frequencies(Detail.DEFAULT).ofStrings(counts);

    assertEquals(1300, statistics.getUnique());
    assertEquals(20, statistics.getTopValuesCount());
    assertEquals("0007", statistics.getTopValues(0).getValue());
    assertEquals("1299", statistics.getTopValues(1).getValue());
    assertEquals(1000, statistics.getRankHistogram().getBucketsCount());
    assertEquals("0301", statistics.getRankHistogram().getBuckets(999).getLabel());
  }
}
