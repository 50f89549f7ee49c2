package dev.pipewright.tensorflow;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.VariableDef;

/// Writes a graph and its variables as a SavedModel that TensorFlow of any language loads: the
/// graph form (TensorFlow 1's), tag `serve`, with assets, an init operation and signatures. The
/// same graph and values give the same bytes, and no path of this machine is among them.
///
/// Variables of role TRAINING are left out.
public final class SavedModelWriter {

  private static final String PREDICT = "tensorflow/serving/predict";

  private final GraphBuilder graph;
  private final GraphSession session;
  private final SequencedMap<String, SignatureDef> signatures = new LinkedHashMap<>();

  /// Starts to describe the SavedModel.
  ///
  /// @param graph the graph with its assets, initializers and variables
  /// @param session the session that holds the variables' values
  public SavedModelWriter(GraphBuilder graph, GraphSession session) {
    this.graph = new GraphBuilder(graph.graph(), "", List.of(), "");
    this.session = session;
  }

  /// Adds a signature: the names callers use, and the values they stand for. An output that is an
  /// input itself is passed through an Identity, since TensorFlow refuses to fetch what is fed.
  public SavedModelWriter signature(
      String name, Map<String, Value> inputs, Map<String, Value> outputs) {
    SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName(PREDICT);
    inputs.forEach((key, value) -> signature.putInputs(key, info(value)));
    outputs.forEach(
        (key, value) -> {
          Value output = inputs.containsValue(value) ? graph.call("Identity", value) : value;
          signature.putOutputs(key, info(output));
        });
    signatures.put(name, signature.build());
    return this;
  }

  /// Writes the folder, whole or not at all.
  ///
  /// @throws ArtifactException if the folder is there and not empty, or two assets differ under one
  ///   name
  public void write(Path directory) {
    MetaGraphDef.Builder meta = MetaGraphDef.newBuilder();
    meta.setMetaInfoDef(
        MetaGraphDef.MetaInfoDef.newBuilder()
            .addTags("serve")
            .setTensorflowVersion(TensorFlowRuntime.load().version()));
    meta.putAllSignatureDef(signatures);
    try (WholeDirectory folder = new WholeDirectory(directory)) {
      addAssets(meta, folder.path());
      addInitializers(meta);
      addVariables(meta, folder.path());
      meta.setGraphDef(graph.toGraphDef());
      org.tensorflow.proto.SavedModel model =
          org.tensorflow.proto.SavedModel.newBuilder()
              .setSavedModelSchemaVersion(1)
              .addMetaGraphs(meta)
              .build();
      writeDeterministic(model, folder.path().resolve("saved_model.pb"));
      folder.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addAssets(MetaGraphDef.Builder meta, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("assets"));
    Map<String, Path> written = new TreeMap<>();
    for (Asset asset : graph.assets()) {
      Path before = written.put(asset.fileName(), asset.file());
      if (before == null) {
        Files.copy(asset.file(), folder.resolve("assets").resolve(asset.fileName()));
      } else if (Files.mismatch(before, asset.file()) >= 0) {
        throw new ArtifactException(
            "Two different files of the model have the name " + asset.fileName() + ".",
            Location.of(asset.file()),
            "Give one of them another name.");
      }
      meta.addAssetFileDef(
          AssetFileDef.newBuilder()
              .setFilename(asset.fileName())
              .setTensorInfo(
                  TensorInfo.newBuilder()
                      .setName(asset.path().name())
                      .setDtype(DType.STRING.proto())
                      .setTensorShape(TensorShape.scalar().proto())));
    }
  }

  private void addInitializers(MetaGraphDef.Builder meta) {
    Operation init = initializersInOrder();
    meta.putCollectionDef(
        "saved_model_main_op",
        CollectionDef.newBuilder()
            .setNodeList(CollectionDef.NodeList.newBuilder().addValue(init.name()))
            .build());
  }

  private Operation initializersInOrder() {
    return graph.group("init_all_tables", graph.initializers());
  }

  private void addVariables(MetaGraphDef.Builder meta, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("variables"));
    List<Variable> variables =
        graph.variables().stream().filter(v -> v.role() != Variable.Role.TRAINING).toList();
    if (variables.isEmpty()) {
      return;
    }
    VariableSaver saver = VariableSaver.add(graph, variables);
    saver.save(session, folder.resolve("variables").resolve("variables"));
    meta.setSaverDef(
        SaverDef.newBuilder()
            .setFilenameTensorName(saver.filename().name())
            .setSaveTensorName(saver.saved().name())
            .setRestoreOpName(saver.restoreAll().name())
            .setMaxToKeep(5)
            .setSharded(true)
            .setVersion(SaverDef.CheckpointFormatVersion.V2));
    List<Variable> trainable =
        variables.stream().filter(v -> v.role() == Variable.Role.TRAINABLE).toList();
    meta.putCollectionDef("variables", collection(variables));
    meta.putCollectionDef("trainable_variables", collection(trainable));
  }

  private static CollectionDef collection(List<Variable> variables) {
    List<ByteString> definitions = new ArrayList<>();
    for (Variable variable : variables) {
      definitions.add(
          VariableDef.newBuilder()
              .setVariableName(variable.handle().name())
              .setInitialValueName(variable.initializer().input(1).name())
              .setInitializerName(variable.initializer().name())
              .setSnapshotName(variable.read().name())
              .setIsResource(true)
              .setTrainable(variable.role() == Variable.Role.TRAINABLE)
              .build()
              .toByteString());
    }
    return CollectionDef.newBuilder()
        .setBytesList(CollectionDef.BytesList.newBuilder().addAllValue(definitions))
        .build();
  }

  private static TensorInfo info(Value value) {
    return TensorInfo.newBuilder()
        .setName(value.name())
        .setDtype(value.dtype().proto())
        .setTensorShape(value.shape().proto())
        .build();
  }

  private static void writeDeterministic(Message message, Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(stream);
      coded.useDeterministicSerialization();
      message.writeTo(coded);
      coded.flush();
    }
  }
}
