package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.PipelineDiff.Added;
import dev.pipewright.pipeline.PipelineDiff.Change;
import dev.pipewright.pipeline.PipelineDiff.Drawing;
import dev.pipewright.pipeline.PipelineDiff.Kind;
import dev.pipewright.pipeline.PipelineDiff.LinkAdded;
import dev.pipewright.pipeline.PipelineDiff.LinkRemoved;
import dev.pipewright.pipeline.PipelineDiff.LinksReordered;
import dev.pipewright.pipeline.PipelineDiff.NodeField;
import dev.pipewright.pipeline.PipelineDiff.PipelineField;
import dev.pipewright.pipeline.PipelineDiff.Removed;
import dev.pipewright.pipeline.PipelineDiff.Renamed;
import dev.pipewright.pipeline.PipelineDiff.RuntimeParameterChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what differs between two pipelines, after matching their nodes.
final class Comparison {

  private final Pipeline before;
  private final Pipeline after;
  private final Map<NodeId, NodeId> names = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();

  Comparison(Pipeline before, Pipeline after, Map<NodeId, NodeId> renamed) {
    this.before = before;
    this.after = after;
    names.putAll(renamed);
    names
        .entrySet()
        .removeIf(e -> before.node(e.getKey()).isEmpty() || after.node(e.getValue()).isEmpty());
    match();
  }

  private void match() {
    Set<NodeId> later = ids(after);
    ids(before).stream()
        .filter(id -> later.contains(id) && !names.containsKey(id) && !names.containsValue(id))
        .forEach(id -> names.put(id, id));
    match((a, b) -> alikeInParameters(a, b) && alikeInLinks(a, b));
    Map<String, Long> counts =
        Stream.concat(unmatched(before, names.keySet()), unmatched(after, names.values()))
            .collect(Collectors.groupingBy(Node::component, Collectors.counting()));
    match(
        (a, b) ->
            Objects.equals(counts.get(a.component()), 2L)
                && (alikeInParameters(a, b) || alikeInLinks(a, b)));
  }

  private void match(BiPredicate<Node, Node> isSame) {
    for (Node gone : unmatched(before, names.keySet()).toList()) {
      unmatched(after, names.values())
          .filter(node -> node.component().equals(gone.component()) && isSame.test(gone, node))
          .findFirst()
          .ifPresent(node -> names.put(gone.id(), node.id()));
    }
  }

  private static Stream<Node> unmatched(Pipeline pipeline, Collection<NodeId> matched) {
    return pipeline.nodes().stream().filter(node -> !matched.contains(node.id()));
  }

  private static boolean alikeInParameters(Node a, Node b) {
    return a.parameters().equals(b.parameters());
  }

  private boolean alikeInLinks(Node a, Node b) {
    return renamed(a).inputs().equals(b.inputs());
  }

  private static Set<NodeId> ids(Pipeline pipeline) {
    return pipeline.nodes().stream()
        .map(Node::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private NodeId later(NodeId id) {
    return names.getOrDefault(id, id);
  }

  private Node renamed(Node node) {
    Node renamed =
        node.withId(later(node.id()))
            .mapSources(s -> Stream.of(new Source(later(s.node()), s.port())));
    return node.readings().anyMatch(r -> !later(r.source().node()).equals(r.source().node()))
        ? renamed.withCondition(reworded(node))
        : renamed;
  }

  private String reworded(Node node) {
    return node.parsedCondition()
        .orElseThrow()
        .mapReadings(r -> r.of(new Source(later(r.source().node()), r.source().port())))
        .text();
  }

  private Link renamed(Link link) {
    Source source = new Source(later(link.source().node()), link.source().port());
    return new Link(source, later(link.node()), link.port());
  }

  PipelineDiff compare() {
    pipelineFields();
    names.forEach(
        (from, to) -> {
          if (!from.equals(to)) {
            changes.add(new Renamed(from, to));
          }
        });
    unmatched(before, names.keySet()).forEach(this::removed);
    Map<NodeId, Node> earlier = new LinkedHashMap<>();
    before.nodes().stream()
        .filter(node -> names.containsKey(node.id()))
        .forEach(node -> earlier.putIfAbsent(later(node.id()), renamed(node)));
    for (Node node : after.nodes()) {
      Node old = earlier.get(node.id());
      if (old == null) {
        changes.add(new Added(node));
        node.links().forEach(link -> changes.add(new LinkAdded(link)));
      } else {
        node(old, node);
      }
    }
    return new PipelineDiff(changes, drawing());
  }

  private void removed(Node node) {
    changes.add(new Removed(node));
    renamed(node).links().forEach(link -> changes.add(new LinkRemoved(link)));
  }

  private void pipelineFields() {
    field("name", ParameterValue.of(before.name()), ParameterValue.of(after.name()));
    field("seed", ParameterValue.of(before.seed()), ParameterValue.of(after.seed()));
    fields(before.other(), after.other(), this::field);
    Map<String, RuntimeParameter> old = parameters(before);
    Map<String, RuntimeParameter> now = parameters(after);
    for (String name : union(old.keySet(), now.keySet())) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        changes.add(new RuntimeParameterChanged(name, old.get(name), now.get(name)));
      }
    }
  }

