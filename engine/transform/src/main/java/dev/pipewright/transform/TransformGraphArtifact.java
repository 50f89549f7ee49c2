package dev.pipewright.transform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.GraphValue;
import dev.pipewright.transform.graph.RawInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A TransformGraph artifact on disk: what it takes, what it makes, and its graph, to be put into
/// others. Opening it loads nothing native.
public final class TransformGraphArtifact {

  private final Path uri;
  private final Schema rawSchema;
  private final Schema transformedSchema;
  private final SortedMap<String, ValueType> rawFeatures;
  private final SortedMap<String, ValueType> outputTypes;
  private final Dependencies dependencies;

  private TransformGraphArtifact(
      Path uri, Schema rawSchema, Schema transformedSchema, Dependencies dependencies) {
    this.uri = uri;
    this.dependencies = dependencies;
    this.rawSchema = rawSchema;
    this.transformedSchema = transformedSchema;
    this.rawFeatures = Collections.unmodifiableSortedMap(RawFeatures.of(rawSchema));
    this.outputTypes = RawFeatures.of(transformedSchema);
  }

  /// The artifact in this folder.
  ///
  /// @throws ArtifactException when it is not one
  public static TransformGraphArtifact open(Path uri) throws IOException {
    return new TransformGraphArtifact(
        uri,
        SchemaText.read(uri.resolve("metadata").resolve(SchemaText.FILE_NAME)),
        SchemaText.read(uri.resolve("transformed_metadata").resolve(SchemaText.FILE_NAME)),
        Dependencies.read(uri.resolve("transform_fn")));
  }

  /// The schema of the raw examples.
  public Schema rawSchema() {
    return rawSchema;
  }

  /// The schema of the transformed examples, with the ranges of categorical features.
  public Schema transformedSchema() {
    return transformedSchema;
  }

  /// The raw features' types by name: dense ones parse as `FixedLenFeature`, sparse ones as
  /// `VarLenFeature`.
  public SortedMap<String, ValueType> rawFeatures() {
    return rawFeatures;
  }

  /// The transformed features in the order of their names.
  public List<TransformedFeature> features() {
    List<TransformedFeature> features = new ArrayList<>();
    for (Feature feature : transformedSchema.getFeatureList()) {
      ValueType type = outputTypes.get(feature.getName());
      if (type != null) {
        features.add(
            new TransformedFeature(
                feature.getName(),
                type,
                feature.hasIntDomain()
                    ? new TransformedFeature.Range(
                        feature.getIntDomain().getMin(), feature.getIntDomain().getMax())
                    : null));
      }
    }
    return features;
  }

  /// The vocabularies' files by the names that `asset_map` gives them, in its order.
  ///
  /// @throws ArtifactException when `asset_map` cannot be read
  public SequencedMap<String, Path> vocabularies() throws IOException {
    Path file = uri.resolve("transformed_metadata").resolve("asset_map");
    SequencedMap<String, Path> vocabularies = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try {
        JsonNode map = JsonMapper.builder().build().readTree(Files.readString(file));
        Path assets = function().resolve("assets");
        map.forEachEntry(
            (name, asset) ->
                vocabularies.put(
                    name, assets.resolve(Path.of(asset.asText()).getFileName().toString())));
      } catch (JsonProcessingException e) {
        throw new ArtifactException(
            "The file is no JSON.", Location.of(file), "Run the Transform again.", e);
      }
    }
    return vocabularies;
  }

  /// The raw features that these transformed features depend on.
  ///
  /// @throws IllegalArgumentException when there is no such transformed feature
  public Set<String> rawFeaturesOf(Set<String> transformed) {
    List<String> outputKeys = new ArrayList<>();
    for (String name : transformed) {
      List<String> keys = TransformSignatures.outputKeys(outputTypes).get(name);
      if (keys == null) {
        throw new IllegalArgumentException(name + " is no transformed feature");
      }
      outputKeys.addAll(keys);
    }
    Set<String> inputKeys = dependencies.inputsOf(outputKeys);
    Set<String> features = new TreeSet<>();
    TransformSignatures.inputKeys(rawFeatures)
        .forEach(
            (feature, keys) -> {
              if (!Collections.disjoint(keys, inputKeys)) {
                features.add(feature);
              }
            });
    return features;
  }

  /// Puts the transform into a graph, below its scope: to put it there twice, give scopes of
  /// different names. Sessions then have its tables to initialize, and a `SavedModelWriter` writes
  /// its vocabularies among the assets.
  ///
  /// @param raw values of raw features; a feature that is not used may be left out
  /// @return the transformed features that depend on those features alone, by name
  /// @throws ArtifactException when the graph cannot be read
  public SequencedMap<String, GraphValue> attach(GraphBuilder graph, Map<String, GraphValue> raw) {
    Map<String, Value> inputs = new HashMap<>();
    SequencedMap<String, List<String>> inputKeys = TransformSignatures.inputKeys(rawFeatures);
    raw.forEach(
        (feature, value) -> {
          List<String> keys = inputKeys.get(feature);
          if (keys == null) {
            throw new IllegalArgumentException(feature + " is no raw feature");
          }
          inputs.putAll(TransformSignatures.zip(keys, RawInputs.parts(List.of(value))));
        });
    SequencedMap<String, Value> outputs =
        SavedModel.read(function(), dependencies.tag())
            .importInto(graph.scope("transform"), TransformSignatures.FLAT, inputs);
    return available(outputs, raw.keySet());
  }

  private SequencedMap<String, GraphValue> available(
      SequencedMap<String, Value> outputs, Set<String> raw) {
    SequencedMap<String, GraphValue> values = new LinkedHashMap<>();
    for (var output : TransformSignatures.outputKeys(outputTypes).entrySet()) {
      if (raw.containsAll(rawFeaturesOf(Set.of(output.getKey())))) {
        List<Value> parts = output.getValue().stream().map(key -> value(outputs, key)).toList();
        values.put(
            output.getKey(),
            parts.size() == 1
                ? new GraphValue.Dense(parts.getFirst())
                : new GraphValue.Sparse(parts.get(0), parts.get(1), parts.get(2)));
      }
    }
    return values;
  }

  private Value value(SequencedMap<String, Value> outputs, String key) {
    Value value = outputs.get(key);
    if (value == null) {
      throw new ArtifactException(
          "The transform's graph has no output " + key + ".",
          Location.of(function()),
          "Run the Transform again.");
    }
    return value;
  }

  /// Puts the transform into a graph, behind the parsing of serialized tf.Examples: what a model is
  /// served with, and what an evaluation looks at. Of several in one graph, each needs a scope of
  /// its own, as for `attach`.
  ///
  /// @param examples serialized tf.Examples, string `[n]`
  /// @param without raw features that the examples lack, as the label when a model is served
  /// @return the transformed features that depend on none of these, by name
  /// @throws ArtifactException when the graph cannot be read
  public SequencedMap<String, GraphValue> attachToExamples(
      GraphBuilder graph, Value examples, Set<String> without) {
    SortedMap<String, ValueType> parsed = new TreeMap<>();
    for (TransformedFeature feature : features()) {
      Set<String> used = rawFeaturesOf(Set.of(feature.name()));
      if (Collections.disjoint(used, without)) {
        used.forEach(name -> parsed.put(name, rawType(name)));
      }
    }
    return attach(graph, ExampleParsing.parse(graph, examples, parsed));
  }

  private ValueType rawType(String feature) {
    ValueType type = rawFeatures.get(feature);
    if (type == null) {
      throw new IllegalStateException(feature);
    }
    return type;
  }

  private Path function() {
    return uri.resolve("transform_fn");
  }
}
