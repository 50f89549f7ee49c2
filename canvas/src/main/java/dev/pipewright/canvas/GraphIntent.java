package dev.pipewright.canvas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.geometry.Point2D;

/// What a person wants done to the graph. The view does none of it: who owns the document does, and
/// sets the document that comes of it.
public sealed interface GraphIntent {

  /// Nodes were dragged somewhere.
  ///
  /// @param places the new left top corner of each, by key, in document pixels
  record MoveNodes(SequencedMap<String, Point2D> places) implements GraphIntent {

    /// Keeps a copy.
    public MoveNodes {
      places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }
  }

  /// A node was double-clicked, or Enter pressed on it.
  ///
  /// @param node its key
  record Open(String node) implements GraphIntent {}

  /// Delete was pressed on what is selected.
  ///
  /// @param nodes keys of nodes
  /// @param links keys of links
  record Delete(List<String> nodes, List<String> links) implements GraphIntent {

    /// Keeps copies.
    public Delete {
      nodes = List.copyOf(nodes);
      links = List.copyOf(links);
    }
  }
}
