package dev.pipewright.runner;

import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import java.util.Collection;

/// Decides which nodes may work side by side: light ones always, so that a small check does not
/// wait for a long training; others as long as there are cores for all; one alone on the
/// accelerator; and no two that would do the very same.
final class Places {

  private final RunSettings settings;

  Places(RunSettings settings) {
    this.settings = settings;
  }

  boolean isFree(NodeRun node, Collection<NodeRun> working) {
    if (working.stream().anyMatch(other -> isSameWork(node, other))) {
      return false;
    }
    Resources wanted = node.step.spec().resources();
    if (wanted.usesAccelerator()
        && working.stream().anyMatch(n -> n.step.spec().resources().usesAccelerator())) {
      return false;
    }
    int taken =
        working.stream()
            .map(n -> n.step.spec().resources())
            .filter(r -> !isLight(r))
            .mapToInt(settings::coresOf)
            .sum();
    return isLight(wanted) || taken + settings.coresOf(wanted) <= settings.cores();
  }

  private static boolean isLight(Resources resources) {
    return resources.cores() <= 1 && !resources.usesAccelerator();
  }

  static boolean isSameWork(NodeRun a, NodeRun b) {
    return a.work != null && b.work != null && a.work.key().equals(b.work.key());
  }
}
