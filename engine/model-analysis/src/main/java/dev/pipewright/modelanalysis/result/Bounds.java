package dev.pipewright.modelanalysis.result;

import dev.pipewright.protos.tfma.GenericChangeThreshold;
import dev.pipewright.protos.tfma.GenericValueThreshold;
import dev.pipewright.protos.tfma.MetricDirection;
import dev.pipewright.protos.tfma.MetricThreshold;
import java.util.ArrayList;
import java.util.List;

/// What a threshold asks of a metric's value, or of its change from the baseline's, in words.
public final class Bounds {

  private Bounds() {}

  /// `at least 0.6 and at most 0.9`; empty for a threshold that asks nothing.
  public static String of(MetricThreshold threshold) {
    return String.join(
        " and ",
        threshold.hasChangeThreshold()
            ? of(threshold.getChangeThreshold())
            : of(threshold.getValueThreshold()));
  }

  private static List<String> of(GenericValueThreshold threshold) {
    List<String> bounds = new ArrayList<>();
    if (threshold.hasLowerBound()) {
      bounds.add("at least " + threshold.getLowerBound().getValue());
    }
    if (threshold.hasUpperBound()) {
      bounds.add("at most " + threshold.getUpperBound().getValue());
    }
    return bounds;
  }

  private static List<String> of(GenericChangeThreshold threshold) {
    boolean isMoreBetter = threshold.getDirection() == MetricDirection.HIGHER_IS_BETTER;
    String side = isMoreBetter ? "at least " : "at most ";
    List<String> bounds = new ArrayList<>();
    if (threshold.hasAbsolute()) {
      bounds.add(side + threshold.getAbsolute().getValue());
    }
    if (threshold.hasRelative()) {
      bounds.add(side + threshold.getRelative().getValue() + " of the baseline's value");
    }
    return bounds;
  }
}
