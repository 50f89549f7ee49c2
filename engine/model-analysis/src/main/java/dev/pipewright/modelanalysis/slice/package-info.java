/// Slices of the examples: a `SliceKey` names one by features and values, a `Slicer` finds the
/// slices of the rows of a block, and a `MetricFold` tallies measures in each.
@NullMarked
package dev.pipewright.modelanalysis.slice;

import org.jspecify.annotations.NullMarked;
