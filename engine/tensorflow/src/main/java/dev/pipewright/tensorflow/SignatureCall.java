package dev.pipewright.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Calls a signature of a loaded model, by one thread at a time.
public final class SignatureCall {

  private final Signature signature;
  private final List<String> inputs;
  private final List<String> outputs;
  private final Step step;

  SignatureCall(
      Signature signature, GraphBuilder graph, GraphSession session, ImportedGraph imported) {
    this.signature = signature;
    this.inputs = List.copyOf(signature.inputs().keySet());
    this.outputs = List.copyOf(signature.outputs().keySet());
    List<Value> feeds =
        signature.inputs().values().stream().map(spec -> imported.value(spec.tensor())).toList();
    List<Value> fetches = new ArrayList<>();
    for (TensorSpec spec : signature.outputs().values()) {
      Value output = imported.value(spec.tensor());
      fetches.add(feeds.contains(output) ? graph.call("Identity", output) : output);
    }
    this.step = session.step(feeds, fetches, List.of());
  }

  /// The signature it calls.
  public Signature signature() {
    return signature;
  }

  /// Calls it.
  ///
  /// @param values a tensor for each input; the caller keeps owning them
  /// @return a tensor for each output
  /// @throws IllegalArgumentException if the names are not those of the inputs
  public Result call(Map<String, HostTensor> values) {
    if (!values.keySet().equals(signature.inputs().keySet())) {
      throw new IllegalArgumentException(
          "signature " + signature.name() + " takes " + inputs + ", not " + values.keySet());
    }
    HostTensor[] feeds =
        signature.inputs().keySet().stream().map(values::get).toArray(HostTensor[]::new);
    Fetches fetches = step.run(feeds);
    SequencedMap<String, HostTensor> named = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      named.put(outputs.get(i), fetches.get(i));
    }
    return new Result(named);
  }

  /// What a call gave. Closing it closes its tensors.
  ///
  /// @param outputs the tensors by the outputs' names
  public record Result(SequencedMap<String, HostTensor> outputs) implements AutoCloseable {

    /// The output of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public HostTensor get(String name) {
      HostTensor tensor = outputs.get(name);
      if (tensor == null) {
        throw new IllegalArgumentException("no output " + name + " among " + outputs.keySet());
      }
      return tensor;
    }

    /// Frees every tensor.
    @Override
    public void close() {
      outputs.values().forEach(HostTensor::close);
    }
  }
}
