package dev.pipewright.nodes;

import org.jspecify.annotations.Nullable;

/// The short text at the right of a card's footer.
///
/// @param text the text, as `9 ops`; may be empty
/// @param request what a click on it asks for, or null where it is but a text
public record FooterNote(String text, @Nullable NodeRequest request) {

  /// No note.
  public static final FooterNote NONE = new FooterNote("", null);

  /// A note that only says something.
  public static FooterNote of(String text) {
    return new FooterNote(text, null);
  }

  /// A note that can be clicked.
  public static FooterNote link(String text, NodeRequest request) {
    return new FooterNote(text, request);
  }
}
