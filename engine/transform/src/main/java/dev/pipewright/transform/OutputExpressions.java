package dev.pipewright.transform;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The outputs of a Transform, as the parameter `outputs` lists them.
///
/// @param outputs the parsed expressions by the outputs' names, in the order of the list
record OutputExpressions(SequencedMap<String, Expression> outputs) {

  /// Reads the parameter.
  ///
  /// @throws ParameterException at the first thing that is wrong
  static OutputExpressions of(Parameters parameters) {
    List<Finding> findings = check(parameters);
    if (!findings.isEmpty()) {
      Finding first = findings.getFirst();
      throw new ParameterException(first.what(), parameters.at(first.field()), first.fix());
    }
    SequencedMap<String, Expression> outputs = new LinkedHashMap<>();
    for (Parameters output : parameters.structs("outputs")) {
      outputs.put(text(output, "name"), ExpressionParser.parse(text(output, "expression")));
    }
    return new OutputExpressions(outputs);
  }

  /// What is wrong with the parameter, as far as can be told without a schema.
  static List<Finding> check(Parameters parameters) {
    List<Finding> findings = new ArrayList<>();
    List<Parameters> outputs = parameters.structs("outputs");
    if (outputs.isEmpty()) {
      findings.add(
          new Finding(
              "outputs",
              "There are no outputs.",
              "Add one: a name and an expression, as fill_missing(fare)."));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < outputs.size(); i++) {
      check(outputs.get(i), "outputs[" + i + "].", names, findings);
    }
    return findings;
  }

  private static void check(
      Parameters output, String field, Set<String> names, List<Finding> findings) {
    String name = text(output, "name");
    if (name.isBlank()) {
      findings.add(new Finding(field + "name", "The output has no name.", "Give it one."));
    } else if (!names.add(name)) {
      findings.add(
          new Finding(
              field + "name", "There are two outputs " + name + ".", "Rename one of them."));
    }
    if (output.value("expression").orElse(null) instanceof ParameterValue.RuntimeReference) {
      return;
    }
    try {
      ExpressionParser.parse(text(output, "expression"));
    } catch (ParameterException e) {
      findings.add(new Finding(field + "expression", e.what(), e.fix()));
    }
  }

  private static String text(Parameters output, String field) {
    return output.value(field).orElse(null) instanceof ParameterValue.RuntimeReference(String name)
        ? name
        : output.text(field).orElse("");
  }

  /// The outputs' types, sorted by name.
  ///
  /// @throws ParameterException when an expression does not fit the features, with its output
  SortedMap<String, ValueType> types(TypeChecker checker) {
    SortedMap<String, ValueType> types = new TreeMap<>();
    outputs.forEach(
        (name, expression) -> {
          try {
            types.put(name, checker.typeOfOutput(expression));
          } catch (ParameterException e) {
            throw new ParameterException(
                e.what(), e.where().withSubject("output " + name), e.fix(), e);
          }
        });
    return types;
  }

  /// The expressions in the order of their names.
  List<Expression> sorted() {
    return List.copyOf(new TreeMap<>(outputs).values());
  }
}
