package dev.pipewright.data.table;

import dev.pipewright.data.table.ExamplesTable.Feature;
import dev.pipewright.data.table.StoredColumn.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums up columns of a table: each call passes over the rows.
public final class Summaries {

  private static final int BARS = 24;
  private static final int TOP = 16;

  /// Longer values are not told apart.
  private static final int LONGEST = 256;

  private final ExamplesTable table;

  /// Summaries of this table.
  public Summaries(ExamplesTable table) {
    this.table = table;
  }

  private interface Visitor {
    /// A row of a block.
    void visit(TableBlock block, int row);
  }

  private void visit(Rows rows, Visitor visitor) throws InterruptedException {
    TableBlock block = null;
    int size = rows.size();
    for (int i = 0; i < size; i++) {
      if ((i & 0xfff) == 0 && Thread.interrupted()) {
        throw new InterruptedException();
      }
      int row = rows.row(i);
      if (block == null || row < block.firstRow() || row >= block.endRow()) {
        block = table.block(row);
      }
      visitor.visit(block, row - block.firstRow());
    }
  }

  /// Sums up a feature over these rows.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public ColumnSummary of(Feature feature, Rows rows) throws InterruptedException {
    if (feature.kind() == null) {
      return new ColumnSummary.Nothing(rows.size(), rows.size(), new long[0]);
    }
    return feature.isNumeric() ? numbers(feature.name(), rows) : texts(feature.name(), rows);
  }

  /// The same bars, over these rows of them.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public ColumnSummary within(ColumnSummary all, String feature, Rows rows)
      throws InterruptedException {
    return switch (all) {
      case ColumnSummary.Numbers numbers -> {
        Counting counting = new Counting(feature, numbers);
        visit(rows, counting);
        yield counting.result(rows.size());
      }
      case ColumnSummary.Texts texts -> {
        Matching matching = new Matching(feature, texts.values());
        visit(rows, matching);
        matching.merge();
        yield new ColumnSummary.Texts(
            rows.size(),
            matching.missing,
            texts.values(),
            matching.counts,
            matching.others,
            texts.distinct());
      }
      case ColumnSummary.Nothing _ ->
          new ColumnSummary.Nothing(rows.size(), rows.size(), new long[0]);
    };
  }

  private ColumnSummary numbers(String feature, Rows rows) throws InterruptedException {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0};
    visit(
        rows,
        (block, row) -> {
          StoredColumn column = block.column(feature);
          if (column != null && column.kind() != Kind.BYTES) {
            for (int i = column.start(row); i < column.end(row); i++) {
              double value = column.number(i);
              if (Double.isFinite(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
                range[2] += value;
                range[3]++;
              }
            }
          }
        });
    boolean hasAny = range[3] > 0;
    ColumnSummary.Numbers bars =
        new ColumnSummary.Numbers(
            rows.size(),
            0,
            hasAny ? range[0] : Double.NaN,
            hasAny ? range[1] : Double.NaN,
            range[2] / range[3],
            new long[!hasAny || range[0] == range[1] ? 1 : BARS]);
    Counting counting = new Counting(feature, bars);
    visit(rows, counting);
    return counting.result(rows.size());
  }

  private static final class Counting implements Visitor {
    private final String feature;
    private final ColumnSummary.Numbers bars;
    private final long[] counts;
    private int missing;

    Counting(String feature, ColumnSummary.Numbers bars) {
      this.feature = feature;
      this.bars = bars;
      counts = new long[bars.counts().length];
    }

    @Override
    public void visit(TableBlock block, int row) {
      StoredColumn column = block.column(feature);
      if (column == null || column.kind() == Kind.BYTES || column.count(row) == 0) {
        missing++;
        return;
      }
      for (int i = column.start(row); i < column.end(row); i++) {
        int bar = bars.bar(column.number(i));
        if (bar >= 0) {
          counts[bar]++;
        }
      }
    }

    ColumnSummary result(int rows) {
      return new ColumnSummary.Numbers(rows, missing, bars.low(), bars.high(), bars.mean(), counts);
    }
  }

  private ColumnSummary texts(String feature, Rows rows) throws InterruptedException {
    Distinct distinct = new Distinct(feature);
    visit(rows, distinct);
    distinct.merge();
    List<Map.Entry<String, long[]>> top = new ArrayList<>(distinct.all.entrySet());
    top.sort(
        Comparator.<Map.Entry<String, long[]>>comparingLong(e -> -e.getValue()[0])
            .thenComparing(Map.Entry::getKey));
    List<Map.Entry<String, long[]>> shown = top.subList(0, Math.min(TOP, top.size()));
    long[] counts = shown.stream().mapToLong(e -> e.getValue()[0]).toArray();
    long others = distinct.values;
    for (long count : counts) {
      others -= count;
    }
    return new ColumnSummary.Texts(
        rows.size(),
        distinct.missing,
        shown.stream().map(Map.Entry::getKey).toList(),
        counts,
        others,
        distinct.hasMore ? ColumnSummary.Texts.LIMIT + 1 : distinct.all.size());
  }

  /// Counts codes in a block, and texts once a block.
  private abstract static class ByCode implements Visitor {
    private final String feature;
    private TableBlock block = new TableBlock(0, 0, 0, Map.of());
    private @Nullable StoredColumn column;
    private long[] codes = {};
    int missing;
    long values;

    ByCode(String feature) {
      this.feature = feature;
    }

    @Override
    public void visit(TableBlock of, int row) {
      if (of != block) {
        merge();
        block = of;
        StoredColumn found = of.column(feature);
        column = found != null && found.kind() == Kind.BYTES ? found : null;
        codes = new long[column == null ? 0 : column.distinct()];
      }
      if (column == null || column.count(row) == 0) {
        missing++;
        return;
      }
      for (int i = column.start(row); i < column.end(row); i++) {
        codes[column.code(i)]++;
        values++;
      }
    }

    void merge() {
      for (int code = 0; column != null && code < codes.length; code++) {
        if (codes[code] > 0 && column.length(code) <= LONGEST) {
          add(new String(column.bytes(code), StandardCharsets.UTF_8), codes[code]);
        }
      }
      codes = new long[0];
    }

    abstract void add(String text, long count);
  }

  private static final class Distinct extends ByCode {
    final Map<String, long[]> all = new HashMap<>();
    boolean hasMore;

    Distinct(String feature) {
      super(feature);
    }

    @Override
    void add(String text, long count) {
      long[] known = all.get(text);
      if (known != null) {
        known[0] += count;
      } else if (all.size() < ColumnSummary.Texts.LIMIT) {
        all.put(text, new long[] {count});
      } else {
        hasMore = true;
      }
    }
  }

  private static final class Matching extends ByCode {
    private final Map<String, Integer> bars = new HashMap<>();
    final long[] counts;
    long others;

    Matching(String feature, List<String> texts) {
      super(feature);
      counts = new long[texts.size()];
      for (int i = 0; i < counts.length; i++) {
        bars.put(texts.get(i), i);
      }
    }

    @Override
    void add(String text, long count) {
      Integer bar = bars.get(text);
      if (bar == null) {
        others += count;
      } else {
        counts[bar] += count;
      }
    }
  }

  /// The share of a feature's rows with a value whose first number is less than this.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public double shareBelow(String feature, double value, Rows rows) throws InterruptedException {
    long[] counts = new long[2];
    visit(
        rows,
        (block, row) -> {
          StoredColumn column = block.column(feature);
          if (column != null && column.kind() != Kind.BYTES && column.count(row) > 0) {
            counts[column.number(column.start(row)) < value ? 0 : 1]++;
          }
        });
    return (double) counts[0] / Math.max(1, counts[0] + counts[1]);
  }
}
