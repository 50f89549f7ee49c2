package dev.pipewright.runner;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where runs of a pipeline leave what they make, laid out as TFX does:
/// `<node>/<output>/<execution>/…` and `metadata.db`. What is the runner's own lies in
/// `.pipewright`, a name that no node can have.
///
/// @param folder the folder, absolute
public record RunRoot(Path folder) {

  private static final String SUFFIX = ".runs";

  public RunRoot {
    folder = folder.toAbsolutePath().normalize();
  }

  /// The usual root of a project: beside its file, `penguins.runs` for `penguins.pipewright`.
  public static RunRoot of(Path projectFile) {
    String name = projectFile.toAbsolutePath().getFileName().toString();
    String stem =
        name.endsWith(ProjectFile.EXTENSION)
            ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
            : name;
    return new RunRoot(projectFile.toAbsolutePath().resolveSibling(stem + SUFFIX));
  }

  /// Whether it is the usual root of a project that lies beside it: no other runs there.
  boolean isOfOneProject() {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    return name.endsWith(SUFFIX)
        && Files.exists(
            folder.resolveSibling(
                name.substring(0, name.length() - SUFFIX.length()) + ProjectFile.EXTENSION));
  }

  /// The ML Metadata store.
  public Path metadata() {
    return folder.resolve("metadata.db");
  }

  /// Where an execution's output lies once it is published.
  public Path output(NodeId node, String port, long execution) {
    return folder.resolve(node.value()).resolve(port).resolve(Long.toString(execution));
  }

  /// The log of a node in a run.
  public Path log(String run, NodeId node) {
    // The colons of the time in a run's name cannot stand in a file name everywhere.
    return own().resolve("logs").resolve(run.replace(':', '-')).resolve(node + ".log");
  }

  /// Holds the outputs of executions at work.
  Path staging() {
    return own().resolve("staging");
  }

  Path staging(long execution) {
    return staging().resolve(Long.toString(execution));
  }

  /// Holds what executions keep for the case that they are cut off.
  Path work() {
    return own().resolve("work");
  }

  Path work(String cacheKey) {
    return work().resolve(cacheKey);
  }

  /// Whether the runner has worked there: TFX's roots lack its folder.
  public boolean isOurs() {
    return Files.isDirectory(own());
  }

  Path lock() {
    return own().resolve("lock");
  }

  Path fingerprints() {
    return own().resolve("fingerprints.tsv");
  }

  Path own() {
    return folder.resolve(".pipewright");
  }
}
