package dev.pipewright.canvas;

/// The measures of a card, in document pixels.
final class CardMetrics {

  static final double BORDER = 1;
  static final double STRIP = 4;
  static final double HEADER = 36;
  static final double PORT_PAD = 4;
  static final double ROW = 20;
  static final double FOOTER = 27;
  static final double RUNNING_FOOTER = 43;
  static final double PREVIEW_SIDE = 12;
  static final double LABEL_SIDE = 12;
  static final double SIDE = 10;
  static final double TILE = 24;
  static final double TILE_GAP = 8;
  private static final double LIKELY_PREVIEW = 48;

  private CardMetrics() {}

  /// The middle of a port's row, from the top of the card.
  static double portY(int row) {
    return BORDER + STRIP + HEADER + PORT_PAD + ROW * row + ROW / 2;
  }

  static double portsHeight(GraphNode node) {
    return 2 * PORT_PAD + ROW * Math.max(node.inputs().size(), node.outputs().size());
  }

  /// How high a card will be whose content is not known yet.
  static double estimatedHeight(GraphNode node) {
    return 2 * BORDER + STRIP + HEADER + portsHeight(node) + LIKELY_PREVIEW + FOOTER;
  }
}
