package dev.pipewright.nodes;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Parameters;
import java.util.Set;
import javafx.scene.Node;

/// What a component's face says: before there are outputs, what the parameters tell; then what is
/// in the outputs.
///
/// @param <T> what it reads from the outputs
public interface FaceContent<T> extends Reading.Reader<T> {

  /// The outputs that it reads.
  Set<String> ports();

  /// What to show while there are no outputs.
  ///
  /// @param parameters the node's, with defaults
  /// @param state how the node is
  Node planned(Parameters parameters, NodeStatus.State state);

  /// What to show of the outputs.
  ///
  /// @param parameters the node's now, with defaults; the outputs may have been made with others
  Node made(T value, Parameters parameters);

  /// What stands at the right of the footer while there are no outputs.
  default FooterNote plannedNote(Parameters parameters) {
    return FooterNote.NONE;
  }

  /// What stands at the right of the footer when there are outputs.
  default FooterNote madeNote(NodeId node, T value, Parameters parameters) {
    return plannedNote(parameters);
  }
}
