package dev.pipewright.host.show;

import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.tensorflow.SavedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A SavedModel: its signatures and assets. Nothing in it is run.
final class SavedModelView implements View {

  /// Where a model may lie in an artifact, and the tag of its graph.
  private record Place(String folder, String tag) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("", "serve"),
          new Place("Format-Serving", "serve"),
          new Place("transform_fn", "transform"));

  @Override
  public boolean fits(Path path) {
    return PLACES.stream().anyMatch(place -> isAt(path, place));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Place place = PLACES.stream().filter(p -> isAt(path, p)).findFirst().orElseThrow();
    Path folder = path.resolve(place.folder());
    boolean isTransform = folder.endsWith("transform_fn");
    SavedModel model = SavedModel.read(folder, isTransform ? "transform" : place.tag());
    out.println(
        "SavedModel "
            + folder
            + ", "
            + Numbers.bytes(size(folder))
            + ", TensorFlow "
            + model.tensorFlowVersion());
    model
        .signatures()
        .forEach(
            (name, signature) -> {
              out.println();
              out.println("Signature " + name);
              TextTable table = TextTable.of("", "name", "type", "shape");
              signature
                  .inputs()
                  .forEach((key, value) -> table.row("in", key, value.dtype(), value.shape()));
              signature
                  .outputs()
                  .forEach((key, value) -> table.row("out", key, value.dtype(), value.shape()));
              out.print(table);
            });
    for (Path asset : model.assets()) {
      out.println("Asset " + asset.getFileName() + ", " + Numbers.bytes(Files.size(asset)));
    }
  }

  private static boolean isAt(Path path, Place place) {
    return Files.exists(path.resolve(place.folder()).resolve("saved_model.pb"));
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
