package dev.pipewright.app.find;

import java.util.List;

/// What was found.
///
/// @param pattern the expression that was searched for; empty for none
/// @param extent whether it is all there is
record Findings(String pattern, List<Match> matches, Extent extent) {

  static final Findings NONE = new Findings("", List.of(), Extent.ALL);

  /// How much of what there is was found.
  enum Extent {
    /// All of it.
    ALL,
    /// As much as anybody looks through.
    MANY,
    /// What was found until the time was over.
    SLOW
  }

  Findings {
    matches = List.copyOf(matches);
  }
}
