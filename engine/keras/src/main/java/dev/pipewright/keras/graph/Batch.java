package dev.pipewright.keras.graph;

import dev.pipewright.tensorflow.HostTensor;
import java.util.Map;
import java.util.Optional;

/// A batch of examples. Its tensors belong to who made it, and hold until the next one is asked
/// for.
///
/// @param inputs a tensor for each of the model's inputs, by name
/// @param label the labels, of the type the [FitSettings] name
/// @param weight a float32 weight an example, if the settings say so
/// @param size how many examples
public record Batch(
    Map<String, HostTensor> inputs, HostTensor label, Optional<HostTensor> weight, int size) {

  /// Copies the map.
  public Batch {
    inputs = Map.copyOf(inputs);
  }

  /// A batch without weights.
  public Batch(Map<String, HostTensor> inputs, HostTensor label, int size) {
    this(inputs, label, Optional.empty(), size);
  }
}
