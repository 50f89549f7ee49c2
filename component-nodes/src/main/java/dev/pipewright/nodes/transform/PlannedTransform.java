package dev.pipewright.nodes.transform;

import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.Operation.Analysis;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the expressions of a Transform say, before it runs.
final class PlannedTransform {

  private final Set<String> rawFeatures = new TreeSet<>();
  private final Map<Analysis, Integer> analyses = new EnumMap<>(Analysis.class);
  private int outputs;
  private int calls;

  private PlannedTransform() {}

  /// Reads the parameter `outputs`.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when an expression cannot be parsed
  static PlannedTransform of(Parameters parameters) {
    PlannedTransform planned = new PlannedTransform();
    for (Parameters output : parameters.structs("outputs")) {
      planned.outputs++;
      planned.add(ExpressionParser.parse(output.text("expression").orElse("")));
    }
    return planned;
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.Feature feature) {
      rawFeatures.add(feature.name());
    }
    if (expression instanceof Expression.Call call) {
      calls++;
      analyses.merge(call.operation().analysis(), 1, Integer::sum);
    }
    expression.children().forEach(this::add);
  }

  /// How many raw features are used.
  int rawFeatures() {
    return rawFeatures.size();
  }

  /// How many features are made.
  int outputs() {
    return outputs;
  }

  /// How many functions are called.
  int calls() {
    return calls;
  }

  /// How many calls learn this from the data.
  int count(Analysis analysis) {
    return analyses.getOrDefault(analysis, 0);
  }
}
