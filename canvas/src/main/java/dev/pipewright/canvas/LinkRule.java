package dev.pipewright.canvas;

/// Which ports may be linked. The view asks it for every port in sight when a link is begun, and
/// knows of itself only that links go from an output to an input.
@FunctionalInterface
public interface LinkRule {

  /// A rule that lets any output go to any input.
  LinkRule ANY = (_, _) -> "";

  /// Why an output may not be linked to an input, in a short sentence for a tip; empty when it may.
  String fits(PortRef output, PortRef input);
}
