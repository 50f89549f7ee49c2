package dev.pipewright.pipeline;

import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.PipelineDiff.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two pipelines as one graph: all that the later one has, and what only the earlier one had. Names
/// are the later one's throughout.
///
/// @param before the earlier pipeline
/// @param after the later pipeline
/// @param diff what differs between them
public record PipelineUnion(Pipeline before, Pipeline after, PipelineDiff diff) {

  /// How much room a removed node needs to be seen beside others.
  private static final Position CARD = new Position(180, 130);

  /// A node of either pipeline.
  ///
  /// @param node as the later pipeline has it, or the earlier one where it was removed
  /// @param place where it stands; empty where it was never placed
  public record Item(Node node, Status status, Optional<Position> place) {}

  /// A link of either pipeline: `ADDED`, `REMOVED` or `SAME`.
  public record Wire(Link link, Status status) {}

  /// A frame or a note of either pipeline.
  ///
  /// @param item as the later pipeline has it, or the earlier one where it was removed
  public record Drawn<T>(T item, Status status) {}

  /// The union of two pipelines.
  public static PipelineUnion of(Pipeline before, Pipeline after) {
    return new PipelineUnion(before, after, PipelineDiff.of(before, after));
  }

  /// The nodes: the later pipeline's in their order, then those that were removed, each once. One
  /// that was removed stands where it was, or below what stands there now.
  public List<Item> nodes() {
    Map<NodeId, Status> statuses = statuses();
    SequencedMap<NodeId, Item> items = new LinkedHashMap<>();
    for (Node node : after.nodes()) {
      Optional<Position> place = Optional.ofNullable(after.layout().positions().get(node.id()));
      Status status = statuses.getOrDefault(node.id(), Status.SAME);
      items.putIfAbsent(node.id(), new Item(node, status, place));
    }
    for (PipelineDiff.Change change : diff.changes()) {
      if (change instanceof PipelineDiff.Removed(Node node)) {
        Optional<Position> place =
            Optional.ofNullable(before.layout().positions().get(node.id()))
                .map(wanted -> free(wanted, items.values().stream()));
        items.putIfAbsent(node.id(), new Item(node, Status.REMOVED, place));
      }
    }
    return List.copyOf(items.values());
  }

  /// `PipelineDiff.status` of each node that differs, found at one go.
  private Map<NodeId, Status> statuses() {
    Map<NodeId, Status> statuses = new LinkedHashMap<>();
    for (PipelineDiff.Change change : diff.changes()) {
      Status status =
          switch (change) {
            case PipelineDiff.Added a -> Status.ADDED;
            case PipelineDiff.Removed r -> Status.REMOVED;
            default -> Status.CHANGED;
          };
      change
          .node()
          .ifPresent(node -> statuses.merge(node, status, (a, b) -> a == Status.CHANGED ? b : a));
    }
    return statuses;
  }

  private static Position free(Position wanted, Stream<Item> others) {
    List<Position> taken = others.flatMap(item -> item.place().stream()).toList();
    Position place = wanted;
    while (isTaken(place, taken)) {
      place = place.movedBy(0, CARD.y());
    }
    return place;
  }

  private static boolean isTaken(Position place, List<Position> taken) {
    return taken.stream()
        .anyMatch(
            other ->
                Math.abs(other.x() - place.x()) < CARD.x()
                    && Math.abs(other.y() - place.y()) < CARD.y());
  }

  /// The links: the later pipeline's in their order, then those that were removed, each once.
  public List<Wire> links() {
    Set<Link> added =
        diff.changes().stream()
            .filter(PipelineDiff.LinkAdded.class::isInstance)
            .map(change -> ((PipelineDiff.LinkAdded) change).link())
            .collect(Collectors.toSet());
    List<Wire> wires = new ArrayList<>();
    Set<Link> seen = new HashSet<>();
    for (Node node : after.nodes()) {
      node.links()
          .filter(seen::add)
          .forEach(
              link -> wires.add(new Wire(link, added.contains(link) ? Status.ADDED : Status.SAME)));
    }
    for (PipelineDiff.Change change : diff.changes()) {
      if (change instanceof PipelineDiff.LinkRemoved(Link link) && seen.add(link)) {
        wires.add(new Wire(link, Status.REMOVED));
      }
    }
    return wires;
  }

  /// The frames: the later pipeline's in their order, then those that were removed.
  public List<Drawn<Frame>> frames() {
    return drawn(
        before.layout().frames(), after.layout().frames(), Frame::id, diff.drawing().frames());
  }

  /// The notes: the later pipeline's in their order, then those that were removed.
  public List<Drawn<Note>> notes() {
    return drawn(before.layout().notes(), after.layout().notes(), Note::id, diff.drawing().notes());
  }

  private static <T> List<Drawn<T>> drawn(
      List<T> earlier, List<T> later, Function<T, String> id, List<String> differing) {
    Set<String> before = earlier.stream().map(id).collect(Collectors.toSet());
    Set<String> after = later.stream().map(id).collect(Collectors.toSet());
    List<Drawn<T>> drawn = new ArrayList<>();
    for (T item : later) {
      Status differs = before.contains(id.apply(item)) ? Status.CHANGED : Status.ADDED;
      drawn.add(new Drawn<>(item, differing.contains(id.apply(item)) ? differs : Status.SAME));
    }
    earlier.stream()
        .filter(item -> !after.contains(id.apply(item)))
        .forEach(item -> drawn.add(new Drawn<>(item, Status.REMOVED)));
    return drawn;
  }

  /// What a node was called in the earlier pipeline; its own name where that was the same.
  public NodeId earlier(NodeId later) {
    return diff.changes().stream()
        .filter(PipelineDiff.Renamed.class::isInstance)
        .map(PipelineDiff.Renamed.class::cast)
        .filter(renamed -> renamed.to().equals(later))
        .map(PipelineDiff.Renamed::from)
        .findFirst()
        .orElse(later);
  }
}
