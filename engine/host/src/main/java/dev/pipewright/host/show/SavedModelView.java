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

  private static final List<String> PLACES = List.of("", "Format-Serving", "transform_fn");

  @Override
  public boolean fits(Path path) {
    return PLACES.stream().anyMatch(p -> Files.exists(path.resolve(p).resolve("saved_model.pb")));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Path folder =
        PLACES.stream()
            .map(path::resolve)
            .filter(p -> Files.exists(p.resolve("saved_model.pb")))
            .findFirst()
            .orElseThrow();
    SavedModel model = SavedModel.read(folder);
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
