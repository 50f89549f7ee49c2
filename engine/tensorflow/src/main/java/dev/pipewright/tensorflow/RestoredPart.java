package dev.pipewright.tensorflow;

import java.nio.file.Path;

/// Variables of an imported SavedModel, read back from its own files.
///
/// @param restore the op that reads and assigns them
/// @param prefix the placeholder of the path
/// @param variables the path's prefix, `…/variables/variables`
/// @param copies what gives the restored values to further variables, afterwards
record RestoredPart(Operation restore, Value prefix, Path variables, Operation copies) {}
