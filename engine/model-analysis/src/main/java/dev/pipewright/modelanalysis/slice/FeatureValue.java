package dev.pipewright.modelanalysis.slice;

import dev.pipewright.protos.tfma.SingleSliceKey;

/// A value of a feature that names a slice. Ordered: numbers before texts, each by value.
public sealed interface FeatureValue extends Comparable<FeatureValue> {

  /// A whole number.
  record Int(long value) implements FeatureValue {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// A number that is not whole, or of a float feature.
  record Real(double value) implements FeatureValue {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /// A text.
  record Text(String value) implements FeatureValue {
    @Override
    public String toString() {
      return value;
    }
  }

  /// The value that a slicing spec's text stands for: a number where it reads as one (TFMA's
  /// `slicer_lib._to_type`).
  static FeatureValue parse(String text) {
    try {
      return text.contains(".")
          ? new Real(Double.parseDouble(text))
          : new Int(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return new Text(text);
    }
  }

  /// Whether a slicing spec's value picks this value of the data: equal numbers, or equal texts.
  default boolean isPickedBy(FeatureValue wanted) {
    return switch (this) {
      case Int(long v) -> wanted.number() == v;
      case Real(double v) -> wanted.number() == v;
      case Text(String v) -> wanted.toString().equals(v);
    };
  }

  private double number() {
    return switch (this) {
      case Int(long v) -> v;
      case Real(double v) -> v;
      case Text t -> Double.NaN;
    };
  }

  @Override
  default int compareTo(FeatureValue other) {
    if (this instanceof Text(String a) && other instanceof Text(String b)) {
      return a.compareTo(b);
    }
    if (this instanceof Int(long a) && other instanceof Int(long b)) {
      return Long.compare(a, b);
    }
    boolean isText = this instanceof Text;
    return isText == other instanceof Text
        ? Double.compare(number(), other.number())
        : isText ? 1 : -1;
  }

  /// TFMA's proto of this value of a feature.
  default SingleSliceKey toProto(String feature) {
    var key = SingleSliceKey.newBuilder().setColumn(feature);
    switch (this) {
      case Int(long v) -> key.setInt64Value(v);
      case Real(double v) -> key.setFloatValue((float) v);
      case Text(String v) -> key.setBytesValue(com.google.protobuf.ByteString.copyFromUtf8(v));
    }
    return key.build();
  }

  /// The value of such a proto.
  static FeatureValue of(SingleSliceKey key) {
    return switch (key.getKindCase()) {
      case INT64_VALUE -> new Int(key.getInt64Value());
      case FLOAT_VALUE -> new Real(key.getFloatValue());
      case BYTES_VALUE, KIND_NOT_SET -> new Text(key.getBytesValue().toStringUtf8());
    };
  }
}
