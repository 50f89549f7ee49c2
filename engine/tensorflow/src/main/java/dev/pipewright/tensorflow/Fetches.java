package dev.pipewright.tensorflow;

import java.util.List;

/// What one run returned, in the order of the step's fetches. Closing it closes its tensors.
///
/// @param tensors the fetched tensors
public record Fetches(List<HostTensor> tensors) implements AutoCloseable {

  /// Copies the list.
  public Fetches {
    tensors = List.copyOf(tensors);
  }

  /// The tensor of that fetch.
  public HostTensor get(int index) {
    return tensors.get(index);
  }

  /// Frees every tensor.
  @Override
  public void close() {
    tensors.forEach(HostTensor::close);
  }
}
