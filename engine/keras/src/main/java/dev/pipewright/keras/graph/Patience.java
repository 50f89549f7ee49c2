package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;

/// Early stopping while it watches (`keras/src/callbacks/early_stopping.py`).
final class Patience {

  private final EarlyStopping settings;
  private final double sign;
  private double best = Double.POSITIVE_INFINITY;
  private int waited;

  /// What to do after an epoch.
  enum Verdict {
    /// It is the best so far.
    BEST,
    /// It is not, but there is patience left.
    GO_ON,
    /// It is not, and the training ends.
    STOP
  }

  Patience(EarlyStopping settings, CompileConfig compiled) {
    this.settings = settings;
    this.sign = direction(settings.monitor(), compiled) == Metric.Direction.LOWER ? 1 : -1;
  }

  private static Metric.Direction direction(String monitor, CompileConfig compiled) {
    String name = monitor.startsWith("val_") ? monitor.substring(4) : monitor;
    if (name.equals("loss")) {
      return Metric.Direction.LOWER;
    }
    for (Metric metric : compiled.metrics()) {
      if (metric.name().equals(name)) {
        return metric.direction();
      }
    }
    throw new ParameterException(
        "Early stopping watches " + monitor + ", which is not measured.",
        Location.subject("early_stopping.monitor"),
        "Watch loss or one of the metrics, with val_ before it for the evaluation.");
  }

  Verdict after(EpochResult epoch) {
    Double measured = epoch.values().get(settings.monitor());
    if (measured == null) {
      throw new ParameterException(
          "Early stopping watches " + settings.monitor() + ", and there is no evaluation.",
          Location.subject("early_stopping.monitor"),
          "Watch " + settings.monitor().substring(4) + ", or give data to evaluate on.");
    }
    waited++;
    if (sign * measured + settings.minDelta() < best) {
      best = sign * measured;
      waited = 0;
      return Verdict.BEST;
    }
    return waited >= settings.patience() && epoch.epoch() > 1 ? Verdict.STOP : Verdict.GO_ON;
  }

  /// Whether any epoch was the best: none is while what is watched is not a number.
  boolean hasBest() {
    return best < Double.POSITIVE_INFINITY;
  }

  double[] state() {
    return new double[] {best, waited};
  }

  void restore(double[] state) {
    best = state[0];
    waited = (int) state[1];
  }
}
