package dev.pipewright.canvas;

import javafx.geometry.Rectangle2D;

/// A note as it is drawn now.
final class NoteItem extends BoxItem {

  private GraphNote note;

  NoteItem(GraphNote note) {
    this.note = note;
  }

  GraphNote note() {
    return note;
  }

  void note(GraphNote value) {
    note = value;
  }

  @Override
  String key() {
    return note.key();
  }

  @Override
  Rectangle2D settled() {
    return new Rectangle2D(note.x(), note.y(), note.width(), note.height());
  }

  @Override
  double least() {
    return GraphNote.LEAST;
  }

  @Override
  Box make() {
    return new NoteBox(this);
  }
}
