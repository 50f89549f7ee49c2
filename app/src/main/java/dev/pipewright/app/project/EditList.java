package dev.pipewright.app.project;

import java.util.List;

/// The edits of a project, the first one first.
///
/// @param words what each does, in a few words
/// @param position how many of them are done; those behind were taken back
public record EditList(List<String> words, int position) {

  /// Nothing was edited.
  public static final EditList EMPTY = new EditList(List.of(), 0);

  /// Keeps a copy.
  public EditList {
    words = List.copyOf(words);
  }
}
