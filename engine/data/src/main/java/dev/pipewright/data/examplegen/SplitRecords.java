package dev.pipewright.data.examplegen;

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

  /// The block's records, split by split.
  List<Member> of(ExampleBatch batch) {
    List<RecordBuffer> buffers = new ArrayList<>();
    do {
      buffers.add(new RecordBuffer());
    } while (buffers.size() < hashBuckets.size());
    ExampleEncoder encoder = ExampleEncoder.of(batch, untyped);
    if (hashBuckets.size() > 1) {
      divide(batch.rowCount(), encoder, buffers);
    } else {
      for (int row = 0; row < batch.rowCount(); row++) {
        encoder.encode(row);
        buffers.getFirst().add(encoder.buffer(), encoder.start(), encoder.end());
      }
    }
    return buffers.stream().map(b -> new Member(compress(b), b.recordCount())).toList();
  }

  private void divide(int rowCount, ExampleEncoder encoder, List<RecordBuffer> buffers) {
    HashSplit split = new HashSplit(hashBuckets);
    for (int row = 0; row < rowCount; row++) {
      int index;
      if (partitionFeature.isPresent()) {
        encoder.encodeFeature(partitionFeature.get(), row);
        index = split.splitOf(encoder.buffer(), encoder.start(), encoder.end());
        encoder.encode(row);
      } else {
        encoder.encode(row);
        index = split.splitOf(encoder.buffer(), encoder.start(), encoder.end());
      }
      buffers.get(index).add(encoder.buffer(), encoder.start(), encoder.end());
    }
  }

  private static byte[] compress(RecordBuffer records) {
    return records.recordCount() == 0 ? new byte[0] : records.toGzipMember();
  }
}
