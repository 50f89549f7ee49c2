package dev.pipewright.canvas;

/// The measures of a card, in document pixels.
final class CardMetrics {

  static final double BORDER = 1;
  static final double STRIP = 4;
  static final double HEADER = 36;
  static final double COLLAPSED = 2 * BORDER + STRIP + HEADER;
  static final double PORT_PAD = 4;
  static final double ROW = 20;
  static final double FOOTER = 27;
  static final double RUNNING_FOOTER = 43;
  static final double BAR_TOP = 28;
  static final double BAR = 6;
  static final double PREVIEW_PAD = 4;
  static final double PREVIEW_SIDE = 12;
  static final double LABEL_SIDE = 12;
  static final double SIDE = 10;
  static final double TILE = 24;
  static final double TILE_GAP = 8;
  private static final double LETTER = 5.8;
  private static final double LABEL_GAP = 8;
  private static final double LIKELY_PREVIEW = 48;

  private CardMetrics() {}

  /// The middle of a port's row, from the top of the card.
  static double portY(int row) {
    return BORDER + STRIP + HEADER + PORT_PAD + ROW * row + ROW / 2;
  }

  /// The row of each output: the first after the one before where its name fits beside the input's.
  /// Links need it before a card is there to be measured, so that widths are estimated.
  static int[] outputRows(GraphNode node) {
    double inner = node.width() - 2 * (BORDER + LABEL_SIDE) - LABEL_GAP;
    int[] rows = new int[node.outputs().size()];
    int row = 0;
    for (int i = 0; i < rows.length; i++) {
      int letters = node.outputs().get(i).name().length();
      while (row < node.inputs().size()
          && (node.inputs().get(row).name().length() + letters) * LETTER > inner) {
        row++;
      }
      rows[i] = row++;
    }
    return rows;
  }

  /// The middles of ports that share the edge of a collapsed card, from its top.
  static double collapsedPortY(int index, int count) {
    return BORDER + STRIP + HEADER * (index + 1) / (count + 1);
  }

  /// The middles of a node's ports of one side, from the top of its card.
  static double[] portYs(GraphNode node, PortSide side) {
    boolean left = side == PortSide.INPUT;
    double[] ys = new double[(left ? node.inputs() : node.outputs()).size()];
    int[] rows = left ? new int[0] : outputRows(node);
    for (int i = 0; i < ys.length; i++) {
      ys[i] =
          node.shape() == NodeShape.COLLAPSED
              ? collapsedPortY(i, ys.length)
              : portY(left ? i : rows[i]);
    }
    return ys;
  }

  /// How wide a port's name will be, with a little room after it.
  static double likelyWidth(String name) {
    return name.length() * LETTER + LABEL_GAP;
  }

  static double portsHeight(GraphNode node) {
    int[] rows = outputRows(node);
    int used = rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
    return 2 * PORT_PAD + ROW * Math.max(node.inputs().size(), used);
  }

  /// How high a card will be whose content is not known yet.
  static double estimatedHeight(GraphNode node) {
    if (node.shape() == NodeShape.COLLAPSED) {
      return COLLAPSED;
    }
    return 2 * BORDER + STRIP + HEADER + portsHeight(node) + LIKELY_PREVIEW + FOOTER;
  }
}
