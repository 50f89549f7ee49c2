package dev.pipewright.app.find;

import dev.pipewright.pipeline.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row in the list of what was found.
sealed interface FindRow {

  /// A node, or the pipeline or the canvas, with how much was found there.
  ///
  /// @param node the node; empty for what belongs to none
  record Head(Optional<NodeId> node, int count) implements FindRow {}

  /// A match.
  ///
  /// @param refused why its place did not take what was to be written there, or empty
  record Hit(Match match, String refused) implements FindRow {}

  /// The rows of what was found.
  static List<FindRow> of(List<Match> matches, Map<Spot, String> refused) {
    List<FindRow> rows = new ArrayList<>();
    int from = 0;
    while (from < matches.size()) {
      Optional<NodeId> node = matches.get(from).spot().node();
      int to = from;
      while (to < matches.size() && matches.get(to).spot().node().equals(node)) {
        to++;
      }
      rows.add(new Head(node, to - from));
      for (Match match : matches.subList(from, to)) {
        rows.add(new Hit(match, refused.getOrDefault(match.spot(), "")));
      }
      from = to;
    }
    return rows;
  }
}
