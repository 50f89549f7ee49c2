package dev.pipewright.transform;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/// Which inputs of a signature its outputs depend on, read from the graph's proto.
final class Dependencies {

  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final Map<String, String> inputKeyByNode = new HashMap<>();
  private final SignatureDef signature;
  private final String tag;

  private Dependencies(MetaGraphDef graph, String signatureName) {
    graph.getGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
    signature = graph.getSignatureDefOrThrow(signatureName);
    tag = graph.getMetaInfoDef().getTags(0);
    signature
        .getInputsMap()
        .forEach((key, info) -> inputKeyByNode.put(nodeOf(info.getName()), key));
  }

  /// Of the flat signature of a `transform_fn`.
  ///
  /// @throws ArtifactException when there is none, or it is damaged
  static Dependencies read(Path directory) throws IOException {
    Path file = directory.resolve("saved_model.pb");
    try {
      SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
      if (model.getMetaGraphsCount() == 1
          && model.getMetaGraphs(0).getMetaInfoDef().getTagsCount() > 0
          && model.getMetaGraphs(0).containsSignatureDef(TransformSignatures.FLAT)) {
        return new Dependencies(model.getMetaGraphs(0), TransformSignatures.FLAT);
      }
    } catch (InvalidProtocolBufferException | NoSuchFileException e) {
      throw notATransform(file, e);
    }
    throw notATransform(file, null);
  }

  private static ArtifactException notATransform(Path file, @Nullable Throwable cause) {
    return new ArtifactException(
        "There is no transform graph here.", Location.of(file), "Run the Transform again.", cause);
  }

  /// The tag of the graph: ours has `transform`, one by TensorFlow 2 has `serve`.
  String tag() {
    return tag;
  }

  /// The keys of the inputs that these outputs depend on.
  Set<String> inputsOf(Collection<String> outputKeys) {
    Set<String> keys = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (String key : outputKeys) {
      open.add(nodeOf(signature.getOutputsOrThrow(key).getName()));
    }
    while (!open.isEmpty()) {
      String node = open.remove();
      if (seen.add(node)) {
        String key = inputKeyByNode.get(node);
        if (key != null) {
          keys.add(key);
        }
        open.addAll(inputsOf(nodes.getOrDefault(node, NodeDef.getDefaultInstance())));
      }
    }
    return keys;
  }

  private static List<String> inputsOf(NodeDef node) {
    List<String> names = new ArrayList<>();
    node.getInputList().forEach(input -> names.add(nodeOf(input)));
    return names;
  }

  /// `name` of `name:0` and of the control input `^name`.
  private static String nodeOf(String tensor) {
    String name = tensor.startsWith("^") ? tensor.substring(1) : tensor;
    int colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
