package dev.pipewright.data;

import java.util.Arrays;

/// What the records of an Examples artifact are, by the names of TFX's `PayloadFormat` in
/// `example_gen.proto`: the artifact's property `payload_format`.
public enum PayloadFormat {
  /// Serialized tf.Examples.
  FORMAT_TF_EXAMPLE,
  /// Serialized tf.SequenceExamples.
  FORMAT_TF_SEQUENCE_EXAMPLE,
  /// Serialized messages of some other type.
  FORMAT_PROTO;

  /// Whether there is a format of this name.
  static boolean isKnown(String name) {
    return Arrays.stream(values()).anyMatch(f -> f.name().equals(name));
  }
}
