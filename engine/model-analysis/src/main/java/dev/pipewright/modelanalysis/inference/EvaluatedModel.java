package dev.pipewright.modelanalysis.inference;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Signature;
import dev.pipewright.tensorflow.SignatureCall;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/// A SavedModel whose signatures take serialized tf.Examples, and the spec that says which to call.
/// Safe for use by several threads; `close` waits for calls under way.
public final class EvaluatedModel implements AutoCloseable {

  /// As many examples as a call takes.
  private static final int BATCH = 1024;

  private static final String DEFAULT_SIGNATURE = "serving_default";

  /// Where TFMA looks for predictions among several outputs.
  private static final List<String> USUAL_OUTPUTS =
      List.of("scores", "outputs", "predictions", "logistic", "probabilities", "logits");

  private final ModelSpec spec;
  private final SavedModel description;
  private final LoadedModel loaded;
  private final String predictionOutput;
  private final Map<String, Queue<SignatureCall>> idleCalls = new ConcurrentHashMap<>();
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean isClosed;

  private EvaluatedModel(ModelSpec spec, SavedModel description, LoadedModel loaded) {
    this.spec = spec;
    this.description = description;
    this.loaded = loaded;
    this.predictionOutput = predictionOutput(spec, description);
  }

  /// Loads a SavedModel.
  ///
  /// @throws ArtifactException when there is none, it is damaged or unsafe, or it has not the
  ///   signatures that the spec names
  public static EvaluatedModel load(Path folder, ModelSpec spec) {
    SavedModel description = SavedModel.read(folder);
    signatures(spec).forEach(name -> exampleInput(description, description.signature(name)));
    predictionOutput(spec, description);
    // One thread a call, as the pool has one a core: the same sums for any number of them.
    LoadedModel loaded = description.load(SessionSettings.callerThread());
    return new EvaluatedModel(spec, description, loaded);
  }

  private static Stream<String> signatures(ModelSpec spec) {
    return Stream.concat(
        Stream.of(servingSignature(spec)), spec.getPreprocessingFunctionNamesList().stream());
  }

  private static String servingSignature(ModelSpec spec) {
    return spec.getSignatureName().isEmpty() ? DEFAULT_SIGNATURE : spec.getSignatureName();
  }

  private static String exampleInput(SavedModel model, Signature signature) {
    if (signature.inputs().size() == 1
        && signature.inputs().firstEntry().getValue().dtype() == DType.STRING) {
      return signature.inputs().firstKey();
    }
    throw new ArtifactException(
        "The signature "
            + signature.name()
            + " takes "
            + String.join(", ", signature.inputs().keySet())
            + ", not serialized tf.Examples.",
        Location.of(model.directory()),
        "Choose a signature that takes one text input, or export the model with one.");
  }

  private static String predictionOutput(ModelSpec spec, SavedModel model) {
    Set<String> outputs = model.signature(servingSignature(spec)).outputs().keySet();
    if (outputs.size() == 1 && spec.getPredictionKey().isEmpty()) {
      return outputs.iterator().next();
    }
    Stream<String> wanted =
        spec.getPredictionKey().isEmpty()
            ? USUAL_OUTPUTS.stream()
            : Stream.of(spec.getPredictionKey());
    return wanted
        .filter(outputs::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    "The model has no output "
                        + (spec.getPredictionKey().isEmpty()
                            ? "that is known to be the prediction."
                            : spec.getPredictionKey() + "."),
                    Location.subject("model_specs.prediction_key"),
                    "Set prediction_key to one of: " + String.join(", ", outputs) + "."));
  }

  /// The spec.
  ModelSpec spec() {
    return spec;
  }

  /// Whether a preprocessing signature makes this feature.
  public boolean makes(String feature) {
    return spec.getPreprocessingFunctionNamesList().stream()
        .anyMatch(name -> description.signature(name).outputs().containsKey(feature));
  }

  /// The model's predictions.
  RowValues predict(ByteStrings examples) {
    return call(servingSignature(spec), examples, Set.of(predictionOutput))
        .values()
        .iterator()
        .next();
  }

  /// Those of the features that the preprocessing signatures make.
  Map<String, RowValues> preprocess(ByteStrings examples, Set<String> features) {
    Map<String, RowValues> found = new LinkedHashMap<>();
    for (String name : spec.getPreprocessingFunctionNamesList()) {
      Set<String> outputs = new TreeSet<>(features);
      outputs.retainAll(description.signature(name).outputs().keySet());
      if (!outputs.isEmpty()) {
        found.putAll(call(name, examples, outputs));
      }
    }
    return found;
  }

  private Map<String, RowValues> call(String name, ByteStrings examples, Set<String> outputs) {
    Signature signature = description.signature(name);
    Map<String, RowValues> values = new LinkedHashMap<>();
    signature
        .outputs()
        .forEach(
            (output, tensor) -> {
              if (outputs.contains(output)) {
                values.put(output, new RowValues(output, examples.size(), tensor.dtype()));
              }
            });
    Queue<SignatureCall> idle = idleCalls.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>());
    for (int from = 0; from < examples.size(); from += BATCH) {
      int to = Math.min(examples.size(), from + BATCH);
      inUse.readLock().lock();
      try {
        callBatch(name, idle, examples, from, to, values);
      } finally {
        inUse.readLock().unlock();
      }
    }
    return values;
  }

  private void callBatch(
      String name,
      Queue<SignatureCall> idle,
      ByteStrings examples,
      int from,
      int to,
      Map<String, RowValues> values) {
    if (isClosed || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the evaluation was cancelled");
    }
    SignatureCall polled = idle.poll();
    SignatureCall call = polled == null ? loaded.signature(name) : polled;
    byte[][] batch = new byte[to - from][];
    for (int i = from; i < to; i++) {
      batch[i - from] = examples.get(i);
    }
    String input = exampleInput(description, call.signature());
    try (HostTensor tensor = HostTensor.of(batch);
        SignatureCall.Result result = call.call(Map.of(input, tensor))) {
      values.forEach((output, rows) -> rows.add(result.get(output), batch.length));
    }
    idle.add(call);
  }

  /// Frees the model, when no call is under way any more.
  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      isClosed = true;
      loaded.close();
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
