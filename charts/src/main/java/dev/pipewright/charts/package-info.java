/// Charts of large, growing data for JavaFX: [LinePlot] for curves with millions of points,
/// [Sparkline] for a card, [Histogram] for counts by bin. [Series] holds the points; the arithmetic
/// of ticks, scales, smoothing and downsampling is in classes without a toolkit. Colours come from
/// style sheets alone.
@NullMarked
package dev.pipewright.charts;

import org.jspecify.annotations.NullMarked;
