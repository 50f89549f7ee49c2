package dev.pipewright.canvas;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// States as pseudo-classes: a constant's name in lower case.
final class States {

  private States() {}

  static PseudoClass of(Enum<?> state) {
    return PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT));
  }

  /// Gives a node the pseudo-class of one state and takes those of the others.
  static void show(Node node, Enum<?>[] all, Enum<?> state) {
    for (Enum<?> each : all) {
      node.pseudoClassStateChanged(of(each), each == state);
    }
  }
}
