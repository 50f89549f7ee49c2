package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;

/// Small numbers in runs of one value and of packed bits, Parquet's RLE encoding: levels and places
/// in dictionaries.
final class HybridRuns {

  private final ByteCursor in;
  private final int width;
  private long left;
  private boolean isPacked;
  private int value;
  private long bits;
  private int bitCount;

  /// @param width how many bits a number has
  HybridRuns(ByteCursor in, int width) throws DamagedException {
    if (width < 0 || width > 32) {
      throw new DamagedException("numbers in a page have an impossible width");
    }
    this.in = in;
    this.width = width;
  }

  int next() throws DamagedException {
    while (left == 0) {
      start();
    }
    left--;
    if (!isPacked) {
      return value;
    }
    while (bitCount < width) {
      bits |= (long) in.octet() << bitCount;
      bitCount += 8;
    }
    int number = (int) (bits & (1L << width) - 1);
    bits >>>= width;
    bitCount -= width;
    return number;
  }

  private void start() throws DamagedException {
    long header = in.varint() & 0xffffffffL;
    isPacked = (header & 1) != 0;
    left = isPacked ? (header >>> 1) * 8 : header >>> 1;
    bits = 0;
    bitCount = 0;
    value = 0;
    for (int i = 0; !isPacked && i < width; i += 8) {
      value |= in.octet() << i;
    }
  }
}
