package dev.pipewright.runner.root;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The folders of a root: `<node>/<output>/<execution>`.
final class FolderNodes {

  private FolderNodes() {}

  /// Whether this folder holds folders of nodes.
  static boolean areAt(Path folder) {
    return Files.isDirectory(folder) && !of(folder).isEmpty();
  }

  /// What lies in a root: each node with its outputs, each of these with its executions by number.
  static SequencedMap<String, SequencedMap<String, TreeMap<Long, Path>>> of(Path root) {
    SequencedMap<String, SequencedMap<String, TreeMap<Long, Path>>> nodes = new LinkedHashMap<>();
    for (Path node : folders(root)) {
      SequencedMap<String, TreeMap<Long, Path>> outputs = new LinkedHashMap<>();
      for (Path output : folders(node)) {
        TreeMap<Long, Path> executions = new TreeMap<>();
        for (Path execution : folders(output)) {
          number(execution).ifPresent(number -> executions.put(number, execution));
        }
        if (!executions.isEmpty()) {
          outputs.put(output.getFileName().toString(), executions);
        }
      }
      if (!outputs.isEmpty()) {
        nodes.put(node.getFileName().toString(), outputs);
      }
    }
    return nodes;
  }

  private static Optional<Long> number(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(name)) : Optional.empty();
  }

  /// What begins with `.` or `_` is somebody's own.
  private static List<Path> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !each.getFileName().toString().matches("[._].*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException(
          "This folder cannot be read: " + e.getMessage() + ".",
          Location.of(folder),
          "See that you may read it.",
          e);
    }
  }
}
