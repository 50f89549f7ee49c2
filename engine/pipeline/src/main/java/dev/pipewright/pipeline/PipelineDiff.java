package dev.pipewright.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What differs between two pipelines: the later one's names are used throughout. How they are
/// drawn is told apart from what they do.
///
/// @param changes what differs in what they do: the pipeline's own first, then node by node
/// @param drawing what differs in how they are drawn
public record PipelineDiff(List<Change> changes, Drawing drawing) {

  /// One thing that differs.
  public sealed interface Change {

    /// The node concerned, under its later name; empty for the pipeline as a whole.
    default Optional<NodeId> node() {
      return switch (this) {
        case Added(Node added) -> Optional.of(added.id());
        case Removed(Node removed) -> Optional.of(removed.id());
        case Renamed(NodeId from, NodeId to) -> Optional.of(to);
        case NodeField(NodeId id, Kind k, String n, ParameterValue b, ParameterValue a) ->
            Optional.of(id);
        case LinkAdded(Link link) -> Optional.of(link.node());
        case LinkRemoved(Link link) -> Optional.of(link.node());
        case LinksReordered(NodeId id, String port) -> Optional.of(id);
        case RuntimeParameterChanged r -> Optional.empty();
        case PipelineField f -> Optional.empty();
      };
    }
  }

  /// The later pipeline has this node, the earlier one has not.
  public record Added(Node added) implements Change {}

  /// The earlier pipeline has this node, the later one has not.
  public record Removed(Node removed) implements Change {}

  /// A node has another name.
  public record Renamed(NodeId from, NodeId to) implements Change {}

  /// What of a node differs.
  public enum Kind {
    /// The component that it is.
    COMPONENT,
    /// A parameter.
    PARAMETER,
    /// Whether it runs.
    MODE,
    /// When it runs.
    CONDITION,
    /// A field of the project file that this version does not know.
    OTHER,
  }

  /// Something of a node has another value.
  ///
  /// @param id the node
  /// @param name the parameter or field, as `num_steps`; for others the kind says it all
  /// @param before the earlier value, or null where it was not set
  /// @param after the later value, or null where it is not set
  public record NodeField(
      NodeId id,
      Kind kind,
      String name,
      @Nullable ParameterValue before,
      @Nullable ParameterValue after)
      implements Change {}

  /// A link between nodes that both pipelines have, or to one that was added.
  public record LinkAdded(Link link) implements Change {}

  /// A link that is gone; where its nodes were renamed, under their later names.
  public record LinkRemoved(Link link) implements Change {}

  /// The links of an input are the same, in another order.
  public record LinksReordered(NodeId id, String port) implements Change {}

  /// A runtime parameter was added, removed or changed.
  ///
  /// @param before what it was, or null
  /// @param after what it is, or null
  public record RuntimeParameterChanged(
      String name, @Nullable RuntimeParameter before, @Nullable RuntimeParameter after)
      implements Change {}

  /// The name, the seed or an unknown field of the pipeline differs.
  ///
  /// @param name the field in the project file, as `seed`
  /// @param before the earlier value, or null where there was none
  /// @param after the later value, or null where there is none
  public record PipelineField(
      String name, @Nullable ParameterValue before, @Nullable ParameterValue after)
      implements Change {}

  /// What differs in how two pipelines are drawn.
  ///
  /// @param moved nodes that stand elsewhere
  /// @param collapsed nodes that were collapsed or expanded
  /// @param knots links that are led otherwise
  /// @param notes ids of the notes that were added, removed or changed
  /// @param frames ids of the frames that were added, removed or changed
  public record Drawing(
      List<NodeId> moved,
      List<NodeId> collapsed,
      List<Link> knots,
      List<String> notes,
      List<String> frames) {
    public Drawing {
      moved = List.copyOf(moved);
      collapsed = List.copyOf(collapsed);
      knots = List.copyOf(knots);
      notes = List.copyOf(notes);
      frames = List.copyOf(frames);
    }

    /// Whether they are drawn alike.
    public boolean isEmpty() {
      return moved.isEmpty()
          && collapsed.isEmpty()
          && knots.isEmpty()
          && notes.isEmpty()
          && frames.isEmpty();
    }
  }

  /// How a node is marked where two versions are compared.
  public enum Status {
    /// Only the later pipeline has it.
    ADDED,
    /// Only the earlier pipeline has it.
    REMOVED,
    /// Both have it, and it differs.
    CHANGED,
    /// It is the same.
    SAME,
  }

  public PipelineDiff {
    changes = List.copyOf(changes);
  }

  /// What differs between two pipelines. A node that is gone and one that is new count as one that
  /// was renamed when they are the same but for the name, or the only ones of their component and
  /// alike in parameters or links.
  public static PipelineDiff of(Pipeline before, Pipeline after) {
    return of(before, after, Map.of());
  }

  /// What differs between two pipelines.
  ///
  /// @param renamed the later names of nodes known to be renamed, by the earlier ones
  public static PipelineDiff of(Pipeline before, Pipeline after, Map<NodeId, NodeId> renamed) {
    return new Comparison(before, after, renamed).compare();
  }

  /// Whether the pipelines do the same and are drawn alike.
  public boolean isEmpty() {
    return changes.isEmpty() && drawing.isEmpty();
  }

  /// What differs at this node.
  public List<Change> changes(NodeId node) {
    return changes.stream().filter(c -> c.node().filter(node::equals).isPresent()).toList();
  }

  /// How to mark a node: one of the later pipeline, or a removed one of the earlier.
  public Status status(NodeId node) {
    List<Change> own = changes(node);
    if (own.stream().anyMatch(c -> c instanceof Added)) {
      return Status.ADDED;
    }
    if (own.stream().anyMatch(c -> c instanceof Removed)) {
      return Status.REMOVED;
    }
    return own.isEmpty() ? Status.SAME : Status.CHANGED;
  }
}
