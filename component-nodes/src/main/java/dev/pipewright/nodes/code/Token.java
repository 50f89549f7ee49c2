package dev.pipewright.nodes.code;

/// A stretch of a line that has a colour of its own; what is between tokens is plain.
///
/// @param kind what it is
/// @param start its first character in the line
/// @param end the character after its last
record Token(Kind kind, int start, int end) {

  /// What a token is; the style class of its text is `code-` and the name in lower case.
  enum Kind {
    /// A word of the language, or the name of an argument.
    KEYWORD,
    /// What is called.
    FUNCTION,
    /// What stands before the name of a function, as `tf.`.
    MODULE,
    /// The key of a JSON object.
    KEY,
    STRING,
    NUMBER,
    COMMENT,
    /// A runtime parameter, or the parameter of a query.
    REFERENCE,
    /// A name in quotes.
    NAME,
    BRACKET
  }
}
