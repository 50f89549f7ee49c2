/// A pipeline on the canvas: `GraphMapping` says which graph a pipeline is, and `PipelineView`
/// turns what a person does on the canvas into edits.
@NullMarked
package dev.pipewright.app.graph;

import org.jspecify.annotations.NullMarked;
