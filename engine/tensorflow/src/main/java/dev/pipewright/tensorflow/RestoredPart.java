package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Variables of an imported SavedModel, read back from its own files.
///
/// @param restore the op that reads and assigns them
/// @param prefix the placeholder of the path
/// @param variables the path's prefix, `…/variables/variables`
/// @param copies what gives the restored values to further variables, afterwards
record RestoredPart(Operation restore, Value prefix, Path variables, Operation copies) {

  /// The error of variables that cannot be read.
  ArtifactException damaged(@Nullable Throwable cause) {
    Path data = Path.of(variables + ".data-00000-of-00001");
    return new ArtifactException(
        "The SavedModel is damaged: its variables cannot be read.",
        Location.of(Files.exists(data) ? data : variables),
        "Restore it from a copy, or make it again.",
        cause);
  }
}
