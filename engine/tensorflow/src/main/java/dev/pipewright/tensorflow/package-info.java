/// The only door to TensorFlow: graphs, gradients, sessions, tensors, SavedModels and checkpoints
/// in small types of ours, over TensorFlow's C interface. Start at [GraphBuilder] to build,
/// [GraphSession] to run, [SavedModel] to open and [SavedModelWriter] to write.
///
/// Reading a SavedModel's signatures and describing shapes loads nothing native; the library is
/// loaded by the first graph or tensor, or ahead of that by [TensorFlowRuntime#load].
@NullMarked
package dev.pipewright.tensorflow;

import org.jspecify.annotations.NullMarked;
