package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.Finding;
import java.nio.file.Path;
import java.util.List;

/// A component: its spec, and how it does its work. Implementations are found by `ServiceLoader`,
/// have a public constructor without arguments, and are cheap to make: nothing native loads before
/// an executor runs.
public interface Component {

  /// What the component says of itself.
  ComponentSpec spec();

  /// How it does its work. Called once an execution.
  Behavior behavior();

  /// What is wrong with these parameters beyond what their types say, as an expression that does
  /// not parse. Empty when all is well. Must not read data or load anything native.
  default List<Finding> check(Parameters parameters) {
    return List.of();
  }

  /// The files outside the pipeline whose content decides the result, as the CSV files of an
  /// ExampleGen. The runner puts their content hashes in the cache key; for a folder, those of all
  /// files below it.
  default List<Path> externalInputs(Parameters parameters) {
    return List.of();
  }

  /// The ways in which a node comes to its outputs.
  sealed interface Behavior permits Executor, Resolution, Importation, ExitAction {}
}
