package dev.pipewright.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.proto.TensorShapeProto;

/// The lengths of a tensor's axes; an unknown length is -1, an unknown rank is -1 with no
/// dimensions.
///
/// @param rank the number of axes, or -1 when it is unknown
/// @param dims the length of each axis, or -1
public record TensorShape(int rank, List<Long> dims) {

  private static final TensorShape UNKNOWN = new TensorShape(-1, List.of());

  /// Checks that rank and dimensions agree.
  public TensorShape {
    dims = List.copyOf(dims);
    if (rank < -1 || dims.size() != Math.max(rank, 0)) {
      throw new IllegalArgumentException("rank " + rank + " with dimensions " + dims);
    }
    if (dims.stream().anyMatch(dim -> dim < -1)) {
      throw new IllegalArgumentException("negative dimension in " + dims);
    }
  }

  /// A shape of known rank; -1 is an unknown length.
  public static TensorShape of(long... dims) {
    List<Long> list = new ArrayList<>(dims.length);
    for (long dim : dims) {
      list.add(dim);
    }
    return new TensorShape(dims.length, list);
  }

  /// The shape of one value.
  public static TensorShape scalar() {
    return of();
  }

  /// A shape about which nothing is known.
  public static TensorShape unknown() {
    return UNKNOWN;
  }

  /// The shape a proto describes.
  public static TensorShape of(TensorShapeProto proto) {
    if (proto.getUnknownRank()) {
      return UNKNOWN;
    }
    return of(proto.getDimList().stream().mapToLong(TensorShapeProto.Dim::getSize).toArray());
  }

  /// The shape as protos spell it.
  public TensorShapeProto proto() {
    TensorShapeProto.Builder proto = TensorShapeProto.newBuilder();
    if (rank < 0) {
      return proto.setUnknownRank(true).build();
    }
    dims.forEach(dim -> proto.addDim(TensorShapeProto.Dim.newBuilder().setSize(dim)));
    return proto.build();
  }

  /// The length of an axis, or -1; a negative axis counts from the last.
  public long dim(int axis) {
    return dims.get(axis < 0 ? rank + axis : axis);
  }

  /// Whether every length is known.
  public boolean isFullyKnown() {
    return rank >= 0 && !dims.contains(-1L);
  }

  /// The number of elements.
  ///
  /// @throws IllegalStateException unless it is fully known
  public long elementCount() {
    if (!isFullyKnown()) {
      throw new IllegalStateException("shape " + this + " is not fully known");
    }
    return dims.stream().reduce(1L, Math::multiplyExact);
  }

  /// The lengths as an array.
  public long[] toArray() {
    return dims.stream().mapToLong(Long::longValue).toArray();
  }

  /// `[?, 3]`, or `<unknown>`.
  @Override
  public String toString() {
    if (rank < 0) {
      return "<unknown>";
    }
    return dims.stream()
        .map(dim -> dim < 0 ? "?" : dim.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
