/// Keras models as TensorFlow graphs: the forward pass, losses, optimizers, metrics and the fit
/// loop, numerically equal to Keras 3 with its TensorFlow backend. Start at [ForwardPass] to build
/// and [Fit] to train.
@NullMarked
package dev.pipewright.keras.graph;

import org.jspecify.annotations.NullMarked;
