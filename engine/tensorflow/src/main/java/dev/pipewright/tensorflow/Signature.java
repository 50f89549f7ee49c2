package dev.pipewright.tensorflow;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/// A way to call a SavedModel.
///
/// @param name its name, `serving_default`
/// @param inputs what it takes, by name
/// @param outputs what it gives, by name
public record Signature(
    String name, SortedMap<String, TensorSpec> inputs, SortedMap<String, TensorSpec> outputs) {

  /// Copies the maps.
  public Signature {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  static Signature of(String name, SignatureDef proto) {
    return new Signature(name, specs(proto.getInputsMap()), specs(proto.getOutputsMap()));
  }

  private static SortedMap<String, TensorSpec> specs(Map<String, TensorInfo> infos) {
    SortedMap<String, TensorSpec> specs = new TreeMap<>();
    infos.forEach(
        (key, info) ->
            specs.put(
                key,
                new TensorSpec(
                    info.getName(),
                    DType.of(info.getDtype()),
                    TensorShape.of(info.getTensorShape()))));
    return specs;
  }
}
