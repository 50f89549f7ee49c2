package dev.pipewright.modelanalysis.result;

import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.PlotsForSlice;
import java.util.List;

/// The metrics and plots of an evaluation, all examples first, then slice by slice.
///
/// @param metrics the metrics of each slice
/// @param plots the plots of each slice, in the same order; one without plots is empty
public record EvaluationResult(List<MetricsForSlice> metrics, List<PlotsForSlice> plots) {

  public EvaluationResult {
    metrics = List.copyOf(metrics);
    plots = List.copyOf(plots);
  }
}
