package dev.pipewright.app.compare;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.PipelineDiff.Change;
import dev.pipewright.pipeline.PipelineDiff.Kind;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What differs between two pipelines, in words: `2 nodes added, Trainer: 3 parameters changed`.
public final class DiffWords {

  private static final Texts TEXTS = Texts.of(DiffWords.class);
  private static final int MOST = 3;
  private static final int LONG = 24;

  private DiffWords() {}

  /// All that differs, in a line.
  public static String summary(PipelineDiff diff) {
    List<String> parts = new ArrayList<>();
    nodes(parts, "added", added(diff));
    nodes(parts, "removed", removed(diff));
    byNode(diff).forEach((id, changes) -> parts.add(ofNode(id, changes)));
    links(parts, "links.added", loose(diff, PipelineDiff.LinkAdded.class));
    links(parts, "links.removed", loose(diff, PipelineDiff.LinkRemoved.class));
    diff.changes().stream()
        .filter(change -> change.node().isEmpty())
        .forEach(change -> parts.add(DiffWords.of(change)));
    drawing(diff.drawing()).ifPresent(parts::add);
    if (parts.isEmpty()) {
      return TEXTS.get("none");
    }
    String line = String.join(", ", parts.subList(0, Math.min(MOST, parts.size())));
    return parts.size() <= MOST ? line : TEXTS.get("more", line, parts.size() - MOST);
  }

  static List<Node> added(PipelineDiff diff) {
    return all(diff, PipelineDiff.Added.class).map(PipelineDiff.Added::added).toList();
  }

  static List<Node> removed(PipelineDiff diff) {
    return all(diff, PipelineDiff.Removed.class).map(PipelineDiff.Removed::removed).toList();
  }

  private static <C extends Change> Stream<C> all(PipelineDiff diff, Class<C> type) {
    return diff.changes().stream().filter(type::isInstance).map(type::cast);
  }

  private static void nodes(List<String> parts, String key, List<Node> nodes) {
    if (nodes.size() == 1) {
      parts.add(TEXTS.get(key, nodes.getFirst().id()));
    } else if (!nodes.isEmpty()) {
      parts.add(TEXTS.get(key + ".many", nodes.size()));
    }
  }

  private static void links(List<String> parts, String key, long count) {
    if (count > 0) {
      parts.add(TEXTS.get(key, count));
    }
  }

  /// Links of nodes that both pipelines have.
  private static long loose(PipelineDiff diff, Class<? extends Change> type) {
    List<NodeId> whole =
        Stream.concat(added(diff).stream(), removed(diff).stream()).map(Node::id).toList();
    return all(diff, type)
        .map(DiffWords::link)
        .filter(link -> whole.stream().noneMatch(link::touches))
        .count();
  }

  private static Link link(Change change) {
    return switch (change) {
      case PipelineDiff.LinkAdded(Link link) -> link;
      case PipelineDiff.LinkRemoved(Link link) -> link;
      default -> throw new IllegalArgumentException("no link: " + change);
    };
  }

  /// The changes of nodes that both have, but for their links.
  private static SequencedMap<NodeId, List<Change>> byNode(PipelineDiff diff) {
    SequencedMap<NodeId, List<Change>> nodes = new LinkedHashMap<>();
    for (Change change : diff.changes()) {
      boolean isOwn =
          switch (change) {
            case PipelineDiff.Renamed r -> true;
            case PipelineDiff.NodeField f -> true;
            case PipelineDiff.LinksReordered r -> true;
            default -> false;
          };
      if (isOwn) {
        nodes.computeIfAbsent(change.node().orElseThrow(), id -> new ArrayList<>()).add(change);
      }
    }
    return nodes;
  }

  private static String ofNode(NodeId id, List<Change> changes) {
    if (changes.size() == 1) {
      Change only = changes.getFirst();
      return only instanceof PipelineDiff.Renamed ? of(only) : TEXTS.get("node", id, of(only));
    }
    boolean areParameters =
        changes.stream()
            .allMatch(c -> c instanceof PipelineDiff.NodeField f && f.kind() == Kind.PARAMETER);
    return TEXTS.get(areParameters ? "node.parameters" : "node.changes", id, changes.size());
  }

  /// One thing that differs, without the node that it is of.
  public static String of(Change change) {
    return switch (change) {
      case PipelineDiff.Added(Node node) -> TEXTS.get("added", node.id());
      case PipelineDiff.Removed(Node node) -> TEXTS.get("removed", node.id());
      case PipelineDiff.Renamed(NodeId from, NodeId to) -> TEXTS.get("renamed", from, to);
      case PipelineDiff.NodeField f ->
          TEXTS.get("value", name(f), brief(f.before()), brief(f.after()));
      case PipelineDiff.LinkAdded(Link link) -> TEXTS.get("link.added", link);
      case PipelineDiff.LinkRemoved(Link link) -> TEXTS.get("link.removed", link);
      case PipelineDiff.LinksReordered(NodeId id, String port) -> TEXTS.get("reordered", port);
      case PipelineDiff.RuntimeParameterChanged r ->
          TEXTS.get(
              "runtime",
              r.name(),
              r.before() == null ? "added" : r.after() == null ? "removed" : "changed");
      case PipelineDiff.PipelineField f ->
          TEXTS.get("value", f.name(), brief(f.before()), brief(f.after()));
    };
  }

  /// What of a node it is.
  public static String name(PipelineDiff.NodeField field) {
    return switch (field.kind()) {
      case PARAMETER, OTHER -> field.name();
      case COMPONENT -> TEXTS.get("component");
      case MODE -> TEXTS.get("mode");
      case CONDITION -> TEXTS.get("condition");
    };
  }

  private static String brief(@Nullable ParameterValue value) {
    String text = text(value);
    return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "\u2026";
  }

  /// A value on one line, and words where there is none.
  public static String text(@Nullable ParameterValue value) {
    return switch (value) {
      case null -> TEXTS.get("unset");
      case ParameterValue.Text(String text) -> text.isEmpty() ? "\"\"" : text.replace("\n", " ");
      case ParameterValue.RuntimeReference(String name) -> "${" + name + "}";
      default -> JsonText.compact(value);
    };
  }

  /// A runtime parameter in words, and words where there is none.
  public static String text(@Nullable RuntimeParameter parameter) {
    if (parameter == null) {
      return TEXTS.get("unset");
    }
    return parameter.defaultValue() == null
        ? TEXTS.get("runtime.required", parameter.kind().text())
        : TEXTS.get("runtime.default", parameter.kind().text(), text(parameter.defaultValue()));
  }

  /// What differs in how they are drawn; empty for nothing.
  public static Optional<String> drawing(PipelineDiff.Drawing drawing) {
    List<String> parts = new ArrayList<>();
    count(parts, "moved", drawing.moved().size());
    count(parts, "collapsed", drawing.collapsed().size());
    count(parts, "knots", drawing.knots().size());
    count(parts, "notes", drawing.notes().size());
    count(parts, "frames", drawing.frames().size());
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static void count(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(TEXTS.get("drawing." + key, count));
    }
  }
}
