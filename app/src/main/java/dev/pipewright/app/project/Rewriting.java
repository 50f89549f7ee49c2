package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one document of another by an edit, so that it can be taken back.
final class Rewriting {

  private Rewriting() {}

  /// The edit; empty where none can do it: nodes share a name, or the documents differ in fields
  /// that only a newer version knows.
  static Optional<Edit> edit(Pipeline from, Pipeline to) {
    if (hasNamesakes(from) || hasNamesakes(to) || !from.other().equals(to.other())) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.SetName(to.name()));
    edits.add(new Edit.SetSeed(to.seed()));
    edits.add(new Edit.SetRuntimeParameters(to.parameters()));
    from.nodes().forEach(node -> edits.add(new Edit.RemoveNode(node.id())));
    for (int i = 0; i < to.nodes().size(); i++) {
      edits.add(new Edit.AddNode(i, to.nodes().get(i)));
    }
    edits.add(new Edit.SetLayout(to.layout()));
    return Optional.of(new Edit.Sequence(edits));
  }

  /// Whether these are the edits that make one document of another.
  static boolean isOne(List<Edit> edits) {
    return edits.size() > 3
        && edits.get(0) instanceof Edit.SetName
        && edits.get(1) instanceof Edit.SetSeed
        && edits.get(2) instanceof Edit.SetRuntimeParameters
        && edits.getLast() instanceof Edit.SetLayout;
  }

  private static boolean hasNamesakes(Pipeline document) {
    return document.nodes().stream().map(Node::id).distinct().count() < document.nodes().size();
  }
}
