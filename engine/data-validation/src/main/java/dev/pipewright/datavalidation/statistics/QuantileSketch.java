package dev.pipewright.datavalidation.statistics;

import java.util.ArrayList;
import java.util.List;

/// Quantiles of any number of values in bounded memory. Summaries of equal numbers of blocks are
/// merged in pairs, as the bits of a counter carry, and a merged one that has more than `LIMIT`
/// different values is compressed. So the result is exact up to `LIMIT` different values; beyond
/// that a rank is wrong by at most `log2(blocks) / LIMIT` of the count (0.04 % at a million rows),
/// where TFDV allows itself 1 %.
public final class QuantileSketch {

  /// How many different values a summary keeps.
  static final int LIMIT = 1 << 14;

  // Level i is of 2^i additions, or empty. Exact data stays at level 0, however much it is.
  private final List<QuantileSummary> levels = new ArrayList<>();

  /// Adds a summary.
  public void add(QuantileSummary summary) {
    push(0, summary);
  }

  /// Adds all that another sketch has seen.
  public void addAll(QuantileSketch other) {
    for (int level = 0; level < other.levels.size(); level++) {
      push(level, other.levels.get(level));
    }
  }

  /// All together.
  public QuantileSummary summary() {
    QuantileSummary all = QuantileSummary.EMPTY;
    for (QuantileSummary level : levels) {
      all = all.merge(level);
    }
    return all;
  }

  private void push(int level, QuantileSummary summary) {
    QuantileSummary carried = summary;
    for (int i = level; carried.size() > 0; i++) {
      while (levels.size() <= i) {
        levels.add(QuantileSummary.EMPTY);
      }
      boolean wasEmpty = levels.get(i).size() == 0;
      QuantileSummary merged = levels.get(i).merge(carried);
      if (wasEmpty || merged.size() <= LIMIT) {
        levels.set(i, merged);
        return;
      }
      levels.set(i, QuantileSummary.EMPTY);
      carried = merged.compressed(LIMIT);
    }
  }
}
