package dev.pipewright.app.compare;

import dev.pipewright.app.text.Texts;
import dev.pipewright.canvas.GraphTarget;
import dev.pipewright.pipeline.Frame;
import dev.pipewright.pipeline.Layout;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Note;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.PipelineDiff.Change;
import dev.pipewright.pipeline.PipelineDiff.Drawing;
import dev.pipewright.pipeline.PipelineDiff.Status;
import dev.pipewright.pipeline.PipelineUnion;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows that tell what differs: the pipeline as a whole, its nodes in the order of the graph,
/// and last how it is drawn.
final class ChangeRows {

  private static final Texts TEXTS = Texts.of(ChangeRows.class);

  private final PipelineUnion union;
  private final List<ChangeRow> rows = new ArrayList<>();

  private ChangeRows(PipelineUnion union) {
    this.union = union;
  }

  static List<ChangeRow> of(PipelineUnion union) {
    ChangeRows made = new ChangeRows(union);
    made.pipeline();
    made.nodes();
    made.drawing();
    return List.copyOf(made.rows);
  }

  private void pipeline() {
    List<ChangeRow> own =
        union.diff().changes().stream()
            .filter(change -> change.node().isEmpty())
            .map(ChangeRows::row)
            .toList();
    add(Optional.empty(), Status.CHANGED, TEXTS.get("group.pipeline"), "", own);
  }

  private void add(
      Optional<NodeId> node, Status status, String title, String detail, List<ChangeRow> own) {
    if (!own.isEmpty() || node.isPresent()) {
      rows.add(new ChangeRow.Head(node, status, title, detail, own.size()));
      rows.addAll(own);
    }
  }

  private void nodes() {
    Map<NodeId, List<ChangeRow>> byNode = new LinkedHashMap<>();
    for (Change change : union.diff().changes()) {
      change
          .node()
          .ifPresent(id -> byNode.computeIfAbsent(id, key -> new ArrayList<>()).add(row(change)));
    }
    for (PipelineUnion.Item item : union.nodes()) {
      Node node = item.node();
      if (item.status() == Status.CHANGED) {
        add(
            Optional.of(node.id()),
            Status.CHANGED,
            node.id().value(),
            node.component(),
            byNode.getOrDefault(node.id(), List.of()));
      } else if (item.status() != Status.SAME) {
        add(
            Optional.of(node.id()),
            item.status(),
            node.id().value(),
            node.component(),
            parameters(node, item.status()));
      }
    }
  }

  /// Of a node that only one of the pipelines has, what is set.
  private static List<ChangeRow> parameters(Node node, Status status) {
    List<ChangeRow> set = new ArrayList<>();
    boolean isAdded = status == Status.ADDED;
    node.parameters()
        .values()
        .forEach(
            (name, value) ->
                set.add(
                    value(
                        Optional.of(node.id()),
                        name,
                        isAdded ? null : value,
                        isAdded ? value : null)));
    return set;
  }

  private void drawing() {
    Drawing drawing = union.diff().drawing();
    List<ChangeRow> own = new ArrayList<>();
    drawing.moved().forEach(id -> own.add(note(Optional.of(id), "row.moved", id)));
    drawing.collapsed().forEach(id -> own.add(note(Optional.of(id), "row.collapsed", id)));
    drawing.knots().forEach(link -> own.add(note(Optional.of(link.node()), "row.led", link)));
    drawing
        .notes()
        .forEach(
            id ->
                own.add(drawn("row.note", new GraphTarget.OnNote(id), layout -> note(layout, id))));
    drawing
        .frames()
        .forEach(
            id ->
                own.add(
                    drawn("row.frame", new GraphTarget.OnFrame(id), layout -> title(layout, id))));
    add(Optional.empty(), Status.SAME, TEXTS.get("group.layout"), "", own);
  }

  private static ChangeRow note(Optional<NodeId> node, String key, Object of) {
    return new ChangeRow.Note(node, TEXTS.get(key, of));
  }

  private ChangeRow drawn(String key, GraphTarget at, Function<Layout, @Nullable String> text) {
    String before = text.apply(union.before().layout());
    String after = text.apply(union.after().layout());
    Status status = before == null ? Status.ADDED : after == null ? Status.REMOVED : Status.CHANGED;
    String shown = after == null ? Objects.requireNonNullElse(before, "") : after;
    String line = shown.strip().lines().findFirst().orElse("");
    return new ChangeRow.Drawn(at, status, line, TEXTS.get(key, line), before, after);
  }

  private static @Nullable String note(Layout layout, String id) {
    return layout.note(id).map(Note::text).orElse(null);
  }

  private static @Nullable String title(Layout layout, String id) {
    return layout.frame(id).map(Frame::title).orElse(null);
  }

  private static ChangeRow row(Change change) {
    return switch (change) {
      case PipelineDiff.NodeField f ->
          value(Optional.of(f.id()), DiffWords.name(f), f.before(), f.after());
      case PipelineDiff.PipelineField f -> value(Optional.empty(), f.name(), f.before(), f.after());
      case PipelineDiff.RuntimeParameterChanged r ->
          new ChangeRow.Value(
              Optional.empty(),
              "${" + r.name() + "}",
              TEXTS.get(
                  "value.row",
                  "${" + r.name() + "}",
                  DiffWords.text(r.before()),
                  DiffWords.text(r.after())),
              r.before() == null ? null : DiffWords.text(r.before()),
              r.after() == null ? null : DiffWords.text(r.after()));
      case PipelineDiff.LinkAdded(Link link) -> wire(link, Status.ADDED);
      case PipelineDiff.LinkRemoved(Link link) -> wire(link, Status.REMOVED);
      case PipelineDiff.Renamed r ->
          value(
              Optional.of(r.to()),
              TEXTS.get("name"),
              ParameterValue.of(r.from().value()),
              ParameterValue.of(r.to().value()));
      case PipelineDiff.Added a -> new ChangeRow.Note(change.node(), DiffWords.of(change));
      case PipelineDiff.Removed r -> new ChangeRow.Note(change.node(), DiffWords.of(change));
      case PipelineDiff.LinksReordered r -> new ChangeRow.Note(change.node(), DiffWords.of(change));
    };
  }

  private static ChangeRow wire(Link link, Status status) {
    String key = status == Status.ADDED ? "link.added" : "link.removed";
    return new ChangeRow.Wire(link.node(), link, status, TEXTS.get(key, link));
  }

  private static ChangeRow value(
      Optional<NodeId> node,
      String name,
      @Nullable ParameterValue before,
      @Nullable ParameterValue after) {
    String brief = TEXTS.get("value.row", name, DiffWords.text(before), DiffWords.text(after));
    return new ChangeRow.Value(node, name, brief, full(before), full(after));
  }

  private static @Nullable String full(@Nullable ParameterValue value) {
    return switch (value) {
      case null -> null;
      case ParameterValue.Text(String text) -> text;
      default -> JsonText.pretty(value).stripTrailing();
    };
  }
}
