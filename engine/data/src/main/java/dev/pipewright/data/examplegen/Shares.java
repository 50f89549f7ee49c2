package dev.pipewright.data.examplegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Into which splits the examples of an input split go.
///
/// @param uri the artifact's folder
/// @param names the splits to write
/// @param hashBuckets the share of each; empty for a single one that takes all
/// @param partitionFeature the feature whose value decides instead of the whole example
/// @param isWhole whether no other input split has examples for the artifact
record Shares(
    Path uri,
    List<String> names,
    List<Integer> hashBuckets,
    Optional<String> partitionFeature,
    boolean isWhole) {

  Shares {
    names = List.copyOf(names);
    hashBuckets = List.copyOf(hashBuckets);
  }

  /// Those of an input split.
  static Shares of(Path uri, ExampleGenConfig config, ExampleGenConfig.Input input) {
    return new Shares(
        uri,
        config.outputs().isEmpty() ? List.of(input.name()) : config.splitNames(),
        config.outputs().stream().map(ExampleGenConfig.Output::hashBuckets).toList(),
        config.partitionFeature(),
        config.inputs().size() == 1);
  }
}
