package dev.pipewright.transform;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.SavedModelWriter;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.Analyzed;
import dev.pipewright.transform.graph.GraphCompiler;
import dev.pipewright.transform.graph.GraphValue;
import dev.pipewright.transform.graph.RawInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes a TransformGraph artifact as TFX lays it out, the SavedModel in TensorFlow 1's form.
///
/// @param rawSchema the schema of the raw features
/// @param features the raw features' types
/// @param outputs the outputs' expressions
/// @param types the outputs' types
/// @param analysis what was found out for them
record TransformGraphWriter(
    Schema rawSchema,
    SortedMap<String, ValueType> features,
    OutputExpressions outputs,
    SortedMap<String, ValueType> types,
    Analysis analysis) {

  /// Writes into this folder, which is empty.
  void write(Path uri) throws IOException {
    writeSchema(uri.resolve("metadata"), rawSchema);
    Path transformed = uri.resolve("transformed_metadata");
    writeSchema(transformed, TransformedSchema.withRanges(outputs, types, analysis));
    if (!analysis.vocabularies().isEmpty()) {
      Files.writeString(transformed.resolve("asset_map"), assetMap());
    }
    writeFunction(uri.resolve("transform_fn"));
  }

  private static void writeSchema(Path folder, Schema schema) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(SchemaText.FILE_NAME), SchemaText.write(schema));
  }

  /// As Python's `json.dumps` writes it.
  private String assetMap() {
    ObjectNode map = JsonMapper.builder().build().createObjectNode();
    for (Analyzed.Vocabulary vocabulary : analysis.vocabularies()) {
      map.put(vocabulary.key(), vocabulary.fileName());
    }
    return map.toString().replace("\":\"", "\": \"").replace("\",\"", "\", \"");
  }

  private void writeFunction(Path directory) throws IOException {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      RawInputs inputs = new RawInputs(graph, features.keySet(), features);
      new SavedModelWriter(graph, session)
          .signature(TransformSignatures.FLAT, flatInputs(inputs), flatOutputs(graph, inputs))
          .write(directory);
    }
    TransformSignatures.addByName(directory, features, types);
  }

  private Map<String, Value> flatInputs(RawInputs inputs) {
    List<String> keys =
        TransformSignatures.inputKeys(features).values().stream().flatMap(List::stream).toList();
    return TransformSignatures.zip(keys, inputs.feeds());
  }

  private Map<String, Value> flatOutputs(GraphBuilder graph, RawInputs inputs) {
    GraphCompiler compiler =
        new GraphCompiler(graph, inputs.values(), new TypeChecker(features), analysis);
    List<GraphValue> values =
        new TreeMap<>(outputs.outputs()).values().stream().map(compiler::compile).toList();
    List<String> keys =
        TransformSignatures.outputKeys(types).values().stream().flatMap(List::stream).toList();
    return TransformSignatures.zip(keys, RawInputs.parts(values));
  }
}
