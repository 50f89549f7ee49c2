package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.tensorflow.Value;

/// A value a model gives.
///
/// @param value the value
/// @param activation the function that made it, LINEAR if none did last
/// @param before what that function was given; losses start there where that is more exact, as
///   Keras does
public record ModelOutput(Value value, Activation activation, Value before) {}
