package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.CubicCurve;

/// What shows that a node is muted or bypassed: a mark in its header, and on a bypassed node a line
/// from each input to the output that it goes on to.
final class ModeMark {

  private static final double SIZE = 16;
  private static final double LEAST = 12;

  private Glyph mark = new Glyph(Glyph.MUTED, SIZE);
  private final List<Node> through = new ArrayList<>();

  Glyph mark() {
    return mark;
  }

  List<Node> through() {
    return through;
  }

  void show(NodeItem item) {
    boolean bypassed = item.node().mode() == NodeMode.BYPASSED;
    mark = new Glyph(bypassed ? Glyph.BYPASSED : Glyph.MUTED, SIZE);
    mark.getStyleClass().add("mode");
    through.clear();
    if (bypassed) {
      List<GraphPort> outputs = item.node().outputs();
      for (int i = 0; i < outputs.size(); i++) {
        int input = inputOf(item, outputs.get(i));
        if (input >= 0) {
          through.add(line(item, input, i));
        }
      }
    }
  }

  // What goes out is what comes in first of its type.
  private static int inputOf(NodeItem item, GraphPort output) {
    List<GraphPort> inputs = item.node().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).type().equals(output.type())) {
        return i;
      }
    }
    return -1;
  }

  // From name to name; where they leave no room, faintly under them.
  private static CubicCurve line(NodeItem item, int input, int output) {
    GraphPort in = item.node().inputs().get(input);
    double y1 = item.portOffset(PortSide.INPUT, input);
    double y2 = item.portOffset(PortSide.OUTPUT, output);
    boolean named = item.node().shape() == NodeShape.FULL;
    double x1 = CardMetrics.LABEL_SIDE + (named ? CardMetrics.likelyWidth(in.name()) : 0);
    String out = item.node().outputs().get(output).name();
    double x2 = item.width() - CardMetrics.LABEL_SIDE - (named ? CardMetrics.likelyWidth(out) : 0);
    boolean hasRoom = x2 - x1 >= LEAST;
    double from = hasRoom ? x1 : 0;
    double to = hasRoom ? x2 : item.width();
    double half = (from + to) / 2;
    CubicCurve line = new CubicCurve(from, y1, half, y1, half, y2, to, y2);
    line.getStyleClass().addAll("through", in.type().styleClass());
    if (!hasRoom) {
      line.getStyleClass().add("faint");
    }
    line.setManaged(false);
    line.setMouseTransparent(true);
    return line;
  }
}
