package dev.pipewright.runner;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Condition;
import dev.pipewright.pipeline.Condition.Reading;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Quotation;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds out whether a node's condition holds.
final class ConditionReading {

  /// The most that a value artifact of a condition may hold.
  private static final long MAX_BYTES = 1 << 20;

  private ConditionReading() {}

  /// Why a node is not to run, as a sentence; empty when its condition holds, or it has none.
  ///
  /// @param artifacts what an output gave
  /// @throws dev.pipewright.pipeline.EngineException when the condition cannot be judged
  static Optional<String> skips(Node node, Function<Source, List<Artifact>> artifacts)
      throws IOException {
    Condition condition = node.parsedCondition().orElse(null);
    if (condition == null) {
      return Optional.empty();
    }
    Map<Reading, ParameterValue> values = new HashMap<>();
    for (Reading reading : condition.readings().toList()) {
      List<Artifact> list = artifacts.apply(reading.source());
      if (list.size() <= reading.index()) {
        return Optional.of("Its condition reads " + reading.source() + ", which gave nothing.");
      }
      values.put(reading, value(reading, list.get(reading.index())));
    }
    return holds(node, condition, values)
        ? Optional.empty()
        : Optional.of("Its condition does not hold: " + Quotation.shortened(condition.text()));
  }

  private static boolean holds(
      Node node, Condition condition, Map<Reading, ParameterValue> values) {
    try {
      return condition.holds(r -> values.getOrDefault(r, ParameterValue.NULL));
    } catch (ParameterException e) {
      throw new ParameterException(
          e.what(), Location.subject(node.id() + ".condition"), e.fix(), e);
    }
  }

  private static ParameterValue value(Reading reading, Artifact artifact) throws IOException {
    return switch (reading.what()) {
      case PROPERTY, CUSTOM_PROPERTY ->
          artifact.properties().getOrDefault(reading.name(), ParameterValue.NULL);
      case VALUE -> held(reading, artifact);
    };
  }

  /// What a value artifact holds, as TFX writes it: a file `value` with the text of it.
  private static ParameterValue held(Reading reading, Artifact artifact) throws IOException {
    Path inside = artifact.uri().resolve("value");
    Path file = Files.isRegularFile(inside) ? inside : artifact.uri();
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      throw new ArtifactException(
          reading.source() + " is " + artifact.type() + ", which holds no value.",
          Location.of(artifact.uri()),
          "Read a property of it instead.");
    }
    String text = Files.readString(file);
    try {
      return switch (artifact.type().name()) {
        case "Integer" -> ParameterValue.of(Long.parseLong(text.strip()));
        case "Float" -> ParameterValue.of(Double.parseDouble(text.strip()));
        case "Boolean" -> ParameterValue.of(text.strip().equals("1"));
        default -> ParameterValue.of(text);
      };
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(
          "It is " + artifact.type() + ", but holds " + Quotation.of(text) + ".",
          Location.of(file),
          "Make it anew.",
          e);
    }
  }
}
