package dev.pipewright.data.examplegen;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExampleEncoder;
import dev.pipewright.data.tfrecord.RecordBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Serializes a batch and divides its examples among the output's splits: the work on one block,
/// which any thread can do.
///
/// @param hashBuckets the buckets of each split; empty when there is one split and nothing to
///   divide
/// @param partitionFeature the feature whose value decides instead of the whole example
/// @param untyped features that every example has without a value of any type
record SplitRecords(
    List<Integer> hashBuckets, Optional<String> partitionFeature, Set<String> untyped) {

  /// A block's records of one split.
  ///
  /// @param member the records as a gzip member
  /// @param count how many they are
  record Member(byte[] member, int count) {}

  private static final int CHUNK_ROWS = 1 << 10;

  /// The block's records, split by split.
  List<Member> of(ExampleBatch batch) {
    List<RecordBuffer> buffers = new ArrayList<>();
    do {
      buffers.add(new RecordBuffer());
    } while (buffers.size() < hashBuckets.size());
    ExampleEncoder encoder = ExampleEncoder.of(batch, untyped);
    for (int from = 0; from < batch.rowCount(); from += CHUNK_ROWS) {
      divide(encoder, from, Math.min(batch.rowCount(), from + CHUNK_ROWS), buffers);
    }
    return buffers.stream().map(b -> new Member(compress(b), b.recordCount())).toList();
  }

  private void divide(ExampleEncoder encoder, int from, int to, List<RecordBuffer> buffers) {
    ByteStrings rows = encoder.encode(from, to);
    ByteStrings keys = partitionFeature.map(f -> encoder.encodeFeature(f, from, to)).orElse(rows);
    HashSplit split = new HashSplit(hashBuckets);
    for (int i = 0; i < rows.size(); i++) {
      int index = buffers.size() == 1 ? 0 : split.splitOf(keys.data(), keys.start(i), keys.end(i));
      buffers.get(index).add(rows.data(), rows.start(i), rows.end(i));
    }
  }

  private static byte[] compress(RecordBuffer records) {
    return records.recordCount() == 0 ? new byte[0] : records.toGzipMember();
  }
}
