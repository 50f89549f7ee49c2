package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How often each of many byte strings occurs: an open hash table from string to count. All strings
/// are kept, so memory grows with the number of different ones. They may have weights besides.
final class BytesCounts {

  private static final int SMALLEST = 64;

  private byte[][] strings = new byte[SMALLEST / 2][];
  private int[] hashes = new int[SMALLEST / 2];
  private long[] counts = new long[SMALLEST / 2];
  private double @Nullable [] weights;
  private int[] table = new int[SMALLEST];
  private int size;

  /// Adds `count` occurrences of string `index` of `dictionary` that weigh so much together. All
  /// additions give a weight, or none does.
  void add(ByteStrings dictionary, int index, long count, double weight) {
    if (weights == null) {
      weights = new double[counts.length];
    }
    weights[add(dictionary, index, count)] += weight;
  }

  /// Adds `count` occurrences of string `index` of `dictionary`; returns its index here.
  int add(ByteStrings dictionary, int index, long count) {
    byte[] data = dictionary.data();
    int start = dictionary.start(index);
    int end = dictionary.end(index);
    int hash = hash(data, start, end);
    int slot = slot(data, start, end, hash);
    if (table[slot] == 0) {
      return insert(slot, Arrays.copyOfRange(data, start, end), hash, count);
    }
    counts[table[slot] - 1] += count;
    return table[slot] - 1;
  }

  /// Adds all of `other`.
  void addAll(BytesCounts other) {
    if (weights == null && other.weights != null) {
      weights = new double[counts.length];
    }
    for (int i = 0; i < other.size; i++) {
      byte[] string = other.strings[i];
      int slot = slot(string, 0, string.length, other.hashes[i]);
      int index = table[slot] - 1;
      if (index >= 0) {
        counts[index] += other.counts[i];
      } else {
        index = insert(slot, string, other.hashes[i], other.counts[i]);
      }
      if (weights != null && other.weights != null) {
        weights[index] += other.weights[i];
      }
    }
  }

  /// How many different strings there are.
  int size() {
    return size;
  }

  /// String `index`, in the order of first occurrence; not to be changed.
  byte[] string(int index) {
    return strings[index];
  }

  /// How often string `index` occurred.
  long count(int index) {
    return counts[index];
  }

  /// Whether the occurrences were given with weights.
  boolean isWeighted() {
    return weights != null;
  }

  /// What the occurrences of string `index` weigh; 0 without weights.
  double weight(int index) {
    return weights == null ? 0 : weights[index];
  }

  private int insert(int slot, byte[] string, int hash, long count) {
    if (size == strings.length) {
      grow();
      slot = slot(string, 0, string.length, hash);
    }
    strings[size] = string;
    hashes[size] = hash;
    counts[size] = count;
    table[slot] = ++size;
    return size - 1;
  }

  private int slot(byte[] data, int start, int end, int hash) {
    int mask = table.length - 1;
    int slot = (hash ^ hash >>> 16) & mask;
    while (table[slot] != 0 && !holds(table[slot] - 1, data, start, end, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean holds(int index, byte[] data, int start, int end, int hash) {
    byte[] string = strings[index];
    return hashes[index] == hash && Arrays.equals(string, 0, string.length, data, start, end);
  }

  private void grow() {
    strings = Arrays.copyOf(strings, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size);
    counts = Arrays.copyOf(counts, 2 * size);
    weights = weights == null ? null : Arrays.copyOf(weights, 2 * size);
    table = new int[4 * size];
    for (int i = 0; i < size; i++) {
      byte[] string = strings[i];
      table[slot(string, 0, string.length, hashes[i])] = i + 1;
    }
  }

  private static int hash(byte[] data, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + data[i];
    }
    return hash * 0x9E3779B9;
  }
}
