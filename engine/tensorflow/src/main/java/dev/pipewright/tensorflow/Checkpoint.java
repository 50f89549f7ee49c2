package dev.pipewright.tensorflow;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Saves and restores every variable of a graph, optimizer slots and step included, in TensorFlow's
/// checkpoint format V2: a training that is resumed goes on bit for bit as the one that was not
/// interrupted. Made once the graph has all its variables; used by the session's thread.
public final class Checkpoint {

  private static final String PREFIX = "variables";
  private static final String NOTES = "notes.json";

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
    save(directory, "");
  }

  /// The same, with a text of the caller's beside the variables, which [#notes] gives back.
  ///
  /// @throws ArtifactException if there is such a folder and it is not empty
  public void save(Path directory, String notes) {
    try (WholeDirectory folder = new WholeDirectory(directory)) {
      saver.save(session, folder.path().resolve(PREFIX));
      Files.writeString(folder.path().resolve(NOTES), notes);
      folder.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text that was saved with the variables there.
  ///
  /// @throws ArtifactException if it is no checkpoint
  public static String notes(Path directory) {
    try {
      return Files.readString(directory.resolve(NOTES));
    } catch (IOException e) {
      throw none(directory, e);
    }
  }

  private static ArtifactException none(Path directory, @Nullable IOException cause) {
    return new ArtifactException(
        "There is no checkpoint here.", Location.of(directory), "Train from the start.", cause);
  }

  /// Sets the variables to what the folder holds.
  ///
  /// @throws ArtifactException if it is no checkpoint, or of a graph with other variables
  public void restore(Path directory) {
    if (!Files.exists(directory.resolve(PREFIX + ".index"))) {
      throw none(directory, null);
    }
    saver.restore(session, directory.resolve(PREFIX));
  }

  /// Opens the variables that [#save] wrote there, to look at them one by one.
  public static CheckpointReader read(Path directory) {
    return new CheckpointReader(directory.resolve(PREFIX));
  }
}
