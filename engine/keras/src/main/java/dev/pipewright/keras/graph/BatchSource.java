package dev.pipewright.keras.graph;

/// Batches that can be gone through again from any place: the batch of a number is always the same,
/// so that a training that is resumed sees the ones it would have seen.
@FunctionalInterface
public interface BatchSource {

  /// Goes through the batches from that one on.
  ///
  /// @param first the number of the first batch, from 0
  BatchStream open(long first);
}
