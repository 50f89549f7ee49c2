package dev.pipewright.canvas;

/// Which node may be put into which link.
@FunctionalInterface
public interface InsertRule {

  /// A rule that lets no node into any link.
  InsertRule NONE = (_, _) -> "-";

  /// Why a node may not be put into a link, in a short sentence; empty when it may.
  ///
  /// @param node its key, or that of a node being dragged in from outside
  /// @param link its key
  String fits(String node, String link);
}
