package dev.pipewright.pipeline.component;

import dev.pipewright.pipeline.ParameterValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// An artifact as an execution sees it.
///
/// @param id ML Metadata's id of it
/// @param type its type
/// @param uri the folder that holds it, absolute
/// @param fingerprint SHA-256 of its content, in hex: equal for equal content wherever it lies
/// @param properties TFX's properties of the type, as `split_names`, and custom ones, as `span`
public record Artifact(
    long id,
    ArtifactType type,
    Path uri,
    String fingerprint,
    SortedMap<String, ParameterValue> properties) {

  public Artifact {
    if (!uri.isAbsolute()) {
      throw new IllegalArgumentException("not absolute: " + uri);
    }
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /// An artifact with these properties.
  public static Artifact of(
      long id,
      ArtifactType type,
      Path uri,
      String fingerprint,
      Map<String, ParameterValue> properties) {
    return new Artifact(id, type, uri, fingerprint, new TreeMap<>(properties));
  }
}
