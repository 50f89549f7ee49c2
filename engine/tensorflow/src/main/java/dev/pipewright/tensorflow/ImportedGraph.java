package dev.pipewright.tensorflow;

/// A graph copied into another: finds its operations by the names they had.
public final class ImportedGraph {

  private final GraphBuilder graph;

  ImportedGraph(GraphBuilder graph) {
    this.graph = graph;
  }

  /// The operation that had that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Operation operation(String name) {
    return graph
        .operation(graph.qualified(name))
        .orElseThrow(() -> new IllegalArgumentException("nothing was imported as " + name));
  }

  /// The value that had that name, `scope/op:0`.
  ///
  /// @throws IllegalArgumentException if there is none
  public Value value(String name) {
    return graph.value(graph.qualified(name));
  }
}
