package dev.pipewright.metadata;

/// The type of a declared property, as `ml_metadata.PropertyType`. The order is that of its
/// numbers, which are what the store holds.
public enum PropertyType {
  /// Nobody said.
  UNKNOWN,
  /// A 64-bit integer.
  INT,
  /// A 64-bit float.
  DOUBLE,
  /// A string.
  STRING,
  /// A `google.protobuf.Struct`.
  STRUCT,
  /// A `google.protobuf.Any`.
  PROTO,
  /// A truth value.
  BOOLEAN
}
