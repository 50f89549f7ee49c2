package dev.pipewright.keras.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The values of a model's weights, row-major, by name.
///
/// @param values the values by the names of [WeightSpec]
public record ModelWeights(SequencedMap<String, float[]> values) {

  /// Copies the map, not the arrays.
  public ModelWeights {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// First values for every weight of the model; the same for the same model and seed on any
  /// machine.
  public static ModelWeights initial(FunctionalModel model, long seed) {
    SequencedMap<String, float[]> values = new LinkedHashMap<>();
    for (WeightSpec weight : model.weights()) {
      values.put(weight.name(), InitialValues.of(weight, seed));
    }
    return new ModelWeights(values);
  }

  /// The values of one weight.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public float[] get(String name) {
    float[] weight = ((Map<String, float[]>) values).get(name);
    if (weight == null) {
      throw new IllegalArgumentException("no weight " + name + " among " + values.keySet());
    }
    return weight;
  }
}
