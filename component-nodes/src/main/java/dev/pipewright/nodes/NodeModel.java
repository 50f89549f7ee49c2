package dev.pipewright.nodes;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.check.Problem;
import dev.pipewright.pipeline.component.ComponentSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A node as its face, panel and viewers see it. All of it belongs to the JavaFX thread. The values
/// are immutable; a change replaces them.
public interface NodeModel {

  /// The node in the document.
  ReadOnlyObjectProperty<Node> node();

  /// The document it stands in.
  ReadOnlyObjectProperty<Pipeline> pipeline();

  /// What its component says of itself.
  ComponentSpec spec();

  /// How it is in the run shown.
  ReadOnlyObjectProperty<NodeStatus> status();

  /// The folder of each output, by port, of the last execution that made its outputs. Still there
  /// while a new run is at work; empty when there was none.
  ReadOnlyObjectProperty<Map<String, Path>> outputs();

  /// The folder of what each input was given last, by port: of the first output that is linked to
  /// it and was made.
  ReadOnlyObjectProperty<Map<String, Path>> inputs();

  /// What is wrong with the node, errors first.
  ReadOnlyObjectProperty<List<Problem>> problems();

  /// What it has measured: of the run at work, else of the last.
  Scalars scalars();

  /// Whether the node is only looked at: neither edited nor run.
  default boolean isReadOnly() {
    return false;
  }

  /// Changes the document; undone as every edit.
  void edit(Edit edit);

  /// Asks the workbench to do something.
  void request(NodeRequest request);
}
