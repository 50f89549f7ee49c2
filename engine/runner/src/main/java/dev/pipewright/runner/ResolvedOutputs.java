package dev.pipewright.runner;

import dev.pipewright.metadata.ArtifactId;
import dev.pipewright.metadata.Properties;
import dev.pipewright.metadata.PropertyValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a Resolver found, among the custom properties of its execution: the ids of the artifacts by
/// output. ML Metadata keeps no events of such an execution, since TFX writes none.
final class ResolvedOutputs {

  private static final String PREFIX = PropertyMapping.OWN + "resolved:";

  private ResolvedOutputs() {}

  /// The properties, with what was found.
  static Properties add(Properties properties, SequencedMap<String, List<OutputArtifact>> found) {
    Map<String, PropertyValue> custom = new TreeMap<>(properties.custom());
    found.forEach(
        (port, artifacts) ->
            custom.put(
                PREFIX + port,
                PropertyValue.of(
                    artifacts.stream()
                        .map(a -> Long.toString(a.artifact().id()))
                        .collect(Collectors.joining(" ")))));
    return Properties.of(properties.declared(), custom);
  }

  /// What was found, by output; empty for an execution that resolved nothing.
  static SequencedMap<String, List<ArtifactId>> read(Properties properties) {
    SequencedMap<String, List<ArtifactId>> found = new LinkedHashMap<>();
    properties
        .custom()
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX) && value instanceof PropertyValue.Text(String ids)) {
                found.put(
                    key.substring(PREFIX.length()),
                    Arrays.stream(ids.split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new ArtifactId(Long.parseLong(id)))
                        .toList());
              }
            });
    return found;
  }
}
