package dev.pipewright.app.project;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The document has changed, be it by an edit, its undo, or its file being read again.
///
/// @param before the document as it was
/// @param after the document as it is
/// @param edit what was applied to it; an empty sequence where the file was read again
public record DocumentChange(Pipeline before, Pipeline after, Edit edit) {

  /// The nodes that have another name now, by their old one.
  public SequencedMap<NodeId, NodeId> renames() {
    SequencedMap<NodeId, NodeId> renames = new LinkedHashMap<>();
    collect(edit, renames);
    return renames;
  }

  private void collect(Edit edit, SequencedMap<NodeId, NodeId> renames) {
    switch (edit) {
      case Edit.Sequence(var edits) -> edits.forEach(each -> collect(each, renames));
      case Edit.RenameNode(NodeId from, NodeId to) -> {
        boolean isAgain = renames.containsValue(from);
        renames.replaceAll((old, now) -> now.equals(from) ? to : now);
        if (!isAgain) {
          renames.put(from, to);
        }
      }
      case Edit.SetNodes set -> collectMoved(renames);
      default -> {}
    }
  }

  /// The undo of a rename puts the nodes back: one stands in another's place, and is it.
  private void collectMoved(SequencedMap<NodeId, NodeId> renames) {
    List<Node> old = before.nodes();
    List<Node> now = after.nodes();
    List<Integer> changed =
        old.size() == now.size()
            ? IntStream.range(0, old.size())
                .filter(i -> !old.get(i).id().equals(now.get(i).id()))
                .boxed()
                .toList()
            : List.of();
    if (changed.size() == 1) {
      int at = changed.getFirst();
      if (old.get(at).component().equals(now.get(at).component())) {
        renames.put(old.get(at).id(), now.get(at).id());
      }
    }
  }
}
