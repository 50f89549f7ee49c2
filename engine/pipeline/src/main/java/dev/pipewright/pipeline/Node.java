package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A node of a pipeline: a component with its parameters and links.
///
/// @param id its name, unique in the pipeline
/// @param component the component's name, as `StatisticsGen`
/// @param parameters the parameters that are set; those that are not have their defaults
/// @param inputs the sources linked to each input, in order; a port without links is absent
/// @param mode whether a run runs it
/// @param condition when a run runs it, as the text of a `Condition`; empty for always
/// @param other fields of the project file that this version does not know, to be written back
public record Node(
    NodeId id,
    String component,
    Fields parameters,
    SequencedMap<String, List<Source>> inputs,
    Mode mode,
    String condition,
    Fields other) {

  /// Whether a run runs a node.
  public enum Mode {
    /// It runs.
    ACTIVE,
    /// It is left out, and so is all that needs its outputs.
    MUTED,
    /// It is left out; what uses its outputs gets its inputs of the same type instead.
    BYPASSED;

    /// Its name in the project file, as `muted`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The mode of this name in the project file.
    public static Optional<Mode> parse(String text) {
      return Stream.of(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }
  }

  public Node {
    SequencedMap<String, List<Source>> copy = new LinkedHashMap<>();
    inputs.forEach(
        (port, sources) -> {
          if (!sources.isEmpty()) {
            copy.put(port, List.copyOf(sources));
          }
        });
    inputs = Collections.unmodifiableSequencedMap(copy);
  }

  /// A node with neither parameters nor links.
  public static Node of(NodeId id, String component) {
    return new Node(
        id, component, Fields.EMPTY, new LinkedHashMap<>(), Mode.ACTIVE, "", Fields.EMPTY);
  }

  /// What it is called, and was before, the latest first.
  public List<String> names() {
    return Formerly.names(id.value(), other);
  }

  /// The same node without the names that it had before: another than the one that has run.
  public Node asNew() {
    return withOther(Formerly.without(other));
  }

  Node withOther(Fields newOther) {
    return new Node(id, component, parameters, inputs, mode, condition, newOther);
  }

  /// The sources linked to this input, in order; empty when there are none.
  public List<Source> inputs(String port) {
    return inputs.getOrDefault(port, List.of());
  }

  /// All sources, of all inputs, in order.
  public Stream<Source> sources() {
    return inputs.values().stream().flatMap(List::stream);
  }

  /// The same node under another name.
  public Node withId(NodeId newId) {
    return new Node(newId, component, parameters, inputs, mode, condition, other);
  }

  /// The same node as another component.
  public Node withComponent(String newComponent) {
    return new Node(id, newComponent, parameters, inputs, mode, condition, other);
  }

  /// The same node with these parameters.
  public Node withParameters(Fields newParameters) {
    return new Node(id, component, newParameters, inputs, mode, condition, other);
  }

  /// The same node with these links.
  public Node withInputs(SequencedMap<String, List<Source>> newInputs) {
    return new Node(id, component, parameters, newInputs, mode, condition, other);
  }

  /// The same node in this mode.
  public Node withMode(Mode newMode) {
    return new Node(id, component, parameters, inputs, newMode, condition, other);
  }

  /// The same node under this condition; empty for none.
  public Node withCondition(String newCondition) {
    return new Node(id, component, parameters, inputs, mode, newCondition, other);
  }

  /// What its condition reads; nothing where it has none, or it does not parse.
  public Stream<Condition.Reading> readings() {
    return parsedCondition().stream().flatMap(Condition::readings);
  }

  /// Its condition; empty where it has none, or it does not parse.
  public Optional<Condition> parsedCondition() {
    if (condition.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Condition.parse(condition));
    } catch (ParameterException e) {
      return Optional.empty(); // The checks tell of it.
    }
  }

  /// The nodes that it needs to have ended: those that feed it, and those its condition reads.
  public Stream<NodeId> needs() {
    return Stream.concat(sources(), readings().map(Condition.Reading::source)).map(Source::node);
  }

  /// Its links, of all inputs, in order.
  public Stream<Link> links() {
    return inputs.entrySet().stream()
        .flatMap(input -> input.getValue().stream().map(s -> new Link(s, id, input.getKey())));
  }

  /// The same node with each source replaced by what it becomes.
  Node mapSources(Function<Source, Stream<Source>> change) {
    SequencedMap<String, List<Source>> changed = new LinkedHashMap<>();
    inputs.forEach((port, sources) -> changed.put(port, sources.stream().flatMap(change).toList()));
    return withInputs(changed);
  }

  /// The same node with this input linked to these sources; an empty list unlinks it.
  public Node withInput(String port, List<Source> sources) {
    SequencedMap<String, List<Source>> changed = new LinkedHashMap<>(inputs);
    changed.put(port, sources);
    return withInputs(changed);
  }
}
