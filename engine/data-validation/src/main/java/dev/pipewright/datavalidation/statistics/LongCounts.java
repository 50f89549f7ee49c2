package dev.pipewright.datavalidation.statistics;

/// How often each of many longs occurs: an open hash table.
final class LongCounts {

  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST];
  private long[] counts = new long[SMALLEST];
  private int size;

  /// Adds `count` (at least 1) occurrences of `key`.
  void add(long key, long count) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      counts[slot] = count;
      if (++size * 2 > keys.length) {
        grow();
      }
    } else {
      counts[slot] += count;
    }
  }

  /// How often `key` occurred.
  long count(long key) {
    return counts[slot(key)];
  }

  /// How many different keys there are.
  int size() {
    return size;
  }

  /// All keys, in no order.
  long[] keys() {
    long[] all = new long[size];
    int n = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        all[n++] = keys[slot];
      }
    }
    return all;
  }

  /// Adds all of `other`.
  void addAll(LongCounts other) {
    for (int slot = 0; slot < other.keys.length; slot++) {
      if (other.counts[slot] != 0) {
        add(other.keys[slot], other.counts[slot]);
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
