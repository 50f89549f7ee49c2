package dev.pipewright.training;

/// A random order of rows that takes no memory and can be entered anywhere: the order of the rows
/// is a permutation that a Feistel network computes, a new one a pass. Numbers beyond the row count
/// are walked through until they come to lie within it (Black, Rogaway: Ciphers with Arbitrary
/// Finite Domains, 2002).
final class RowShuffle {

  private static final int ROUNDS = 6;

  private final long rowCount;
  private final long seed;
  private final int halfBits;
  private final long halfMask;

  RowShuffle(long rowCount, long seed) {
    if (rowCount <= 0) {
      throw new IllegalArgumentException(rowCount + " rows");
    }
    this.rowCount = rowCount;
    this.seed = seed;
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(rowCount - 1));
    this.halfBits = (bits + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
  }

  /// The row at a place of the endless order: the rows of the first pass, then of the second…
  long rowAt(long place) {
    long pass = place / rowCount;
    long key = mix(seed + mix(pass));
    long row = place % rowCount;
    do {
      row = permute(row, key);
    } while (row >= rowCount);
    return row;
  }

  private long permute(long value, long key) {
    long left = value >>> halfBits;
    long right = value & halfMask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (mix(right ^ (key + round * 0x9e3779b97f4a7c15L)) & halfMask);
      left = right;
      right = next;
    }
    return (left << halfBits) | right;
  }

  /// SplitMix64's finalizer (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
