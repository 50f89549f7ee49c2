/// Keras models as values: layers with Keras 3's names, defaults and configs, functional models,
/// losses, metrics and optimizers. Start at [FunctionalModel] and [CompileConfig].
///
/// Nothing here needs TensorFlow, so that an editor can check shapes and count parameters.
@NullMarked
package dev.pipewright.keras.model;

import org.jspecify.annotations.NullMarked;
