package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;

/// A way to mend a problem at once.
///
/// @param label what it does, as a button says it: `Set it to 100`
/// @param edit what it does to the pipeline that was checked
public record Fix(String label, Edit edit) {}
