package dev.pipewright.runner.root;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.pipeline.NodeId;
import java.util.List;
import java.util.SequencedMap;

/// What a node did in a run.
///
/// @param node the node
/// @param execution its execution
/// @param inputs what it read, by input
/// @param outputs what it made, found or took from the cache, by output
record Step(
    NodeId node,
    ExecutionRecord execution,
    SequencedMap<String, List<ArtifactId>> inputs,
    SequencedMap<String, List<ArtifactId>> outputs) {}
