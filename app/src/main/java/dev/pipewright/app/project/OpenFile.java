package dev.pipewright.app.project;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file of an open project and what it was when it was last read or written.
///
/// @param path where it is, or null for a project that was never saved
/// @param stamp what it was, or null where there is none
record OpenFile(@Nullable Path path, @Nullable FileStamp stamp) {

  static final OpenFile NONE = new OpenFile(null, null);

  /// A project file that was read.
  record Read(OpenFile file, Pipeline document) {}

  /// Reads a project file.
  static Read read(Path file) {
    try {
      // Before the content: a change that comes in between is then taken for one, not overlooked.
      Optional<FileStamp> stamp = FileStamp.of(file);
      return new Read(new OpenFile(file, stamp.orElse(null)), ProjectFile.read(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// A file as it was when it had this content.
  static OpenFile based(Path file, String hash) {
    return new OpenFile(file, new FileStamp(0, -1, hash));
  }

  /// Writes a document, unless somebody else has changed the file.
  ///
  /// @return the file as it is now, or null when it was not written
  @Nullable OpenFile write(Pipeline document) {
    return state() == FileState.CHANGED ? null : overwrite(document);
  }

  /// Writes a document whatever the file holds.
  OpenFile overwrite(Pipeline document) {
    return write(required(), document);
  }

  /// Writes a document to a file.
  static OpenFile write(Path file, Pipeline document) {
    ProjectFile.write(file, document);
    try {
      return new OpenFile(file, FileStamp.of(file).orElse(null));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// How the file is now.
  FileState state() {
    if (path == null || stamp == null) {
      return FileState.NONE;
    }
    try {
      if (!Files.exists(path)) {
        return FileState.GONE;
      }
      return stamp.fits(path) ? FileState.SAME : FileState.CHANGED;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  String hash() {
    return stamp == null ? "" : stamp.hash();
  }

  Path required() {
    if (path == null) {
      throw new IllegalStateException("the project was never saved");
    }
    return path;
  }

  private static EnvironmentException unreadable(Path file, IOException e) {
    return new EnvironmentException(
        "It cannot be read: " + e.getMessage() + ".", Location.of(file), "Check its rights.", e);
  }
}
