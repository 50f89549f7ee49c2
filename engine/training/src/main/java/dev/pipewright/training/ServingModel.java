package dev.pipewright.training;

import dev.pipewright.keras.graph.ForwardPass;
import dev.pipewright.keras.graph.ModelOutput;
import dev.pipewright.keras.graph.ModelVariables;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.SavedModelWriter;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.graph.GraphValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A network as a SavedModel that takes serialized tf.Examples, with TFX's signature names:
/// `serving_default` gives `outputs`; `transform_features` gives the transformed features, the
/// label among them, for an evaluation. It can be built while the network is still being trained.
final class ServingModel implements AutoCloseable {

  /// TFX's name of the folder in a Model artifact.
  static final String FOLDER = "Format-Serving";

  private static final String SERVING = "serving_default";
  private static final String FEATURES = "transform_features";

  private final GraphBuilder graph;
  private final GraphSession session;
  private final ModelVariables variables;
  private final SavedModelWriter writer;

  private ServingModel(GraphBuilder graph, GraphSession session, ModelVariables variables) {
    this.graph = graph;
    this.session = session;
    this.variables = variables;
    this.writer = new SavedModelWriter(graph, session);
  }

  /// Builds the graph and fills its tables.
  static ServingModel build(Network network, FeatureSource source) {
    GraphBuilder graph = GraphBuilder.create();
    GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
    var model = new ServingModel(graph, session, ModelVariables.create(graph, network.model()));
    try {
      model.addSignatures(network, source);
      session.initialize();
      return model;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private void addSignatures(Network network, FeatureSource source) {
    Value examples = examples(graph, SERVING);
    Value outputs = outputs(graph, network, variables, source, examples);
    writer.signature(SERVING, Map.of("examples", examples), Map.of("outputs", outputs));
    if (source instanceof FeatureSource.Transformed transformed) {
      Value raw = examples(graph, FEATURES);
      Map<String, GraphValue> features = transformed.all(graph.scope("features"), raw);
      writer.signature(FEATURES, Map.of("examples", raw), dense(features));
    }
  }

  /// Writes the folder, whole or not at all.
  void write(Path folder, ModelWeights weights) {
    variables.assign(session, weights);
    writer.write(folder);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private static Value examples(GraphBuilder graph, String signature) {
    return graph.placeholder(signature + "_examples", DType.STRING, TensorShape.of(-1));
  }

  private static Value outputs(
      GraphBuilder graph,
      Network network,
      ModelVariables variables,
      FeatureSource source,
      Value examples) {
    Map<String, Value> features = dense(source.inputs(graph.scope("serving"), examples));
    Map<String, Value> inputs = new HashMap<>();
    for (RowField field : network.inputs()) {
      Value feature = features.get(field.name());
      if (feature == null) {
        throw new IllegalStateException("no feature " + field.name() + " to serve");
      }
      inputs.put(field.name(), asInput(graph.scope("inputs"), feature, field));
    }
    SequencedMap<String, ModelOutput> built =
        ForwardPass.inference(graph, network.model(), variables, inputs);
    return built.firstEntry().getValue().value();
  }

  /// A feature with the type and the shape that the network takes.
  private static Value asInput(GraphBuilder graph, Value feature, RowField field) {
    Value cast =
        feature.dtype() == field.dtype()
            ? feature
            : graph.op("Cast").inputs(feature).attr("DstT", field.dtype()).value();
    long[] shape = field.shapeOf(-1);
    int[] dims = new int[shape.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = Math.toIntExact(shape[i]);
    }
    return graph.call("Reshape", cast, graph.constant(dims));
  }

  /// The dense features; a sparse one as those that read TFX's signatures know it, in three parts.
  private static SequencedMap<String, Value> dense(Map<String, GraphValue> features) {
    TreeMap<String, Value> values = new TreeMap<>();
    features.forEach(
        (name, value) -> {
          switch (value) {
            case GraphValue.Dense(Value dense) -> values.put(name, dense);
            case GraphValue.Sparse(Value indices, Value content, Value shape) -> {
              values.put(name + "/indices", indices);
              values.put(name + "/values", content);
              values.put(name + "/dense_shape", shape);
            }
          }
        });
    return values;
  }
}
