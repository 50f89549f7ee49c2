package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Files;
import java.nio.file.Path;

/// Saves and restores every variable of a graph, optimizer slots and step included, in TensorFlow's
/// checkpoint format V2: a training that is resumed goes on bit for bit as the one that was not
/// interrupted. Made once the graph has all its variables; used by the session's thread.
public final class Checkpoint {

  private static final String PREFIX = "variables";

  private final GraphSession session;
  private final VariableSaver saver;

  /// Prepares to save and restore the variables of that session's graph.
  public Checkpoint(GraphBuilder graph, GraphSession session) {
    this.session = session;
    this.saver = VariableSaver.add(graph, graph.variables());
  }

  /// Writes a folder with the variables, whole or not at all.
  ///
  /// @throws ArtifactException if there is such a folder and it is not empty
  public void save(Path directory) {
    try (WholeDirectory folder = new WholeDirectory(directory)) {
      saver.save(session, folder.path().resolve(PREFIX));
      folder.commit();
    }
  }

  /// Sets the variables to what the folder holds.
  ///
  /// @throws ArtifactException if it is no checkpoint, or of a graph with other variables
  public void restore(Path directory) {
    if (!Files.exists(directory.resolve(PREFIX + ".index"))) {
      throw new ArtifactException(
          "There is no checkpoint here.", Location.of(directory), "Train from the start.");
    }
    saver.restore(session, directory.resolve(PREFIX));
  }

  /// Opens the variables that [#save] wrote there, to look at them one by one.
  public static CheckpointReader read(Path directory) {
    return new CheckpointReader(directory.resolve(PREFIX));
  }
}
