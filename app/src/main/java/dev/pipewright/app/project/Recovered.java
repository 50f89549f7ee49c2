package dev.pipewright.app.project;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Unsaved changes of a window that ended without saying what was to become of them.
///
/// @param project the project file, or null for a project that was never saved
/// @param name the pipeline's name
/// @param time of the last change that was kept
/// @param saved the document as it was read or saved last, as the text of a project file
/// @param text the document, as the text of a project file
/// @param base SHA-256 of the file that the changes were made on, in hex, or empty
/// @param store the recovery file itself
public record Recovered(
    @Nullable Path project,
    String name,
    Instant time,
    String saved,
    String text,
    String base,
    Path store) {

  /// The same, as a project that was never saved.
  Recovered withoutProject() {
    return new Recovered(null, name, time, saved, text, "", store);
  }
}
