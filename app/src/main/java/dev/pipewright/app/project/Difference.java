package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is not the same in two documents.
///
/// @param kind what it is
/// @param node the node's name; empty for what is the whole pipeline's
public record Difference(Kind kind, String node) {

  /// What can differ.
  public enum Kind {
    /// Only the second has the node.
    ADDED,
    /// Only the first has the node.
    REMOVED,
    /// The node's parameters, links or component differ.
    CHANGED,
    /// The name, the seed or the runtime parameters of the pipeline differ.
    SETTINGS,
    /// The nodes stand elsewhere.
    LAYOUT
  }

  /// What differs between documents, nodes first, in their order.
  static List<Difference> between(Pipeline first, Pipeline second) {
    List<Difference> found = new ArrayList<>();
    for (Node node : second.nodes()) {
      Optional<Node> other = first.node(node.id());
      if (other.isEmpty()) {
        found.add(new Difference(Kind.ADDED, node.id().value()));
      } else if (!other.get().equals(node)) {
        found.add(new Difference(Kind.CHANGED, node.id().value()));
      }
    }
    first.nodes().stream()
        .filter(node -> second.node(node.id()).isEmpty())
        .forEach(node -> found.add(new Difference(Kind.REMOVED, node.id().value())));
    boolean isSetOtherwise =
        !first.withNodes(List.of()).equals(second.withNodes(List.of()).withLayout(first.layout()));
    if (isSetOtherwise) {
      found.add(new Difference(Kind.SETTINGS, ""));
    }
    if (!first.layout().equals(second.layout())) {
      found.add(new Difference(Kind.LAYOUT, ""));
    }
    return found;
  }

  /// The edit that makes one document of another.
  static Edit edit(Pipeline from, Pipeline to) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.SetName(to.name()));
    edits.add(new Edit.SetSeed(to.seed()));
    edits.add(new Edit.SetRuntimeParameters(to.parameters()));
    from.nodes().forEach(node -> edits.add(new Edit.RemoveNode(node.id())));
    for (int i = 0; i < to.nodes().size(); i++) {
      edits.add(new Edit.AddNode(i, to.nodes().get(i)));
    }
    edits.add(new Edit.SetLayout(to.layout()));
    return new Edit.Sequence(edits);
  }
}
