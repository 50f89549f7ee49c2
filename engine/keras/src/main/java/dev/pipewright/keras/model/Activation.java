package dev.pipewright.keras.model;

import java.util.Locale;

/// Activation functions, by Keras's names in lower case.
public enum Activation {
  /// x.
  LINEAR,
  /// max(x, 0).
  RELU,
  /// min(max(x, 0), 6).
  RELU6,
  /// 1 / (1 + e^-x).
  SIGMOID,
  /// Hyperbolic tangent.
  TANH,
  /// e^x over their sum along the last axis.
  SOFTMAX,
  /// log(1 + e^x).
  SOFTPLUS,
  /// x / (1 + |x|).
  SOFTSIGN,
  /// x, or e^x - 1 below 0.
  ELU,
  /// The self-normalizing elu.
  SELU,
  /// x times the normal distribution function of x.
  GELU,
  /// x times its sigmoid.
  SILU,
  /// e^x.
  EXPONENTIAL;

  /// The name in configs, `relu`.
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
