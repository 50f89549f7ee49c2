package dev.pipewright.canvas;

/// How much of a graph is drawn: less as it gets smaller.
enum DetailLevel {
  /// Everything, each link a node of the scene.
  FULL,
  /// Cards without preview and footer; links are painted.
  REDUCED,
  /// Blocks and links, all painted.
  BLOCKS;

  static DetailLevel of(double zoom) {
    return zoom >= 0.5 ? FULL : zoom >= 0.25 ? REDUCED : BLOCKS;
  }
}
