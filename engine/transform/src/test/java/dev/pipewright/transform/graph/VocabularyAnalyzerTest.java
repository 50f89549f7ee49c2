package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyAnalyzerTest {

  private static Column words(List<String> words) {
    List<String> distinct = words.stream().distinct().toList();
    int[] codes = words.stream().mapToInt(distinct::indexOf).toArray();
    return new Column.Bytes(RowLayout.scalar(codes.length), codes, ByteStrings.of(distinct));
  }

  private static List<String> terms(long topK, double threshold, Column... blocks) {
    var analyzer = new VocabularyAnalyzer("key", "file", topK, threshold);
    var all = analyzer.create();
    for (Column block : blocks) {
      all = analyzer.merge(all, analyzer.add(analyzer.create(), block));
    }
    ByteStrings found = ((Analyzed.Vocabulary) analyzer.result(all)).terms();
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      terms.add(found.text(i));
    }
    return terms;
  }

  @Test
  void ordersByFrequencyAndThenFromTheGreatestDown() {
    assertEquals(
        List.of("b", "é", "z", "c", "a"),
        terms(
            Long.MAX_VALUE,
            0,
            words(List.of("a", "b", "z", "é", "é")),
            words(List.of("c", "b", "b", "z"))));
  }

  @Test
  void keepsTheMostFrequentOnes() {
    assertEquals(List.of("b", "c"), terms(2, 0, words(List.of("a", "b", "b", "c"))));
    assertEquals(List.of("b", "a"), terms(9, 2, words(List.of("a", "b", "b", "c", "b", "a"))));
  }

  @Test
  void leavesOutWhatATextFileCannotHold() {
    assertEquals(List.of("a b"), terms(9, 0, words(List.of("", "x\ny", "x\r", "a b", "", "\n"))));
  }

  @Test
  void standsInForAnEmptyVocabulary() {
    assertEquals(List.of("49d0cd50-04bb-48c0-bc6f-5b575dce351a"), terms(9, 0, words(List.of(""))));
    assertEquals(List.of("-1"), terms(9, 5, new Column.Int64(RowLayout.scalar(1), new long[] {3})));
  }

  @Test
  void countsNumbersByTheirText() {
    assertEquals(
        List.of("7", "12", "-3"),
        terms(9, 0, new Column.Int64(RowLayout.scalar(4), new long[] {-3, 7, 12, 7})));
  }

  @Test
  void countsUnusedDictionaryEntriesNotAtAll() {
    Column column =
        new Column.Bytes(
            RowLayout.scalar(2), new int[] {2, 2, 0}, ByteStrings.of(List.of("x", "y", "z")));
    assertEquals(List.of("z"), terms(9, 0, column));
  }

  @Test
  void agreesWithPlainCountingForAnyBlocks() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      Map<String, Integer> counts = new HashMap<>();
      List<Column> blocks = new ArrayList<>();
      for (int block = random.nextInt(1, 5); block > 0; block--) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(1, 30); i > 0; i--) {
          words.add("w" + random.nextInt(8));
          counts.merge(words.getLast(), 1, Integer::sum);
        }
        blocks.add(words(words));
      }
      List<String> expected =
          counts.keySet().stream()
              .sorted(
                  (a, b) ->
                      counts.get(a).equals(counts.get(b))
                          ? b.compareTo(a)
                          : counts.get(b) - counts.get(a))
              .toList();
      assertEquals(expected, terms(99, 0, blocks.toArray(Column[]::new)));
    }
  }
}
