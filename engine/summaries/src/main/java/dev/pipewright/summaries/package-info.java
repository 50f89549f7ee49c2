/// Event files, as TensorBoard reads them: what a training logs while it runs. An `EventWriter`
/// appends scalars and histograms to one file; an `EventRuns` reads a folder tree of such files,
/// and reads on where it stopped as they grow.
@NullMarked
package dev.pipewright.summaries;

import org.jspecify.annotations.NullMarked;
