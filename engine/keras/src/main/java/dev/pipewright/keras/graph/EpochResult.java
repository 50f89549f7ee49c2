package dev.pipewright.keras.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What came of an epoch.
///
/// @param epoch its number, from 1
/// @param step how many steps have been done in all
/// @param values `loss` and the metrics, then the same of the evaluation as `val_…`, by name
public record EpochResult(int epoch, long step, SequencedMap<String, Double> values) {
  /// Copies the map.
  public EpochResult {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}
