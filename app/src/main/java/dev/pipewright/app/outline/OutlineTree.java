package dev.pipewright.app.outline;

import dev.pipewright.app.outline.OutlineItem.Heading;
import dev.pipewright.app.outline.OutlineItem.OfFrame;
import dev.pipewright.app.outline.OutlineItem.OfNode;
import dev.pipewright.app.outline.OutlineItem.OfNote;
import dev.pipewright.app.outline.OutlineItem.OfParameter;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/// The outline of a pipeline: its runtime parameters, then groups and nodes, each after what it
/// needs, then the notes that are in no group.
///
/// @param branches from the top
record OutlineTree(List<Branch> branches) {

  private static final Texts TEXTS = Texts.of(OutlineTree.class);

  static final OutlineTree EMPTY = new OutlineTree(List.of());

  /// Something with what is in it.
  ///
  /// @param title what stands there
  record Branch(OutlineItem item, String title, List<Branch> children) {
    Branch {
      children = List.copyOf(children);
    }

    static Branch leaf(OutlineItem item, String title) {
      return new Branch(item, title, List.of());
    }

    private Optional<Branch> matching(String wanted) {
      if (title.toLowerCase(Locale.ROOT).contains(wanted)) {
        return Optional.of(this);
      }
      List<Branch> kept = children.stream().flatMap(c -> c.matching(wanted).stream()).toList();
      return kept.isEmpty() ? Optional.empty() : Optional.of(new Branch(item, title, kept));
    }
  }

  OutlineTree {
    branches = List.copyOf(branches);
  }

  static OutlineTree of(Pipeline pipeline) {
    Layout layout = pipeline.layout();
    Map<NodeId, Frame> frames = new HashMap<>();
    Set<String> framed = new HashSet<>();
    for (Frame frame : layout.frames()) {
      frame.nodes().forEach(id -> frames.putIfAbsent(id, frame));
      framed.addAll(frame.notes());
    }
    Growing growing = new Growing(pipeline);
    for (NodeId id : order(pipeline)) {
      Frame frame = frames.get(id);
      growing.children(frame == null ? "" : frame.id()).add(id);
    }
    layout.frames().forEach(frame -> growing.children(frame.id()));
    List<Branch> branches = new ArrayList<>();
    heading(branches, Heading.PARAMETERS, parameters(pipeline));
    branches.addAll(growing.branches(""));
    heading(
        branches,
        Heading.NOTES,
        layout.notes().stream()
            .filter(note -> !framed.contains(note.id()))
            .map(OutlineTree::note)
            .toList());
    return new OutlineTree(branches);
  }

  /// What is in each frame, in none under an empty name: a frame stands where the first node in it
  /// does.
  private static final class Growing {
    private final Pipeline pipeline;
    private final Map<String, List<Object>> children = new HashMap<>();

    Growing(Pipeline pipeline) {
      this.pipeline = pipeline;
      children.put("", new ArrayList<>());
    }

    /// The nodes and frames in a frame, in their order, to be added to.
    List<Object> children(String id) {
      List<Object> known = children.get(id);
      if (known != null) {
        return known;
      }
      Frame frame = pipeline.layout().frame(id).orElseThrow();
      List<Object> own = new ArrayList<>();
      children.put(id, own);
      children(frame.outer()).add(frame);
      return own;
    }

    List<Branch> branches(String id) {
      return children(id).stream()
          .map(
              child ->
                  child instanceof Frame frame
                      ? frame(frame, branches(frame.id()), pipeline)
                      : Branch.leaf(new OfNode((NodeId) child), ((NodeId) child).value()))
          .toList();
    }
  }

  private static List<Branch> parameters(Pipeline pipeline) {
    return pipeline.parameters().stream()
        .map(p -> Branch.leaf(new OfParameter(p.name()), p.name()))
        .toList();
  }

  private static void heading(List<Branch> branches, Heading heading, List<Branch> children) {
    if (!children.isEmpty()) {
      branches.add(new Branch(heading, TEXTS.get("heading." + heading), children));
    }
  }

  private static Branch frame(Frame frame, List<Branch> inside, Pipeline pipeline) {
    List<Branch> notes =
        frame.notes().stream()
            .distinct()
            .flatMap(id -> pipeline.layout().note(id).stream())
            .map(OutlineTree::note)
            .toList();
    return new Branch(
        new OfFrame(frame.id()),
        frame.title().isBlank() ? TEXTS.get("untitled") : frame.title(),
        Stream.concat(inside.stream(), notes.stream()).toList());
  }

  private static Branch note(Note note) {
    String line =
        note.text().lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    String plain = line.replaceAll("^#+\\s*|[*`]", "");
    return Branch.leaf(new OfNote(note.id()), plain.isEmpty() ? TEXTS.get("untitled") : plain);
  }

  /// All nodes, each after those that it needs, and otherwise in their order; those on a cycle, and
  /// what needs them, come last.
  private static List<NodeId> order(Pipeline pipeline) {
    Map<NodeId, Integer> places = new LinkedHashMap<>();
    pipeline.nodes().forEach(node -> places.putIfAbsent(node.id(), places.size()));
    Map<NodeId, Set<NodeId>> users = new HashMap<>();
    Map<NodeId, Integer> missing = new HashMap<>();
    for (Node node : pipeline.nodes()) {
      List<NodeId> needs = node.needs().filter(places::containsKey).distinct().toList();
      if (missing.putIfAbsent(node.id(), needs.size()) == null) {
        needs.forEach(id -> users.computeIfAbsent(id, key -> new HashSet<>()).add(node.id()));
      }
    }
    PriorityQueue<NodeId> free =
        new PriorityQueue<>((a, b) -> places.getOrDefault(a, 0) - places.getOrDefault(b, 0));
    missing.forEach(
        (id, count) -> {
          if (count == 0) {
            free.add(id);
          }
        });
    Set<NodeId> rest = new HashSet<>(places.keySet());
    List<NodeId> order = new ArrayList<>();
    while (!free.isEmpty()) {
      NodeId next = free.remove();
      order.add(next);
      rest.remove(next);
      for (NodeId user : users.getOrDefault(next, Set.of())) {
        if (missing.merge(user, -1, Integer::sum) == 0) {
          free.add(user);
        }
      }
    }
    places.keySet().stream().filter(rest::contains).forEach(order::add);
    return order;
  }

  /// What has these words in its name, with what is in it and what it is in.
  OutlineTree filtered(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? this
        : new OutlineTree(branches.stream().flatMap(b -> b.matching(wanted).stream()).toList());
  }
}
