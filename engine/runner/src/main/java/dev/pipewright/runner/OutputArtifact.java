package dev.pipewright.runner;

import dev.pipewright.pipeline.component.Artifact;

/// An artifact that a node made or found.
///
/// @param artifact the artifact
/// @param files how many files it has
/// @param bytes the size of all its files
public record OutputArtifact(Artifact artifact, long files, long bytes) {}
