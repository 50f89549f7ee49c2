package dev.pipewright.nodes.code;

import java.util.List;

/// The tokens of a line.
///
/// @param tokens in their order; they do not overlap
/// @param open what goes on in the next line
record Lexed(List<Token> tokens, Open open) {

  /// What can be open at the end of a line.
  enum Open {
    NOTHING,
    COMMENT,
    /// In `'`.
    STRING,
    /// In `"`.
    NAME,
    /// In a backtick.
    BACKTICK
  }

  Lexed {
    tokens = List.copyOf(tokens);
  }
}
