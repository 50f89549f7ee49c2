package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.BytesStatistics;

/// How long byte strings are.
final class ByteLengths {

  private long count;
  private long total;
  private long least = Long.MAX_VALUE;
  private long most;

  void add(int length) {
    count++;
    total += length;
    least = Math.min(least, length);
    most = Math.max(most, length);
  }

  void addAll(ByteLengths other) {
    count += other.count;
    total += other.total;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  BytesStatistics.Builder result() {
    BytesStatistics.Builder result = BytesStatistics.newBuilder();
    if (count > 0) {
      result
          .setAvgNumBytes((float) ((double) total / count))
          .setMinNumBytes(least)
          .setMaxNumBytes(most)
          .setMaxNumBytesInt(most);
    }
    return result;
  }
}
