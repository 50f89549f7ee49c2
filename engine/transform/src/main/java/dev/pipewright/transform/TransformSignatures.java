package dev.pipewright.transform;

import com.google.protobuf.CodedOutputStream;
import dev.pipewright.transform.expression.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/// The two signatures of a `transform_fn`. `serving_default` is laid flat: its inputs are `inputs`,
/// `inputs_1`… in the order of the features' names, three for a sparse one. `transform_signature`,
/// which `saved_transform_io_v2` of TFT looks for under the tag `transform`, has the features by
/// name, sparse ones as one.
final class TransformSignatures {

  static final String TAG = "transform";
  static final String FLAT = "serving_default";
  private static final String BY_NAME = "transform_signature";
  private static final List<String> PARTS = List.of("/indices", "/values", "/dense_shape");

  private TransformSignatures() {}

  /// The keys of the flat inputs that each feature has.
  static SequencedMap<String, List<String>> inputKeys(SortedMap<String, ValueType> features) {
    SequencedMap<String, List<String>> keys = new LinkedHashMap<>();
    int next = 0;
    for (var feature : features.entrySet()) {
      List<String> own = new ArrayList<>();
      for (int i = 0; i < (feature.getValue().isSparse() ? 3 : 1); i++) {
        own.add(next == 0 ? "inputs" : "inputs_" + next);
        next++;
      }
      keys.put(feature.getKey(), own);
    }
    return keys;
  }

  /// The keys of the flat outputs that each output has.
  static SequencedMap<String, List<String>> outputKeys(SortedMap<String, ValueType> outputs) {
    SequencedMap<String, List<String>> keys = new LinkedHashMap<>();
    outputs.forEach(
        (name, type) ->
            keys.put(
                name,
                type.isSparse()
                    ? PARTS.stream().map(part -> name + part).toList()
                    : List.of(name)));
    return keys;
  }

  /// Adds the signature by name to a written SavedModel that has the flat one, and gives it the
  /// tag.
  static void addByName(
      Path directory, SortedMap<String, ValueType> features, SortedMap<String, ValueType> outputs)
      throws IOException {
    Path file = directory.resolve("saved_model.pb");
    SavedModel.Builder model = SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
    MetaGraphDef.Builder graph = model.getMetaGraphsBuilder(0);
    graph.getMetaInfoDefBuilder().clearTags().addTags(TAG);
    SignatureDef flat = graph.getSignatureDefOrThrow(FLAT);
    SignatureDef.Builder byName = SignatureDef.newBuilder().setMethodName(flat.getMethodName());
    inputKeys(features)
        .forEach((name, keys) -> byName.putInputs(name, joined(keys, flat::getInputsOrDefault)));
    outputKeys(outputs)
        .forEach((name, keys) -> byName.putOutputs(name, joined(keys, flat::getOutputsOrDefault)));
    graph.putSignatureDef(BY_NAME, byName.build());
    graph.putCollectionDef("table_initializer", tableInitializers(graph.getGraphDef()));
    try (OutputStream stream = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(stream);
      coded.useDeterministicSerialization();
      model.build().writeTo(coded);
      coded.flush();
    }
  }

  /// Graphs that import the transform, as TFT does outside of TensorFlow 2, look for these.
  private static CollectionDef tableInitializers(GraphDef graph) {
    CollectionDef.NodeList.Builder names = CollectionDef.NodeList.newBuilder();
    graph.getNodeList().stream()
        .filter(node -> node.getOp().equals("InitializeTableFromTextFileV2"))
        .forEach(node -> names.addValue(node.getName()));
    return CollectionDef.newBuilder().setNodeList(names).build();
  }

  private static TensorInfo joined(
      List<String> keys, BiFunction<String, TensorInfo, TensorInfo> flat) {
    List<TensorInfo> parts =
        keys.stream().map(key -> flat.apply(key, TensorInfo.getDefaultInstance())).toList();
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    TensorShapeProto.Dim unknown = TensorShapeProto.Dim.newBuilder().setSize(-1).build();
    return TensorInfo.newBuilder()
        .setDtype(parts.get(1).getDtype())
        .setTensorShape(TensorShapeProto.newBuilder().addDim(unknown).addDim(unknown))
        .setCooSparse(
            TensorInfo.CooSparse.newBuilder()
                .setIndicesTensorName(parts.get(0).getName())
                .setValuesTensorName(parts.get(1).getName())
                .setDenseShapeTensorName(parts.get(2).getName()))
        .build();
  }

  /// The keys with the parts that they stand for, one to one.
  static <T> Map<String, T> zip(List<String> keys, List<T> parts) {
    Map<String, T> zipped = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      zipped.put(keys.get(i), parts.get(i));
    }
    return zipped;
  }
}
