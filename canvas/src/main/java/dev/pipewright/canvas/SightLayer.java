package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Nodes of the scene for the items in sight, and no others: even hidden nodes cost time in every
/// frame. A node is made when its item is first seen, and taken out a way out of sight. Those that
/// there is no time for in a frame come in the next ones.
///
/// @param <I> the item
/// @param <N> its node in the scene
abstract class SightLayer<I extends SpatialGrid.Entry, N extends Node> extends Group {

  // However slow the machine is, so many come in each frame.
  private static final int FEWEST = 4;

  private final List<N> shown = new ArrayList<>();
  private final List<N> leaving = new ArrayList<>();

  SightLayer() {
    setManaged(false);
  }

  /// The nodes in the scene.
  final List<N> shown() {
    return shown;
  }

  /// The node of an item, if it was made.
  abstract @Nullable N nodeOf(I item);

  abstract I itemOf(N node);

  /// Makes the node of an item.
  abstract N make(I item);

  /// Called when a node has come into the scene.
  void entered(N node) {}

  /// Called when a node has been taken out of the scene.
  void left(N node) {}

  /// Draws a node as its item is now.
  abstract void refresh(N node);

  /// Shows these items.
  ///
  /// @param inSight the items; those that have no node yet stay in the list, all others leave it
  /// @param kept what touches it stays in the scene
  /// @param deadline when to stop making nodes, on the clock of `System.nanoTime`
  final void show(List<I> inSight, Sight kept, long deadline) {
    takeOut(kept);
    int waiting = 0;
    int entered = 0;
    for (int i = 0; i < inSight.size(); i++) {
      I item = inSight.get(i);
      N node = nodeOf(item);
      if (node == null || node.getParent() == null) {
        if (entered >= FEWEST && System.nanoTime() > deadline) {
          inSight.set(waiting++, item);
          continue;
        }
        entered++;
        enter(node == null ? make(item) : node);
      }
    }
    inSight.subList(waiting, inSight.size()).clear();
    for (int i = 0; i < shown.size(); i++) {
      refresh(shown.get(i));
    }
  }

  private void enter(N node) {
    shown.add(node);
    getChildren().add(node);
    node.applyCss();
    entered(node);
  }

  private void takeOut(Sight kept) {
    leaving.clear();
    int staying = 0;
    for (int i = 0; i < shown.size(); i++) {
      N node = shown.get(i);
      if (kept.touches(itemOf(node))) {
        shown.set(staying++, node);
      } else {
        leaving.add(node);
      }
    }
    if (!leaving.isEmpty()) {
      shown.subList(staying, shown.size()).clear();
      getChildren().removeAll(leaving);
      leaving.forEach(this::left);
      leaving.clear();
    }
  }

  /// Takes a node out for good.
  final void remove(N node) {
    if (shown.remove(node)) {
      getChildren().remove(node);
      left(node);
    }
  }

  /// Takes all out.
  final void clear() {
    if (!shown.isEmpty()) {
      getChildren().clear();
      shown.forEach(this::left);
      shown.clear();
    }
  }
}
