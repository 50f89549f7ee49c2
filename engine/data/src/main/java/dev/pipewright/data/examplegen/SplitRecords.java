package dev.pipewright.data.examplegen;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleEncoder;
import dev.pipewright.data.tfrecord.RecordBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Serializes a batch and divides its examples among the output's splits: the work on one block,
/// which any thread can do.
final class SplitRecords {

  /// A block's records of one split.
  ///
  /// @param member the records as a gzip member
  /// @param rows which rows of the batch they are
  record Member(byte[] member, int[] rows) {}

  /// A block's records of all splits.
  record Divided(ExampleBatch batch, List<Member> members) {}

  /// The records of a split while a block is divided.
  private static final class Share {
    final RecordBuffer records = new RecordBuffer();
    int[] rows = new int[CHUNK_ROWS];

    void add(int row, byte[] data, int start, int end) {
      if (records.recordCount() == rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
      }
      rows[records.recordCount()] = row;
      records.add(data, start, end);
    }

    /// The member of these records, which are forgotten.
    Member take() {
      int count = records.recordCount();
      byte[] member = count == 0 ? new byte[0] : records.toGzipMember();
      records.clear();
      return new Member(member, Arrays.copyOf(rows, count));
    }
  }

  private static final int CHUNK_ROWS = 1 << 10;

  private final List<Integer> hashBuckets;
  private final Optional<String> partitionFeature;
  private final Set<String> untyped;
  // Megabytes each: blocks take them over from those before.
  private final Queue<List<Share>> idle = new ConcurrentLinkedQueue<>();

  /// @param hashBuckets the buckets of each split; empty when there is one split and nothing to
  ///   divide
  /// @param partitionFeature the feature whose value decides instead of the whole example
  /// @param untyped features that every example has without a value of any type
  SplitRecords(List<Integer> hashBuckets, Optional<String> partitionFeature, Set<String> untyped) {
    this.hashBuckets = List.copyOf(hashBuckets);
    this.partitionFeature = partitionFeature;
    this.untyped = Set.copyOf(untyped);
  }

  /// The block's records, split by split.
  Divided of(ExampleBatch batch) {
    List<Share> taken = idle.poll();
    List<Share> shares = taken == null ? newShares() : taken;
    ExampleEncoder encoder = ExampleEncoder.of(batch, untyped);
    for (int from = 0; from < batch.rowCount(); from += CHUNK_ROWS) {
      divide(encoder, from, Math.min(batch.rowCount(), from + CHUNK_ROWS), shares);
    }
    Divided divided = new Divided(batch, shares.stream().map(Share::take).toList());
    idle.add(shares);
    return divided;
  }

  private List<Share> newShares() {
    return Stream.generate(Share::new).limit(Math.max(1, hashBuckets.size())).toList();
  }

  private void divide(ExampleEncoder encoder, int from, int to, List<Share> shares) {
    ByteStrings rows = encoder.encode(from, to);
    ByteStrings keys = partitionFeature.map(f -> encoder.encodeFeature(f, from, to)).orElse(rows);
    HashSplit split = new HashSplit(hashBuckets);
    for (int i = 0; i < rows.size(); i++) {
      int index = shares.size() == 1 ? 0 : split.splitOf(keys.data(), keys.start(i), keys.end(i));
      shares.get(index).add(from + i, rows.data(), rows.start(i), rows.end(i));
    }
  }
}