  private static Map<String, RuntimeParameter> parameters(Pipeline pipeline) {
    Map<String, RuntimeParameter> parameters = new LinkedHashMap<>();
    pipeline.parameters().forEach(p -> parameters.putIfAbsent(p.name(), p));
    return parameters;
  }

  private void field(String name, @Nullable ParameterValue old, @Nullable ParameterValue now) {
    if (!Objects.equals(old, now)) {
      changes.add(new PipelineField(name, old, now));
    }
  }

  /// Takes the name and both values of a field that differs.
  private interface FieldChange {
    void accept(String name, @Nullable ParameterValue old, @Nullable ParameterValue now);
  }

  private static void fields(Fields old, Fields now, FieldChange change) {
    for (String name : union(old.values().keySet(), now.values().keySet())) {
      ParameterValue earlier = old.values().get(name);
      ParameterValue later = now.values().get(name);
      if (!Objects.equals(earlier, later)) {
        change.accept(name, earlier, later);
      }
    }
  }

  private void node(Node old, Node now) {
    NodeId id = now.id();
    value(
        id,
        Kind.COMPONENT,
        "component",
        ParameterValue.of(old.component()),
        ParameterValue.of(now.component()));
    value(
        id,
        Kind.MODE,
        "mode",
        ParameterValue.of(old.mode().text()),
        ParameterValue.of(now.mode().text()));
    value(
        id,
        Kind.CONDITION,
        "condition",
        ParameterValue.of(old.condition()),
        ParameterValue.of(now.condition()));
    fields(old.parameters(), now.parameters(), (n, a, b) -> value(id, Kind.PARAMETER, n, a, b));
    fields(old.asNew().other(), now.asNew().other(), (n, a, b) -> value(id, Kind.OTHER, n, a, b));
    Set<Link> were = old.links().collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Link> are = now.links().collect(Collectors.toCollection(LinkedHashSet::new));
    were.stream().filter(link -> !are.contains(link)).forEach(l -> changes.add(new LinkRemoved(l)));
    are.stream().filter(link -> !were.contains(link)).forEach(l -> changes.add(new LinkAdded(l)));
    for (String port : now.inputs().keySet()) {
      List<Source> before = old.inputs(port);
      List<Source> after = now.inputs(port);
      if (!before.equals(after) && new HashSet<>(before).equals(new HashSet<>(after))) {
        changes.add(new LinksReordered(id, port));
      }
    }
  }

  private void value(
      NodeId id,
      Kind kind,
      String name,
      @Nullable ParameterValue old,
      @Nullable ParameterValue now) {
    if (!Objects.equals(old, now)) {
      changes.add(new NodeField(id, kind, name, old, now));
    }
  }

  private Drawing drawing() {
    Map<NodeId, Layout.Position> placed = new LinkedHashMap<>();
    before.layout().positions().forEach((id, place) -> placed.put(later(id), place));
    Map<Link, List<Layout.Position>> led = new LinkedHashMap<>();
    before.layout().knots().forEach((link, points) -> led.put(renamed(link), points));
    Map<NodeId, Boolean> small = new LinkedHashMap<>();
    before.layout().collapsed().forEach(id -> small.put(later(id), true));
    Map<NodeId, Boolean> isSmall = new LinkedHashMap<>();
    after.layout().collapsed().forEach(id -> isSmall.put(id, true));
    return new Drawing(
        differing(placed, after.layout().positions()).stream()
            .filter(names::containsValue)
            .toList(),
        differing(small, isSmall),
        differing(led, after.layout().knots()),
        differing(byId(before.layout().notes(), Note::id), byId(after.layout().notes(), Note::id)),
        differing(
            byId(before.layout().frames().stream().map(this::renamed).toList(), Frame::id),
            byId(after.layout().frames(), Frame::id)));
  }

  private Frame renamed(Frame frame) {
    return frame.withNodes(frame.nodes().stream().map(this::later).toList());
  }

  private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(item -> map.put(id.apply(item), item));
    return map;
  }

  private static <K> List<K> differing(Map<K, ?> old, Map<K, ?> now) {
    return union(old.keySet(), now.keySet()).stream()
        .filter(key -> !Objects.equals(old.get(key), now.get(key)))
        .toList();
  }

  private static <K> Set<K> union(Set<K> first, Set<K> second) {
    Set<K> union = new LinkedHashSet<>(first);
    union.addAll(second);
    return union;
  }
}
