package dev.pipewright.data;

/// Some rows of examples that have yet to be turned into columns, which any thread can do.
public interface ExampleBlock {

  /// The columns of all features; see `RecordBlock`.
  ExampleBatch decode();
}
