package dev.pipewright.host.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The folders `Split-<name>` of an artifact.
final class Splits {

  private static final String PREFIX = "Split-";

  private Splits() {}

  /// The file of this name in each split, by split; for the file itself, that under the name of its
  /// folder.
  static SequencedMap<String, Path> files(Path path, String name) throws IOException {
    var files = new TreeMap<String, Path>();
    if (Files.isRegularFile(path) && path.getFileName().toString().equals(name)) {
      Path folder = path.toAbsolutePath().getParent();
      String parent = folder == null ? "" : folder.getFileName().toString();
      files.put(parent.startsWith(PREFIX) ? parent.substring(PREFIX.length()) : "", path);
    } else if (Files.isDirectory(path)) {
      if (Files.exists(path.resolve(name))) {
        files.put("", path.resolve(name));
      }
      for (Path folder : folders(path)) {
        if (Files.exists(folder.resolve(name))) {
          files.put(
              folder.getFileName().toString().substring(PREFIX.length()), folder.resolve(name));
        }
      }
    }
    return files;
  }

  /// The artifact's folder, when `path` is it or a file of it.
  static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return Files.isDirectory(path) || parent == null ? path : parent;
  }

  /// The split folders of an artifact.
  static List<Path> folders(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isDirectory)
          .filter(p -> p.getFileName().toString().startsWith(PREFIX))
          .sorted()
          .toList();
    }
  }

  /// A title for a split. The name of a folder tells it where a part of an artifact is shown; an
  /// artifact without splits has none.
  static String title(String what, String split, Path folder) {
    String name = folder.toAbsolutePath().getFileName().toString();
    String known =
        split.isEmpty() && name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : split;
    return known.isEmpty() ? what : what + ", split " + known;
  }
}
