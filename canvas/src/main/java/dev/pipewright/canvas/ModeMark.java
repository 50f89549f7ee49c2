package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.CubicCurve;

/// What shows that a node is muted or bypassed: a mark in its header, and on a bypassed node a line
/// from each input to the output that it goes on to.
final class ModeMark {

  private static final double SIZE = 16;

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

  private static CubicCurve line(NodeItem item, int input, int output) {
    double y1 = item.portOffset(PortSide.INPUT, input);
    double y2 = item.portOffset(PortSide.OUTPUT, output);
    double half = item.width() / 2;
    CubicCurve line = new CubicCurve(0, y1, half, y1, half, y2, item.width(), y2);
    line.getStyleClass().addAll("through", item.node().inputs().get(input).type().styleClass());
    line.setManaged(false);
    line.setMouseTransparent(true);
    return line;
  }
}
