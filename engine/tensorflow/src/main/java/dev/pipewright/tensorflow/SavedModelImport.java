package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/// Puts a SavedModel's graph, with its tables, assets and variables, into another graph.
final class SavedModelImport {

  private final SavedModel model;
  private final GraphBuilder graph;

  private SavedModelImport(SavedModel model, GraphBuilder graph) {
    this.model = model;
    this.graph = graph;
  }

  static SequencedMap<String, Value> add(
      SavedModel model, GraphBuilder graph, Signature signature, Map<String, Value> inputs) {
    Map<String, Value> byTensor = new HashMap<>();
    inputs.forEach(
        (name, value) -> {
          TensorSpec spec = signature.inputs().get(name);
          if (spec == null) {
            throw new IllegalArgumentException(
                "signature " + signature.name() + " has no input " + name);
          }
          byTensor.put(spec.tensor(), value);
        });
    ImportedGraph imported = addGraph(model, graph, byTensor);
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    signature.outputs().forEach((name, spec) -> outputs.put(name, imported.value(spec.tensor())));
    return outputs;
  }

  static ImportedGraph addGraph(
      SavedModel model, GraphBuilder graph, Map<String, Value> inputsByTensor) {
    model.requireSafe();
    return new SavedModelImport(model, graph).add(inputsByTensor);
  }

  private ImportedGraph add(Map<String, Value> inputsByTensor) {
    ImportedGraph imported;
    try {
      imported = graph.importGraph(model.meta().getGraphDef(), inputsByTensor);
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(
          "TensorFlow "
              + TensorFlowRuntime.load().version()
              + " cannot take the model's graph, written by TensorFlow "
              + model.tensorFlowVersion()
              + ": "
              + e.getMessage()
              + ".",
          Location.of(model.directory()),
          "Export the model again with an older TensorFlow.",
          e);
    }
    addVariables(imported);
    addAssets(imported);
    String init = model.initOperation();
    if (!init.isEmpty()) {
      graph.initializeWith(imported.operation(init));
    }
    return imported;
  }

  private void addVariables(ImportedGraph imported) {
    Path prefix = model.directory().resolve("variables").resolve("variables");
    if (!Files.exists(Path.of(prefix + ".index")) || !model.meta().hasSaverDef()) {
      return;
    }
    String restore = SavedModel.operationName(model.meta().getSaverDef().getRestoreOpName());
    graph
        .graph()
        .restored
        .add(
            new RestoredPart(
                imported.operation(restore),
                imported.value(model.meta().getSaverDef().getFilenameTensorName()),
                prefix,
                graph.group("copies", copies(imported, restore))));
    Set<String> taken = new HashSet<>();
    graph.variables().forEach(variable -> taken.add(variable.name()));
    for (NodeDef node : model.meta().getGraphDef().getNodeList()) {
      if (node.getOp().equals("VarHandleOp")) {
        addVariable(imported, node, taken);
      }
    }
  }

  /// Keras 3's models saved by `tf.saved_model.save` hold each variable twice: signatures read
  /// `dense/kernel`, while `Variable_3`, initialized as its copy, is the one that is restored.
  private List<Operation> copies(ImportedGraph imported, String restore) {
    Map<String, NodeDef> nodes = new HashMap<>();
    model.meta().getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
    List<String> restored =
        nodes.getOrDefault(restore, NodeDef.getDefaultInstance()).getInputList();
    List<Operation> copies = new ArrayList<>();
    for (String name : restored) {
      NodeDef initial = nodes.get(name + "/Initializer/ReadVariableOp");
      if (initial != null && !restored.contains(initial.getInput(0))) {
        Value from = imported.value(name);
        DType dtype = DType.of(initial.getAttrOrThrow("dtype").getType());
        Value value = graph.op("ReadVariableOp").inputs(from).attr("dtype", dtype).value();
        copies.add(
            graph
                .op("AssignVariableOp")
                .inputs(imported.value(initial.getInput(0)), value)
                .attr("dtype", dtype)
                .operation());
      }
    }
    return copies;
  }

  private void addVariable(ImportedGraph imported, NodeDef node, Set<String> taken) {
    DType dtype = DType.of(node.getAttrOrThrow("dtype").getType());
    TensorShape shape = TensorShape.of(node.getAttrOrThrow("shape").getShape());
    String name = graph.qualified(node.getName());
    if (!shape.isFullyKnown() || !taken.add(name)) {
      return;
    }
    // Never used, since the variable is restored; but TensorFlow's readers want every variable to
    // have one.
    Value unset =
        graph.constant(
            TensorProto.newBuilder().setDtype(dtype.proto()).setTensorShape(shape.proto()).build());
    Variables.register(
        graph,
        name,
        Variable.Role.STATE,
        imported.value(node.getName() + ":0"),
        unset,
        dtype,
        shape);
  }

  private void addAssets(ImportedGraph imported) {
    for (AssetFileDef asset : model.meta().getAssetFileDefList()) {
      Path file = model.assetFile(asset);
      if (!Files.isRegularFile(file)) {
        throw new ArtifactException(
            "The SavedModel lacks its file " + asset.getFilename() + ".",
            Location.of(model.directory()),
            "Copy the whole folder, assets included.");
      }
      graph.graph().assets.add(new Asset(imported.value(asset.getTensorInfo().getName()), file));
    }
  }
}
