package dev.pipewright.data.starter;

import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.data.csv.CellType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up what is in a column.
final class ColumnTally {

  /// How many different values are told apart.
  static final int DISTINCT = 10_000;

  /// How many values are listed with their counts.
  static final int LISTED = 200;

  private static final int FIRST = 5;

  private final String name;
  private final CellType type;
  private final Map<String, long[]> counts = new LinkedHashMap<>();
  private final List<String> first = new ArrayList<>();
  private double[] finite = new double[1024];
  private int finiteCount;
  private long present;
  private long cells;
  private boolean isMany;

  ColumnTally(String name, CellType type) {
    this.name = name;
    this.type = type;
  }

  /// Adds the cells of a block. The arrays of a column may be longer than its values are many.
  void add(Column column) {
    switch (column) {
      case Column.Int64(RowLayout layout, long[] values) -> {
        for (int i = 0; i < layout.valueCount(); i++) {
          number(values[i]);
          text(Long.toString(values[i]));
        }
      }
      case Column.Float(RowLayout layout, float[] values) -> {
        for (int i = 0; i < layout.valueCount(); i++) {
          number(values[i]);
          text(Float.toString(values[i]));
        }
      }
      case Column.Bytes(RowLayout layout, int[] codes, var dictionary) -> {
        @Nullable String[] texts = new @Nullable String[dictionary.size()];
        for (int i = 0; i < layout.valueCount(); i++) {
          String known = texts[codes[i]];
          String text = known == null ? dictionary.text(codes[i]) : known;
          texts[codes[i]] = text;
          text(text);
        }
      }
    }
  }

  private void number(double value) {
    if (Double.isFinite(value)) {
      if (finiteCount == finite.length) {
        finite = Arrays.copyOf(finite, 2 * finiteCount);
      }
      finite[finiteCount++] = value;
    }
  }

  private void text(String text) {
    present++;
    if (first.size() < FIRST) {
      first.add(text);
    }
    long[] count = counts.get(text);
    if (count != null) {
      count[0]++;
    } else if (counts.size() < DISTINCT) {
      counts.put(text, new long[] {1});
    } else {
      isMany = true;
    }
    if (!isMany) {
      cells++;
    }
  }

  ColumnSummary summary(long rows) {
    return new ColumnSummary(
        name,
        type,
        rows,
        rows - present,
        new Distinct(counts.size(), cells, isMany),
        counts.size() > LISTED ? List.of() : listed(),
        finiteCount == 0 ? null : numbers(),
        first);
  }

  private List<ValueCount> listed() {
    return counts.entrySet().stream()
        .map(each -> new ValueCount(each.getKey(), each.getValue()[0]))
        .sorted(
            Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::text))
        .toList();
  }

  private Numbers numbers() {
    double[] sorted = Arrays.copyOf(finite, finiteCount);
    double mean = Arrays.stream(sorted).sum() / finiteCount;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    Arrays.sort(sorted);
    double median = (sorted[(finiteCount - 1) / 2] + sorted[finiteCount / 2]) / 2;
    return new Numbers(
        mean,
        median,
        Math.sqrt(squares / finiteCount),
        sorted[0],
        sorted[finiteCount - 1],
        present - finiteCount);
  }
}
