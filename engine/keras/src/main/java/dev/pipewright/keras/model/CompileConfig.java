package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What Keras's `compile` takes.
///
/// @param optimizer how weights change
/// @param loss what is made small
/// @param metrics what is measured besides; names are distinct, and none is `loss`
public record CompileConfig(Optimizer optimizer, Loss loss, List<Metric> metrics) {

  /// Copies the list and checks the names.
  public CompileConfig {
    metrics = List.copyOf(metrics);
    Set<String> names = new HashSet<>(Set.of("loss"));
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw new ParameterException(
            "Two metrics have the name " + metric.name() + ".",
            Location.subject("metric " + metric.name()),
            "Give one of them another name.");
      }
    }
  }
}
