package dev.pipewright.transform.graph;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts terms and orders them, the most frequent first and equally frequent ones by their bytes
/// from the greatest down, as `tft.vocabulary` does. An empty string and one with a line break,
/// which a text file cannot hold, are left out. A vocabulary without terms gets TFT's stand-in,
/// because a table cannot be empty.
///
/// @param key see `Analyzed.Vocabulary`
/// @param fileName see `Analyzed.Vocabulary`
/// @param topK how many terms are kept
/// @param frequencyThreshold how often a term must occur to be kept
record VocabularyAnalyzer(String key, String fileName, long topK, double frequencyThreshold)
    implements Accumulator<Column, VocabularyAnalyzer.State, Analyzed> {

  /// Terms are kept as Latin-1 strings, a character a byte, so that their order is that of bytes.
  static final class State {
    private final Map<String, Long> counts = new HashMap<>();
    private boolean isOfNumbers;
  }

  @Override
  public State create() {
    return new State();
  }

  @Override
  public State add(State state, Column column) {
    switch (column) {
      case Column.Bytes bytes -> addBytes(state, bytes);
      case Column.Int64 longs -> {
        state.isOfNumbers = true;
        for (int i = 0; i < longs.layout().valueCount(); i++) {
          state.counts.merge(Long.toString(longs.values()[i]), 1L, Long::sum);
        }
      }
      case Column.Float _ -> throw new IllegalArgumentException("a vocabulary of floats");
    }
    return state;
  }

  private static void addBytes(State state, Column.Bytes column) {
    long[] counts = new long[column.dictionary().size()];
    for (int i = 0; i < column.layout().valueCount(); i++) {
      counts[column.codes()[i]]++;
    }
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        String term = new String(column.dictionary().get(code), StandardCharsets.ISO_8859_1);
        if (!term.isEmpty() && term.indexOf('\n') < 0 && term.indexOf('\r') < 0) {
          state.counts.merge(term, counts[code], Long::sum);
        }
      }
    }
  }

  @Override
  public State merge(State left, State right) {
    right.counts.forEach((term, count) -> left.counts.merge(term, count, Long::sum));
    left.isOfNumbers |= right.isOfNumbers;
    return left;
  }

  @Override
  public Analyzed result(State state) {
    List<String> terms =
        state.counts.entrySet().stream()
            .filter(e -> e.getValue() >= frequencyThreshold)
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Long> e) -> e.getValue())
                    .thenComparing(Map.Entry::getKey)
                    .reversed())
            .limit(topK)
            .map(Map.Entry::getKey)
            .toList();
    if (terms.isEmpty()) {
      terms = List.of(state.isOfNumbers ? "-1" : "49d0cd50-04bb-48c0-bc6f-5b575dce351a");
    }
    return new Analyzed.Vocabulary(key, fileName, bytesOf(terms));
  }

  private static ByteStrings bytesOf(List<String> terms) {
    int[] offsets = new int[terms.size() + 1];
    for (int i = 0; i < terms.size(); i++) {
      offsets[i + 1] = offsets[i] + terms.get(i).length();
    }
    byte[] data = String.join("", terms).getBytes(StandardCharsets.ISO_8859_1);
    return new ByteStrings(data, offsets, terms.size());
  }
}
