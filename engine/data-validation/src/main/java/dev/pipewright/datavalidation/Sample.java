package dev.pipewright.datavalidation;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleBlock;
import dev.pipewright.data.Fold;
import java.util.Iterator;
import java.util.stream.IntStream;

/// A share of the examples, the same ones each time: which they are depends on where they stand
/// alone.
///
/// @param blocks all examples, cut every `Fold.BLOCK_ROWS`
/// @param rate the share
record Sample(Iterator<? extends ExampleBlock> blocks, double rate) {

  /// The examples that are taken.
  Iterator<ExampleBlock> taken() {
    return new Iterator<>() {
      private long firstRow;

      @Override
      public boolean hasNext() {
        return blocks.hasNext();
      }

      @Override
      public ExampleBlock next() {
        ExampleBlock block = blocks.next();
        long first = firstRow;
        firstRow += Fold.BLOCK_ROWS;
        return rate >= 1 ? block : () -> some(block.decode(), first);
      }
    };
  }

  private ExampleBatch some(ExampleBatch batch, long first) {
    return batch.select(
        IntStream.range(0, batch.rowCount()).filter(row -> fraction(first + row) < rate).toArray());
  }

  // SplitMix64 of the row's number, as a number from 0 to 1.
  private static double fraction(long row) {
    long z = (row + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
  }
}
