package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;

/// The links in sight, as nodes of the scene. A line is made when its link is first seen; out of
/// sight it is hidden.
final class LinkLayer extends Group {

  private List<LinkLine> shown = new ArrayList<>();
  private List<LinkLine> before = new ArrayList<>();

  LinkLayer() {
    setManaged(false);
    setMouseTransparent(true);
  }

  List<LinkLine> shown() {
    return shown;
  }

  /// Shows the lines of these links and no others.
  void show(List<LinkItem> links) {
    List<LinkLine> last = shown;
    shown = before;
    before = last;
    shown.clear();
    for (int i = 0; i < links.size(); i++) {
      LinkItem item = links.get(i);
      LinkLine line = item.line();
      if (line == null) {
        line = new LinkLine(item);
        item.line(line);
        getChildren().add(line);
      }
      line.refresh();
      shown.add(line);
    }
    for (int i = 0; i < before.size(); i++) {
      before.get(i).seen(false);
    }
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).seen(true);
      shown.get(i).setVisible(true);
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).seen()) {
        before.get(i).setVisible(false);
      }
    }
  }

  void remove(LinkItem item) {
    LinkLine line = item.line();
    if (line != null) {
      shown.remove(line);
      before.remove(line);
      getChildren().remove(line);
      item.line(null);
    }
  }
}
