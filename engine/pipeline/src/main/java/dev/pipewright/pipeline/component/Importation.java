package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.util.Map;

/// Brings something that lies outside the pipeline in as an artifact, where it lies.
@FunctionalInterface
public non-sealed interface Importation extends Component.Behavior {

  /// What to bring in. The runner makes an artifact of it, or takes the one it made before of the
  /// same place, content and properties.
  Imported imported(Parameters parameters);

  /// Something to bring in.
  ///
  /// @param output the name of the output that it becomes
  /// @param type its type
  /// @param uri the file or folder, absolute
  /// @param properties the artifact's properties
  /// @param reuse whether an artifact made of it before will do
  record Imported(
      String output,
      ArtifactType type,
      Path uri,
      Map<String, ParameterValue> properties,
      Reuse reuse) {

    /// What to do when the same was brought in before.
    public enum Reuse {
      /// Take the artifact there is.
      EXISTING,
      /// Make another.
      NEVER,
    }

    public Imported {
      properties = Map.copyOf(properties);
    }
  }
}
