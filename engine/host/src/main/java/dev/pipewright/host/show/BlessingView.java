package dev.pipewright.host.show;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// A blessing: an empty file whose name says it.
final class BlessingView implements View {

  private static final String BLESSED = "BLESSED";
  private static final String NOT_BLESSED = "NOT_BLESSED";

  @Override
  public boolean fits(Path path) {
    return Files.exists(path.resolve(BLESSED)) || Files.exists(path.resolve(NOT_BLESSED));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) {
    out.println(
        Files.exists(path.resolve(BLESSED))
            ? "BLESSED: the model met every threshold."
            : "NOT_BLESSED: the model missed a threshold. The evaluation says which.");
  }
}
