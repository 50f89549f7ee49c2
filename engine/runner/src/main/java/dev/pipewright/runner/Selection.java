package dev.pipewright.runner;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.check.NearestName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which nodes of a pipeline to run: those that all three parts allow. Nodes that feed these and
/// are not among them are not run: what they made last is taken.
///
/// @param from these nodes and what they feed; empty for no limit
/// @param to these nodes and what feeds them; empty for no limit
/// @param only these nodes; empty for no limit
public record Selection(List<NodeId> from, List<NodeId> to, List<NodeId> only) {

  /// All nodes.
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    from = List.copyOf(from);
    to = List.copyOf(to);
    only = List.copyOf(only);
  }

  /// These nodes and all that they need.
  public static Selection to(NodeId... nodes) {
    return new Selection(List.of(), List.of(nodes), List.of());
  }

  /// These nodes and all that depends on them.
  public static Selection from(NodeId... nodes) {
    return new Selection(List.of(nodes), List.of(), List.of());
  }

  /// These nodes alone.
  public static Selection only(NodeId... nodes) {
    return new Selection(List.of(), List.of(), List.of(nodes));
  }

  /// What lies between two nodes, both included.
  public static Selection between(NodeId from, NodeId to) {
    return new Selection(List.of(from), List.of(to), List.of());
  }

  /// The nodes of a pipeline that this means.
  ///
  /// @throws ProjectException when a node is not there, or none is left
  Set<NodeId> nodes(Pipeline pipeline) {
    Set<NodeId> selected = new LinkedHashSet<>(ids(pipeline));
    Topology topology = new Topology(pipeline);
    if (!to.isEmpty()) {
      selected.retainAll(topology.withUpstream(require(pipeline, to)));
    }
    if (!from.isEmpty()) {
      selected.retainAll(topology.withDownstream(require(pipeline, from)));
    }
    if (!only.isEmpty()) {
      selected.retainAll(require(pipeline, only));
    }
    if (selected.isEmpty() && !equals(ALL)) {
      throw new ProjectException(
          to.isEmpty() || from.isEmpty()
              ? "No node is both selected and within the limits."
              : named(to) + " does not depend on " + named(from) + ", so there is nothing to run.",
          Location.NONE,
          "Choose a node that does.");
    }
    return selected;
  }

  private static String named(List<NodeId> nodes) {
    return String.join(", ", nodes.stream().map(NodeId::value).toList());
  }

  private static Collection<NodeId> require(Pipeline pipeline, List<NodeId> nodes) {
    for (NodeId node : nodes) {
      if (pipeline.node(node).isEmpty()) {
        List<String> names = ids(pipeline).stream().map(NodeId::value).toList();
        throw new ProjectException(
            "There is no node " + node + ".",
            Location.NONE,
            NearestName.suggest(node.value(), names));
      }
    }
    return nodes;
  }

  private static List<NodeId> ids(Pipeline pipeline) {
    return pipeline.nodes().stream().map(Node::id).toList();
  }
}
