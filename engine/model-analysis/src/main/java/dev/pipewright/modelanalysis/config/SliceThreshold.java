package dev.pipewright.modelanalysis.config;

import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.SlicingSpec;
import org.jspecify.annotations.Nullable;

/// A bound for a metric.
///
/// @param slices the slices it holds for, or null for all
/// @param threshold a threshold of the value or of the change, not both
public record SliceThreshold(@Nullable SlicingSpec slices, MetricThreshold threshold) {}
