/// Checks of a pipeline before it runs: `PipelineChecks` finds `Problem`s, each with the node, the
/// field, what is wrong and how to mend it. They read no data and load nothing native.
@NullMarked
package dev.pipewright.pipeline.check;

import org.jspecify.annotations.NullMarked;
