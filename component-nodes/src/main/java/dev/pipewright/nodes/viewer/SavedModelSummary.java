package dev.pipewright.nodes.viewer;

import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is shown of a SavedModel. Nothing in it is run.
///
/// @param folder where it lies
/// @param tensorFlowVersion the version that wrote it
/// @param sizeBytes how large all its files are
/// @param tensors what its signatures take and give
/// @param assets the files that its graph reads
record SavedModelSummary(
    Path folder,
    String tensorFlowVersion,
    long sizeBytes,
    List<Tensor> tensors,
    List<Asset> assets) {

  /// An input or output of a signature.
  record Tensor(String signature, boolean isInput, String name, String type, String shape) {}

  /// A file.
  record Asset(String name, long sizeBytes) {}

  SavedModelSummary {
    tensors = List.copyOf(tensors);
    assets = List.copyOf(assets);
  }

  /// The model in an artifact's folder, or in `Format-Serving` below it.
  static SavedModelSummary read(Path artifact) throws IOException {
    Path serving = artifact.resolve("Format-Serving");
    Path folder = Files.isDirectory(serving) ? serving : artifact;
    SavedModel model = SavedModel.read(folder);
    List<Tensor> tensors = new ArrayList<>();
    model.signatures().values().forEach(signature -> add(tensors, signature));
    List<Asset> assets = new ArrayList<>();
    for (Path asset : model.assets()) {
      assets.add(new Asset(asset.getFileName().toString(), Files.size(asset)));
    }
    return new SavedModelSummary(folder, model.tensorFlowVersion(), size(folder), tensors, assets);
  }

  /// How many signatures there are.
  int signatureCount() {
    return (int) tensors.stream().map(Tensor::signature).distinct().count();
  }

  private static void add(List<Tensor> tensors, Signature signature) {
    signature
        .inputs()
        .forEach(
            (name, t) ->
                tensors.add(
                    new Tensor(
                        signature.name(), true, name, t.dtype().toString(), t.shape().toString())));
    signature
        .outputs()
        .forEach(
            (name, t) ->
                tensors.add(
                    new Tensor(
                        signature.name(),
                        false,
                        name,
                        t.dtype().toString(),
                        t.shape().toString())));
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
