package dev.pipewright.charts;

/// How values are spread over an axis.
public enum AxisScale {
  /// Equal differences take equal lengths.
  LINEAR,
  /// Equal ratios take equal lengths; zero and what is below has no place.
  LOG
}
