/// Reads what runs left under a root that is not a project's: TFX's, or ours without its project.
/// The pipeline is told from ML Metadata, or where that is missing from the folders. Nothing under
/// the root is ever written or locked. Begin with [PipelineRoot].
@NullMarked
package dev.pipewright.runner.root;

import org.jspecify.annotations.NullMarked;
