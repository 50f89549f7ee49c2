package dev.pipewright.tensorflow;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/// A SavedModel on disk, of TensorFlow 1's form or 2's. Reading it loads nothing native and runs
/// nothing. [#load] and [#importInto] refuse graphs that could read, write or run anything besides
/// their own assets and variables, unless the model is [#trusted].
public final class SavedModel {

  private static final String INIT_SIGNATURE = "__saved_model_init_op";

  private final Path directory;
  private final MetaGraphDef meta;
  private final boolean trusted;

  private SavedModel(Path directory, MetaGraphDef meta, boolean trusted) {
    this.directory = directory;
    this.meta = meta;
    this.trusted = trusted;
  }

  /// Reads the description of the graph with the tag `serve`.
  ///
  /// @throws ArtifactException if there is none, or the file is damaged
  public static SavedModel read(Path directory) {
    return read(directory, "serve");
  }

  /// Reads the description of the graph with that tag.
  ///
  /// @throws ArtifactException if there is none, or the file is damaged
  public static SavedModel read(Path directory, String tag) {
    Path file = directory.resolve("saved_model.pb");
    if (!Files.isRegularFile(file)) {
      throw new ArtifactException(
          "There is no SavedModel here: the file saved_model.pb is missing.",
          Location.of(directory),
          "Choose the folder of a SavedModel.");
    }
    try {
      org.tensorflow.proto.SavedModel proto =
          org.tensorflow.proto.SavedModel.parseFrom(Files.readAllBytes(file));
      for (MetaGraphDef meta : proto.getMetaGraphsList()) {
        if (meta.getMetaInfoDef().getTagsList().contains(tag)) {
          return new SavedModel(directory, meta, false);
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new ArtifactException(
          "The SavedModel is damaged: saved_model.pb cannot be read.",
          Location.of(file),
          "Restore it from a copy, or make it again.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new ArtifactException(
        "The SavedModel has no graph with the tag " + tag + ".",
        Location.of(file),
        "Export the model again, with that tag.");
  }

  /// The same model, whose graph may do anything: for models the person has said they trust.
  public SavedModel trusted() {
    return new SavedModel(directory, meta, true);
  }

  /// Its folder.
  public Path directory() {
    return directory;
  }

  /// The version of TensorFlow that wrote it.
  public String tensorFlowVersion() {
    return meta.getMetaInfoDef().getTensorflowVersion();
  }

  /// Its signatures by name.
  public SortedMap<String, Signature> signatures() {
    SortedMap<String, Signature> signatures = new TreeMap<>();
    meta.getSignatureDefMap()
        .forEach(
            (name, proto) -> {
              if (!name.equals(INIT_SIGNATURE)) {
                signatures.put(name, signature(name, proto));
              }
            });
    return Collections.unmodifiableSortedMap(signatures);
  }

  private Signature signature(String name, SignatureDef proto) {
    try {
      return Signature.of(name, proto);
    } catch (IllegalArgumentException e) {
      throw damaged("its signature " + name, e);
    }
  }

  private ArtifactException damaged(String part, @Nullable RuntimeException cause) {
    return new ArtifactException(
        "The SavedModel is damaged: " + part + " cannot be read.",
        Location.of(directory),
        "Restore it from a copy, or make it again.",
        cause);
  }

  /// One of its signatures.
  ///
  /// @throws ArtifactException if there is none of that name
  public Signature signature(String name) {
    Signature signature = signatures().get(name);
    if (signature == null) {
      throw new ArtifactException(
          "The SavedModel has no signature " + name + ".",
          Location.of(directory),
          "Choose one of " + String.join(", ", signatures().keySet()) + ".");
    }
    return signature;
  }

  /// The files in its assets folder that the graph reads.
  public List<Path> assets() {
    return meta.getAssetFileDefList().stream().map(this::assetFile).distinct().toList();
  }

  Path assetFile(AssetFileDef asset) {
    Path folder = directory.resolve("assets").normalize();
    try {
      Path file = folder.resolve(asset.getFilename()).normalize();
      if (file.startsWith(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw damaged("the name of an asset", e);
    }
    throw new ArtifactException(
        "The SavedModel names a file outside its folder: " + asset.getFilename() + ".",
        Location.of(directory),
        "Do not use this model.");
  }

  /// What the graph could do besides computing, as op types; empty for a graph that is safe.
  public List<String> unsafeOperations() {
    return GraphSafety.unsafe(this);
  }

  /// Loads it to be called.
  ///
  /// @throws ArtifactException if it is unsafe, damaged, or needs what TensorFlow here lacks
  public LoadedModel load(SessionSettings settings) {
    return LoadedModel.load(this, settings);
  }

  /// Copies a signature's graph into another graph, under its scope. The model's tables, assets and
  /// variables (role STATE) become the graph's own: sessions initialize them and a
  /// [SavedModelWriter] writes them.
  ///
  /// @param inputs values that take the place of the signature's inputs; those left out are needed
  ///   only by outputs that depend on them
  /// @return the signature's outputs by name
  /// @throws ArtifactException as [#load]
  public SequencedMap<String, Value> importInto(
      GraphBuilder graph, String signature, Map<String, Value> inputs) {
    return SavedModelImport.add(this, graph, signature(signature), inputs);
  }

  void requireSafe() {
    List<String> unsafe = trusted ? List.of() : unsafeOperations();
    if (!unsafe.isEmpty()) {
      throw new ArtifactException(
          "The model's graph can do more than compute: " + String.join(", ", unsafe) + ".",
          Location.of(directory),
          "Load it only if you trust who made it, by saying so.");
    }
  }

  MetaGraphDef meta() {
    return meta;
  }

  /// The operation that fills tables, by any of the ways models have named it; empty without one.
  String initOperation() {
    SignatureDef init = meta.getSignatureDefMap().get(INIT_SIGNATURE);
    if (init != null) {
      TensorInfo output = init.getOutputsMap().get(INIT_SIGNATURE);
      if (output == null) {
        throw damaged("what initializes it", null);
      }
      return operationName(output.getName());
    }
    for (String key : List.of("saved_model_main_op", "legacy_init_op")) {
      if (meta.containsCollectionDef(key)) {
        List<String> nodes = meta.getCollectionDefOrThrow(key).getNodeList().getValueList();
        if (nodes.isEmpty()) {
          throw damaged("what initializes it", null);
        }
        return operationName(nodes.getFirst());
      }
    }
    return "";
  }

  static String operationName(String tensor) {
    int colon = tensor.lastIndexOf(':');
    return colon < 0 ? tensor : tensor.substring(0, colon);
  }
}
