package dev.pipewright.data.examplegen;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleEncoder;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.tfrecord.RecordBuffer;
import dev.pipewright.pipeline.DataException;
import java.util.Arrays;
import java.util.List;
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

  /// The first byte of a serialized `Feature` that has floats.
  private static final int FLOAT_LIST = 2 << 3 | 2;

  private final Shares shares;
  private final Set<String> untyped;
  // Megabytes each: blocks take them over from those before.
  private final Queue<List<Share>> idle = new ConcurrentLinkedQueue<>();

  /// @param shares the splits
  /// @param untyped features that every example has without a value of any type
  SplitRecords(Shares shares, Set<String> untyped) {
    this.shares = shares;
    this.untyped = Set.copyOf(untyped);
  }

  /// The batch's records, split by split.
  Divided of(ExampleBatch batch) {
    List<Share> taken = take();
    ExampleEncoder encoder = ExampleEncoder.of(batch, untyped);
    for (int from = 0; from < batch.rowCount(); from += CHUNK_ROWS) {
      int to = Math.min(batch.rowCount(), from + CHUNK_ROWS);
      ByteStrings rows = encoder.encode(from, to);
      int first = from;
      divide(
          from,
          rows,
          shares.partitionFeature().map(f -> encoder.encodeFeature(f, first, to)).orElse(rows),
          taken);
    }
    return new Divided(batch, members(taken));
  }

  /// The block's records, split by split.
  ///
  /// @throws DataException when a record has no feature to partition by
  List<Member> of(RecordBlock block) {
    List<Share> taken = take();
    ByteStrings rows = block.deterministic();
    divide(0, rows, shares.partitionFeature().map(f -> keys(block, f)).orElse(rows), taken);
    return members(taken);
  }

  /// TFX takes whole numbers and texts alone to partition by.
  private static ByteStrings keys(RecordBlock block, String feature) {
    ByteStrings keys = block.feature(feature);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.length(i) == 0 || keys.data()[keys.start(i)] == FLOAT_LIST) {
        throw new DataException(
            keys.length(i) == 0
                ? "The record has no value of " + feature + " to partition by."
                : "The record has numbers with fractions in " + feature + ".",
            block.where(i),
            "Choose a feature of whole numbers or texts, which all records have, as"
                + " partition_feature_name.");
      }
    }
    return keys;
  }

  private List<Share> take() {
    List<Share> taken = idle.poll();
    return taken == null
        ? Stream.generate(Share::new).limit(Math.max(1, shares.hashBuckets().size())).toList()
        : taken;
  }

  private List<Member> members(List<Share> taken) {
    List<Member> members = taken.stream().map(Share::take).toList();
    idle.add(taken);
    return members;
  }

  private void divide(int from, ByteStrings rows, ByteStrings keys, List<Share> taken) {
    HashSplit split = new HashSplit(shares.hashBuckets());
    for (int i = 0; i < rows.size(); i++) {
      int index = taken.size() == 1 ? 0 : split.splitOf(keys.data(), keys.start(i), keys.end(i));
      taken.get(index).add(from + i, rows.data(), rows.start(i), rows.end(i));
    }
  }
}
