package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteImportGraphDefOptions;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GraphImportGraphDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_ImportGraphDefOptionsAddInputMapping;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_ImportGraphDefOptionsSetPrefix;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewImportGraphDefOptions;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_ImportGraphDefOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.GraphDef;

/// Copies graph definitions into graphs.
final class GraphImport {

  private GraphImport() {}

  static ImportedGraph add(GraphBuilder graph, GraphDef definition, Map<String, Value> inputs) {
    try (PointerScope _ = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_ImportGraphDefOptions options = TF_NewImportGraphDefOptions();
      if (!graph.scopeName().isEmpty()) {
        TF_ImportGraphDefOptionsSetPrefix(options, graph.scopeName());
      }
      inputs.forEach((name, value) -> map(options, name, value));
      TF_Buffer buffer = TF_Buffer.newBufferFromString(definition);
      TF_GraphImportGraphDef(graph.graph().handle(), buffer, options, status);
      TF_DeleteImportGraphDefOptions(options);
      Failures.checkBuild(status, "import of a graph");
    }
    graph.graph().takeNames();
    return new ImportedGraph(graph);
  }

  private static void map(TF_ImportGraphDefOptions options, String name, Value value) {
    int colon = name.lastIndexOf(':');
    String operation = colon < 0 ? name : name.substring(0, colon);
    int index = colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1));
    TF_ImportGraphDefOptionsAddInputMapping(options, operation, index, NativeGraph.output(value));
  }
}
