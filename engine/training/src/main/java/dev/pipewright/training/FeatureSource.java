package dev.pipewright.training;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.ExampleParsing;
import dev.pipewright.transform.TransformGraphArtifact;
import dev.pipewright.transform.TransformedFeature;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.GraphValue;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a served model comes from raw tf.Examples to the features that it was trained on.
sealed interface FeatureSource {

  /// The features that the model takes.
  ///
  /// @param examples serialized tf.Examples, string `[n]`, which may lack what only the label needs
  Map<String, GraphValue> inputs(GraphBuilder graph, Value examples);

  /// Through a transform.
  ///
  /// @param transform the transform
  /// @param inputs the features that the model takes
  /// @param label the feature that it predicts
  record Transformed(TransformGraphArtifact transform, Set<String> inputs, String label)
      implements FeatureSource {

    @Override
    public Map<String, GraphValue> inputs(GraphBuilder graph, Value examples) {
      return transform.attachToExamples(graph, examples, ofLabelAlone());
    }

    /// Every transformed feature, the label's too: what an evaluation looks at.
    Map<String, GraphValue> all(GraphBuilder graph, Value examples) {
      return transform.attachToExamples(graph, examples, Set.of());
    }

    private Set<String> ofLabelAlone() {
      Set<String> raw = new HashSet<>(transform.rawFeaturesOf(Set.of(label)));
      raw.removeAll(transform.rawFeaturesOf(inputs));
      return raw;
    }

    private void check() {
      Map<String, ValueType> made =
          transform.features().stream()
              .collect(Collectors.toMap(TransformedFeature::name, TransformedFeature::type));
      requireMade(label, "label_key", made);
      for (String input : inputs) {
        requireMade(input, "model", made);
      }
    }

    private static void requireMade(String name, String field, Map<String, ValueType> made) {
      ValueType type = made.get(name);
      if (type == null) {
        throw new DataException(
            "Transform makes no feature " + name + ".",
            Location.subject(field),
            NearestName.suggest(name, made.keySet().stream().sorted().toList()));
      }
      if (type.isSparse() || type.element() == ElementType.STRING) {
        throw new DataException(
            "The feature "
                + name
                + " is "
                + type
                + ", and a network computes with numbers, as"
                + " many in each example.",
            Location.subject(field),
            "Make it dense and a number in Transform.");
      }
    }
  }

  /// As they are.
  ///
  /// @param types the types of the features that the model takes
  record Raw(SortedMap<String, ValueType> types) implements FeatureSource {

    @Override
    public Map<String, GraphValue> inputs(GraphBuilder graph, Value examples) {
      return ExampleParsing.parse(graph, examples, types);
    }
  }

  /// The source of an execution's inputs.
  ///
  /// @throws DataException when it lacks a feature
  static FeatureSource of(Execution execution, List<RowField> inputs, TrainerSettings settings)
      throws IOException, InterruptedException {
    var transform = execution.optionalInput(TrainerSpec.TRANSFORM_GRAPH);
    if (transform.isPresent()) {
      var source =
          new Transformed(
              TransformGraphArtifact.open(transform.get().uri()),
              names(inputs),
              settings.labelKey());
      source.check();
      return source;
    }
    return raw(execution, inputs, settings);
  }

  private static Raw raw(Execution execution, List<RowField> inputs, TrainerSettings settings)
      throws IOException, InterruptedException {
    var schema = execution.optionalInput(TrainerSpec.SCHEMA);
    NumberTypes numbers =
        schema.isPresent()
            ? NumberTypes.ofSchema(schema.get().uri())
            : NumberTypes.ofExamples(execution, settings.trainSplits(), names(inputs));
    SortedMap<String, ValueType> types = new TreeMap<>();
    for (RowField input : inputs) {
      List<Integer> shape = input.shape().dims().stream().map(Math::toIntExact).toList();
      types.put(input.name(), ValueType.dense(numbers.require(input.name()), shape));
    }
    return new Raw(types);
  }

  private static Set<String> names(List<RowField> inputs) {
    return inputs.stream().map(RowField::name).collect(Collectors.toSet());
  }
}
