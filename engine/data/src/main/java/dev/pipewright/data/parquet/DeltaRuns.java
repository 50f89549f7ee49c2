package dev.pipewright.data.parquet;

import dev.pipewright.data.binary.ByteCursor;
import dev.pipewright.data.binary.DamagedException;

/// Whole numbers by their differences, Parquet's DELTA_BINARY_PACKED.
final class DeltaRuns {

  private static final int MAX_BLOCK = 1 << 16;

  private final ByteCursor in;
  private final int blockRuns;
  private final int runLength;
  private long left;
  private long value;
  private boolean isFirst = true;
  private long minimum;
  private int[] widths = {};
  private int run;
  private int leftInRun;
  private int bitsUsed;
  private int octet;

  DeltaRuns(ByteCursor in) throws DamagedException {
    this.in = in;
    long block = in.varint();
    long runs = in.varint();
    left = in.varint();
    value = in.zigzag();
    if (runs < 1 || block < runs || block > MAX_BLOCK || block % runs != 0 || left < 0) {
      throw new DamagedException("the differences in a page are damaged");
    }
    blockRuns = (int) runs;
    runLength = (int) (block / runs);
    run = blockRuns;
  }

  /// How many numbers there still are.
  long left() {
    return left;
  }

  long next() throws DamagedException {
    if (left == 0) {
      throw new DamagedException("a page has too few numbers");
    }
    left--;
    if (isFirst) {
      isFirst = false;
      return value;
    }
    if (leftInRun == 0) {
      startRun();
    }
    leftInRun--;
    value += minimum + bits(widths[run]);
    if (left == 0) {
      // The last run is filled up.
      in.skip((long) leftInRun * widths[run] / 8);
    }
    return value;
  }

  private void startRun() throws DamagedException {
    run++;
    if (run >= blockRuns) {
      minimum = in.zigzag();
      int start = in.skip(blockRuns);
      widths = new int[blockRuns];
      for (int i = 0; i < blockRuns; i++) {
        widths[i] = in.data()[start + i] & 0xff;
        // Those of runs that are not needed may be anything.
        if (widths[i] > Long.SIZE && (long) i * runLength <= left) {
          throw new DamagedException("the differences in a page are damaged");
        }
      }
      run = 0;
    }
    leftInRun = runLength;
    bitsUsed = 8;
  }

  private long bits(int width) throws DamagedException {
    long number = 0;
    for (int have = 0; have < width; ) {
      if (bitsUsed == 8) {
        octet = in.octet();
        bitsUsed = 0;
      }
      int count = Math.min(8 - bitsUsed, width - have);
      number |= (long) (octet >> bitsUsed & (1 << count) - 1) << have;
      bitsUsed += count;
      have += count;
    }
    return number;
  }
}
