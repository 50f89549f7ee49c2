package dev.pipewright.runner;

import dev.pipewright.metadata.TfxTypes;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.ParameterType.PathName.Role;
import dev.pipewright.pipeline.file.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The key under which a node's outputs are kept: a SHA-256 over all that decides them.
///
/// In it: the component's name and version, the resolved parameters, the content and declared
/// properties of each input's artifacts, the content of files outside the pipeline, the seed. Not
/// in it: the node's name, so that renaming a node costs nothing and two nodes that do the same
/// share what it gives; the layout; where the project lies; how often it was run.
final class CacheKey {

  private CacheKey() {}

  static String of(
      Plan.Step step, long seed, Map<String, List<Artifact>> inputs, List<Content> externals) {
    Map<String, ParameterValue> key = new TreeMap<>();
    key.put("component", ParameterValue.of(step.spec().name()));
    key.put("version", ParameterValue.of(step.spec().version()));
    key.put("parameters", step.keyParameters());
    Map<String, ParameterValue> ports = new LinkedHashMap<>();
    inputs.forEach(
        (port, artifacts) -> {
          if (!artifacts.isEmpty()) {
            ports.put(port, ParameterValue.of(artifacts.stream().map(CacheKey::artifact).toList()));
          }
        });
    key.put("inputs", ParameterValue.of(ports));
    key.put(
        "external",
        ParameterValue.of(
            externals.stream().map(c -> ParameterValue.of(c.fingerprint())).toList()));
    key.put("seed", ParameterValue.of(seed));
    MessageDigest digest = Content.sha256();
    digest.update(JsonText.canonical(ParameterValue.of(key)).getBytes(StandardCharsets.UTF_8));
    return Content.hex(digest);
  }

  private static ParameterValue artifact(Artifact artifact) {
    Map<String, ParameterValue> fields = new TreeMap<>();
    fields.put("type", ParameterValue.of(artifact.type().name()));
    fields.put("fingerprint", ParameterValue.of(artifact.fingerprint()));
    for (String declared : TfxTypes.artifact(artifact.type().name()).properties().keySet()) {
      ParameterValue value = artifact.properties().get(declared);
      if (value != null) {
        fields.put("property " + declared, value);
      }
    }
    return ParameterValue.of(fields);
  }

  /// The content of what a node reads from outside the pipeline: what its component says, or else
  /// all its parameters that name inputs. Runs' own outputs do not count, should they lie there.
  static List<Content> externals(Plan.Step step, RunRoot root, FingerprintMemory memory)
      throws IOException {
    List<Path> paths = new ArrayList<>(step.component().externalInputs(step.parameters()));
    if (paths.isEmpty()) {
      collect(step.spec().parameters(), step.parameters().fields(), paths);
    }
    List<Content> contents = new ArrayList<>();
    for (Path path : paths) {
      contents.add(Content.without(root.folder(), path, memory));
    }
    return contents;
  }

  private static void collect(List<ParameterSpec> specs, Fields fields, List<Path> paths) {
    for (ParameterSpec spec : specs) {
      fields.get(spec.name()).ifPresent(value -> collect(spec.type(), value, paths));
    }
  }

  private static void collect(ParameterType type, ParameterValue value, List<Path> paths) {
    switch (type) {
      case ParameterType.PathName(Role role)
          when role != Role.OUTPUT_FOLDER && value instanceof ParameterValue.Text(String path) ->
          paths.add(Path.of(path));
      case ParameterType.ListOf(ParameterType element)
          when value instanceof ParameterValue.Items(var items) ->
          items.forEach(item -> collect(element, item, paths));
      case ParameterType.MapOf(ParameterType element) when value instanceof Fields(var fields) ->
          fields.values().forEach(item -> collect(element, item, paths));
      case ParameterType.Struct(var specs) when value instanceof Fields fields ->
          collect(specs, fields, paths);
      default -> {}
    }
  }
}
