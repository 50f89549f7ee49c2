package dev.pipewright.charts;

/// A series' values averaged with those before them, as TensorBoard does it: an exponential moving
/// average whose bias towards its start at zero is taken out, `last = last * weight + (1 - weight)
/// * y` and `smoothed = last / (1 - weight^n)`. A value that is not finite is passed on and left
///   out of the average; a series that has not changed yet is left as it is. Source:
///   `classicSmoothing` in tensorboard/webapp/widgets/line_chart_v2/data_transformer.ts.
final class SmoothedPoints {

  /// Below this, one minus it is one.
  private static final double NEGLIGIBLE = 1e-17;

  private final Points source;
  private final double weight;
  private final Points smoothed = new Points();
  private double last;
  private double bias = 1;
  private double constant = Double.NaN;
  private boolean isConstant = true;

  /// @param weight from 0 to below 1
  SmoothedPoints(Points source, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("Smoothing is from 0 to below 1, not " + weight);
    }
    this.source = source;
    this.weight = weight;
  }

  double weight() {
    return weight;
  }

  /// The smoothed points, including those that the source got since the last call.
  Points upToDate() {
    for (int index = smoothed.size(); index < source.size(); index++) {
      smoothed.add(source.x(index), next(source.y(index)));
    }
    return smoothed;
  }

  private double next(double y) {
    if (!Double.isFinite(y)) {
      return y;
    }
    last = last * weight + (1 - weight) * y;
    bias = bias * weight;
    if (bias < NEGLIGIBLE) {
      bias = 0;
    }
    if (isConstant && (Double.isNaN(constant) || constant == y)) {
      constant = y;
      return y;
    }
    isConstant = false;
    return last / (1 - bias);
  }
}
