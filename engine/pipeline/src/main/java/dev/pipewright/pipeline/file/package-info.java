/// The `.pipewright` project file: `ProjectFile` reads and writes it as deterministic JSON, with a
/// format number and whatever fields a newer version may have added. `JsonText` is JSON for
/// parameter values anywhere else, `WholeFile` the one way to write a file whole or not at all.
@NullMarked
package dev.pipewright.pipeline.file;

import org.jspecify.annotations.NullMarked;
