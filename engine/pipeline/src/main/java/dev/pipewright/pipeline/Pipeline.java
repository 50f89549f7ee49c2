package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A pipeline, as the project file holds it and the canvas shows it: an immutable value, changed by
/// `Edit`s. It may be wrong (cycles, unknown components, two nodes of one name): the checks say so.
///
/// @param name what it is called; also the pipeline's name in ML Metadata
/// @param seed the seed of everything random in a run
/// @param parameters the runtime parameters, in order
/// @param nodes the nodes, in order; the order has no meaning but to people
/// @param layout how it is drawn
/// @param other fields of the project file that this version does not know, to be written back
public record Pipeline(
    String name,
    long seed,
    List<RuntimeParameter> parameters,
    List<Node> nodes,
    Layout layout,
    Fields other) {

  public Pipeline {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a pipeline needs a name");
    }
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
  }

  /// A pipeline of these nodes, with seed 1.
  public static Pipeline of(String name, List<Node> nodes) {
    return new Pipeline(name, 1, List.of(), nodes, Layout.EMPTY, Fields.EMPTY);
  }

  /// The node of this name.
  public Optional<Node> node(NodeId id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /// The runtime parameter of this name.
  public Optional<RuntimeParameter> parameter(String parameter) {
    return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
  }

  /// The name of a node among those that a run has recorded: its own, or one that it had before and
  /// that no other node has now. Empty where none is there.
  public Optional<String> nameIn(NodeId id, Set<String> recorded) {
    return node(id).stream()
        .flatMap(node -> node.names().stream())
        .filter(recorded::contains)
        .filter(each -> each.equals(id.value()) || !isName(each))
        .findFirst();
  }

  private boolean isName(String text) {
    return nodes.stream().anyMatch(node -> node.id().value().equals(text));
  }

  /// The same pipeline under another name.
  public Pipeline withName(String newName) {
    return new Pipeline(newName, seed, parameters, nodes, layout, other);
  }

  /// The same pipeline with another seed.
  public Pipeline withSeed(long newSeed) {
    return new Pipeline(name, newSeed, parameters, nodes, layout, other);
  }

  /// The same pipeline with these runtime parameters.
  public Pipeline withParameters(List<RuntimeParameter> newParameters) {
    return new Pipeline(name, seed, newParameters, nodes, layout, other);
  }

  /// The same pipeline with these nodes.
  public Pipeline withNodes(List<Node> newNodes) {
    return new Pipeline(name, seed, parameters, newNodes, layout, other);
  }

  /// The same pipeline drawn so.
  public Pipeline withLayout(Layout newLayout) {
    return new Pipeline(name, seed, parameters, nodes, newLayout, other);
  }

  /// A name that no node has, nor one that differs by case alone: this one if it is free, else with
  /// a number in place of the one it ends with.
  ///
  /// @param wanted a valid name of a node
  public NodeId freeId(String wanted) {
    Set<String> taken =
        nodes.stream()
            .map(n -> n.id().value().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return freeId(new NodeId(wanted).value(), taken);
  }

  static NodeId freeId(String wanted, Set<String> taken) {
    String name = wanted;
    String word = wanted.replaceFirst("[0-9]+$", "");
    for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = word.substring(0, Math.min(word.length(), 90)) + i;
    }
    return new NodeId(name);
  }

  /// The place of a node in the order.
  ///
  /// @throws IllegalArgumentException when there is no such node
  int indexOf(NodeId id) {
    return IntStream.range(0, nodes.size())
        .filter(i -> nodes.get(i).id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no node " + id));
  }

  Node get(NodeId id) {
    return nodes.get(indexOf(id));
  }

  Pipeline replace(NodeId id, Node node) {
    List<Node> changed = new ArrayList<>(nodes);
    changed.set(indexOf(id), node);
    return withNodes(changed);
  }
}
