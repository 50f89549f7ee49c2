package dev.pipewright.runner.root;

import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.runner.RunHistory.Latest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A pipeline as its runs tell of it.
///
/// @param document its nodes, links and parameters, as far as they were recorded
/// @param specs what is known of each component in it by name: the ports and parameters that were
///   recorded, and those of a component of ours its doc and types
/// @param runs the runs, the newest first
/// @param missing artifacts whose files are not there: the URI by the artifact's id
/// @param basis what it was told from
public record RootPipeline(
    Pipeline document,
    SortedMap<String, ComponentSpec> specs,
    List<Latest> runs,
    SortedMap<Long, String> missing,
    Basis basis) {

  /// What a pipeline was told from.
  public enum Basis {
    /// An ML Metadata store: what is there is so.
    METADATA,
    /// Folders alone: components and links are guessed by their names, and there is but one run,
    /// the last execution of each node.
    FOLDERS
  }

  public RootPipeline {
    specs = Collections.unmodifiableSortedMap(new TreeMap<>(specs));
    runs = List.copyOf(runs);
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
  }
}
