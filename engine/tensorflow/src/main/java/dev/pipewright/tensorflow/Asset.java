package dev.pipewright.tensorflow;

import java.nio.file.Path;

/// A file a graph reads, a vocabulary for one: its path is in the graph only as a file name, and is
/// fed when the graph is initialized, so that a SavedModel can be moved.
///
/// @param path the string constant that stands for the file's path
/// @param file where the file is now
public record Asset(Value path, Path file) {

  /// The file's name within a SavedModel's `assets` folder.
  public String fileName() {
    return file.getFileName().toString();
  }
}
