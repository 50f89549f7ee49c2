package dev.pipewright.keras.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A tensor's shape as Keras shows it, the batch axis first; -1 is any length (`None`).
///
/// @param dims the length of each axis, or -1
public record Shape(List<Integer> dims) {

  /// Copies and checks the lengths.
  public Shape {
    dims = List.copyOf(dims);
    if (dims.stream().anyMatch(dim -> dim < -1)) {
      throw new IllegalArgumentException("negative length in " + dims);
    }
  }

  /// A shape of these lengths.
  public static Shape of(int... dims) {
    List<Integer> list = new ArrayList<>();
    for (int dim : dims) {
      list.add(dim);
    }
    return new Shape(list);
  }

  /// The number of axes, the batch's included.
  public int rank() {
    return dims.size();
  }

  /// The length of the last axis, or -1; -1 too for a shape without axes.
  public int last() {
    return dims.isEmpty() ? -1 : dims.getLast();
  }

  /// The same with another last axis.
  public Shape withLast(int length) {
    List<Integer> changed = new ArrayList<>(dims);
    changed.set(changed.size() - 1, length);
    return new Shape(changed);
  }

  /// The same with one more axis at the end.
  public Shape append(int length) {
    List<Integer> longer = new ArrayList<>(dims);
    longer.add(length);
    return new Shape(longer);
  }

  /// How many values one example has, or -1 if an axis other than the batch's is of any length.
  public long perExample() {
    long product = 1;
    for (int dim : dims.subList(Math.min(1, dims.size()), dims.size())) {
      if (dim < 0) {
        return -1;
      }
      product *= dim;
    }
    return product;
  }

  /// How many values there are in all; every length must be known.
  public long size() {
    return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /// `(None, 3)`, as Keras prints it.
  @Override
  public String toString() {
    return dims.stream()
        .map(dim -> dim < 0 ? "None" : dim.toString())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
