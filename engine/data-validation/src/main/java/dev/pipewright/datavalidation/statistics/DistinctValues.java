package dev.pipewright.datavalidation.statistics;

import java.util.Arrays;

/// The different numbers of a column, ascending, with how often each occurs.
///
/// Numbers of 32 bits (floats, and integers that are less than 2^32 apart) are counted in a hash
/// table whose entries hold key and count in one long, so that sorting the entries sorts the
/// numbers: where numbers repeat, that is many times faster than sorting them all.
///
/// @param values ascending; -0.0 counts as 0.0
/// @param counts how often each occurs
record DistinctValues(double[] values, long[] counts) {

  private static final int SMALLEST = 1 << 10;
  private static final long COUNT = 0xffff_ffffL;

  /// Of the first `n` integers.
  static DistinctValues of(long[] integers, int n) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, integers[i]);
      max = Math.max(max, integers[i]);
    }
    if (n == 0 || max - min < 0 || max - min > COUNT) {
      return sorted(Arrays.stream(integers, 0, n).asDoubleStream().toArray());
    }
    Table table = new Table();
    long base = min - Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      table.add((int) (integers[i] - base));
    }
    long[] entries = table.sorted();
    double[] values = new double[entries.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (entries[i] >> 32) + base;
    }
    return new DistinctValues(values, counts(entries)).withoutRepeats();
  }

  /// Of the first `n` floats, without NaN.
  static DistinctValues of(float[] floats, int n) {
    Table table = new Table();
    for (int i = 0; i < n; i++) {
      if (floats[i] == floats[i]) {
        table.add(ordered(Float.floatToRawIntBits(floats[i] + 0f)));
      }
    }
    long[] entries = table.sorted();
    double[] values = new double[entries.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(ordered((int) (entries[i] >> 32)));
    }
    return new DistinctValues(values, counts(entries));
  }

  int size() {
    return values.length;
  }

  // Makes the order of ints that of the floats whose bits they are, and back.
  private static int ordered(int bits) {
    return bits ^ (bits >> 31 & 0x7fff_ffff);
  }

  private static long[] counts(long[] entries) {
    long[] counts = new long[entries.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = entries[i] & COUNT;
    }
    return counts;
  }

  private static DistinctValues sorted(double[] values) {
    Arrays.sort(values);
    long[] once = new long[values.length];
    Arrays.fill(once, 1);
    return new DistinctValues(values, once).withoutRepeats();
  }

  // Different integers beyond 2^53 may be equal as doubles.
  private DistinctValues withoutRepeats() {
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (n > 0 && values[n - 1] == values[i]) {
        counts[n - 1] += counts[i];
      } else {
        values[n] = values[i];
        counts[n++] = counts[i];
      }
    }
    return n == values.length
        ? this
        : new DistinctValues(Arrays.copyOf(values, n), Arrays.copyOf(counts, n));
  }

  // An open hash table of ints; an entry is key << 32 | count, and 0 is free.
  private static final class Table {
    private long[] entries = new long[SMALLEST];
    private int size;

    void add(int key) {
      int slot = slot(key);
      if (entries[slot]++ == 0) {
        entries[slot] |= (long) key << 32;
        if (++size * 2 > entries.length) {
          grow();
        }
      }
    }

    long[] sorted() {
      long[] used = new long[size];
      int n = 0;
      for (long entry : entries) {
        if (entry != 0) {
          used[n++] = entry;
        }
      }
      Arrays.sort(used);
      return used;
    }

    private int slot(int key) {
      int mask = entries.length - 1;
      int hash = key * 0x9E3779B9;
      int slot = (hash ^ hash >>> 15) & mask;
      while (entries[slot] != 0 && (int) (entries[slot] >> 32) != key) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private void grow() {
      long[] old = entries;
      entries = new long[4 * old.length];
      for (long entry : old) {
        if (entry != 0) {
          entries[slot((int) (entry >> 32))] = entry;
        }
      }
    }
  }
}
