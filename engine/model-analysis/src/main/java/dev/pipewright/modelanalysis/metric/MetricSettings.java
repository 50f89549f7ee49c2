package dev.pipewright.modelanalysis.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.check.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What `MetricConfig.config` says: a JSON object, whose outer braces may be left out.
final class MetricSettings {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String className;
  private final ObjectNode settings;

  private MetricSettings(String className, ObjectNode settings) {
    this.className = className;
    this.settings = settings;
  }

  /// Reads the settings of a metric.
  ///
  /// @throws ParameterException when they are no JSON, or name what the metric does not have
  static MetricSettings parse(String className, String config, Set<String> known) {
    MetricSettings parsed = new MetricSettings(className, object(className, config));
    Set<String> names = new TreeSet<>(known);
    names.add("name");
    for (var setting : parsed.settings.properties()) {
      if (!names.contains(setting.getKey())) {
        throw parsed.wrong(
            "has no setting " + setting.getKey(),
            NearestName.of(setting.getKey(), names)
                .map(n -> "Did you mean " + n + "?")
                .orElse("It has: " + String.join(", ", names) + "."));
      }
    }
    return parsed;
  }

  private static ObjectNode object(String className, String config) {
    String text = config.isBlank() ? "{}" : config.startsWith("{") ? config : "{" + config + "}";
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new ParameterException(
          className + "'s config is no JSON.",
          Location.subject("config"),
          "Write it as {\"name\": \"loss\"}.",
          e);
    }
    throw new ParameterException(
        className + "'s config is no JSON object.",
        Location.subject("config"),
        "Write it as {\"name\": \"loss\"}.");
  }

  String name(String otherwise) {
    return value("name", "a text", JsonNode::isTextual, JsonNode::textValue).orElse(otherwise);
  }

  boolean flag(String setting) {
    return value(setting, "true or false", JsonNode::isBoolean, JsonNode::booleanValue)
        .orElse(false);
  }

  double fraction(String setting) {
    double found =
        value(setting, "a number", JsonNode::isNumber, JsonNode::doubleValue).orElse(0.0);
    if (!(found >= 0 && found <= 1)) {
      throw wrong("needs a " + setting + " from 0 to 1", "Change " + setting + ".");
    }
    return found;
  }

  /// A whole number greater than one.
  Optional<Integer> count(String setting) {
    var found = value(setting, "a whole number", JsonNode::isInt, JsonNode::intValue);
    if (found.isPresent() && found.get() < 2) {
      throw wrong("needs " + setting + " greater than 1", "Change " + setting + ".");
    }
    return found;
  }

  /// One of the constants of an enum, in any case.
  <E extends Enum<E>> E choice(String setting, E otherwise, Function<String, E> parse) {
    var text = value(setting, "a text", JsonNode::isTextual, JsonNode::textValue);
    try {
      return text.map(parse).orElse(otherwise);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "has no " + setting + " " + text.orElseThrow(),
          "It has: " + List.of(otherwise.getDeclaringClass().getEnumConstants()) + ".");
    }
  }

  /// Ascending numbers, given as a list or as one number.
  Optional<List<Double>> thresholds() {
    JsonNode node = settings.get("thresholds");
    return node == null || node.isNull() ? Optional.empty() : Optional.of(thresholds(node));
  }

  private List<Double> thresholds(JsonNode node) {
    List<Double> found = new ArrayList<>();
    for (JsonNode item : node.isArray() ? node : List.of(node)) {
      boolean ascends = found.isEmpty() || item.doubleValue() > found.getLast();
      if (!item.isNumber() || !ascends) {
        throw wrong("needs thresholds that are ascending numbers", "Change thresholds.");
      }
      found.add(item.doubleValue());
    }
    if (found.isEmpty()) {
      throw wrong("needs a threshold", "Name one, as 0.5.");
    }
    return found;
  }

  private <T> Optional<T> value(
      String setting, String expected, Function<JsonNode, Boolean> fits, Function<JsonNode, T> to) {
    JsonNode node = settings.get(setting);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!fits.apply(node)) {
      throw wrong("needs " + setting + " to be " + expected, "Change " + setting + ".");
    }
    return Optional.of(to.apply(node));
  }

  private ParameterException wrong(String what, String fix) {
    return new ParameterException(className + " " + what + ".", Location.subject("config"), fix);
  }
}
