package dev.pipewright.keras.graph;

import java.util.Optional;

/// Batches one after the other, by one thread.
public interface BatchStream extends AutoCloseable {

  /// The next batch, or empty at the end. What was returned before is no longer used.
  Optional<Batch> next();

  /// Frees what it holds.
  @Override
  void close();
}
