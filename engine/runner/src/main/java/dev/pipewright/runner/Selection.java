package dev.pipewright.runner;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.Topology;
import dev.pipewright.pipeline.check.NearestName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which nodes of a pipeline to run. Nodes that feed these and are not among them are not run: what
/// they made last is taken.
///
/// @param from this node and what it feeds; null for no limit
/// @param to this node and what feeds it; null for no limit
public record Selection(@Nullable NodeId from, @Nullable NodeId to) {

  /// All nodes.
  public static final Selection ALL = new Selection(null, null);

  /// A node and all that it needs.
  public static Selection to(NodeId node) {
    return new Selection(null, node);
  }

  /// A node and all that depends on it.
  public static Selection from(NodeId node) {
    return new Selection(node, null);
  }

  /// One node alone.
  public static Selection only(NodeId node) {
    return new Selection(node, node);
  }

  /// The nodes of a pipeline that this means.
  ///
  /// @throws ProjectException when a node is not there, or none is left
  Set<NodeId> nodes(Pipeline pipeline) {
    Set<NodeId> selected = new LinkedHashSet<>(ids(pipeline));
    Topology topology = new Topology(pipeline);
    if (to != null) {
      selected.retainAll(topology.withUpstream(List.of(require(pipeline, to))));
    }
    if (from != null) {
      selected.retainAll(topology.withDownstream(List.of(require(pipeline, from))));
    }
    if (selected.isEmpty() && from != null && to != null) {
      throw new ProjectException(
          to + " does not depend on " + from + ", so there is nothing to run.",
          Location.NONE,
          "Choose a node that does.");
    }
    return selected;
  }

  private static NodeId require(Pipeline pipeline, NodeId node) {
    if (pipeline.node(node).isEmpty()) {
      List<String> names = ids(pipeline).stream().map(NodeId::value).toList();
      throw new ProjectException(
          "There is no node " + node + ".",
          Location.NONE,
          NearestName.suggest(node.value(), names));
    }
    return node;
  }

  private static List<NodeId> ids(Pipeline pipeline) {
    return pipeline.nodes().stream().map(Node::id).toList();
  }
}
