package dev.pipewright.tensorflow;

import java.util.Map;

/// A SavedModel in memory, ready to be called. Signatures may be called from several threads, each
/// with its own [#signature].
public final class LoadedModel implements AutoCloseable {

  private final SavedModel model;
  private final GraphBuilder graph;
  private final GraphSession session;
  private final ImportedGraph imported;

  private LoadedModel(
      SavedModel model, GraphBuilder graph, GraphSession session, ImportedGraph imported) {
    this.model = model;
    this.graph = graph;
    this.session = session;
    this.imported = imported;
  }

  static LoadedModel load(SavedModel model, SessionSettings settings) {
    GraphBuilder graph = GraphBuilder.create();
    GraphSession session = GraphSession.open(graph, settings);
    try {
      ImportedGraph imported = SavedModelImport.addGraph(model, graph, Map.of());
      session.initializeTables();
      return new LoadedModel(model, graph, session, imported);
    } catch (RuntimeException e) {
      session.close();
      graph.close();
      throw e;
    }
  }

  /// What was read from disk.
  public SavedModel description() {
    return model;
  }

  /// Prepares calls of a signature, by one thread.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException if there is none of that name
  public synchronized SignatureCall signature(String name) {
    return new SignatureCall(model.signature(name), graph, session, imported);
  }

  /// Ends what runs; may be called from any thread.
  public void cancel() {
    session.cancel();
  }

  /// Frees the model.
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
