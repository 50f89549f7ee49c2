package dev.pipewright.nodes;

import dev.pipewright.pipeline.component.Parameters;
import java.util.List;

/// What the parameter `exclude_splits` says, in words.
public final class SplitsText {

  private SplitsText() {}

  /// `All splits`, or `Without eval`.
  public static String of(Parameters parameters) {
    List<String> excluded = parameters.texts("exclude_splits");
    return excluded.isEmpty()
        ? Texts.text("splits.all")
        : Texts.text("splits.without", String.join(", ", excluded));
  }
}
