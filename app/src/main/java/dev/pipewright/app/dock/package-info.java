/// The panels below the canvas: run log, artifacts, problems and metrics. `DockView` holds them;
/// `LogFilter` and `MetricGroups` are what they show, without a toolkit.
@NullMarked
package dev.pipewright.app.dock;

import org.jspecify.annotations.NullMarked;
