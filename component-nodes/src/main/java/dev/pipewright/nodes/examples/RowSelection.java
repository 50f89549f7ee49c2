package dev.pipewright.nodes.examples;

import java.util.BitSet;

/// Which rows are chosen, by their positions, and where the keys are.
final class RowSelection {

  private final BitSet chosen = new BitSet();
  private int size;
  private int lead = -1;
  private int anchor = -1;

  void setSize(int newSize) {
    size = newSize;
    if (chosen.length() > size) {
      chosen.clear(size, chosen.length());
    }
    lead = Math.min(lead, size - 1);
    anchor = Math.min(anchor, size - 1);
  }

  /// No row is chosen, and none has the keys.
  void clear() {
    chosen.clear();
    lead = -1;
    anchor = -1;
  }

  /// This row only.
  void choose(int position) {
    chosen.clear();
    chosen.set(position);
    lead = position;
    anchor = position;
  }

  /// This row too, or no longer.
  void toggle(int position) {
    chosen.flip(position);
    lead = position;
    anchor = position;
  }

  /// The rows from the one that was chosen before to this.
  void extend(int position) {
    int start = anchor < 0 ? position : anchor;
    chosen.clear();
    chosen.set(Math.min(start, position), Math.max(start, position) + 1);
    lead = position;
    anchor = start;
  }

  void all() {
    chosen.set(0, size);
    lead = Math.max(0, lead);
  }

  boolean isChosen(int position) {
    return chosen.get(position);
  }

  int count() {
    return chosen.cardinality();
  }

  int lead() {
    return lead;
  }

  /// The positions, ascending.
  int[] positions() {
    return chosen.stream().toArray();
  }
}
