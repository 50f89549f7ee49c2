package dev.pipewright.keras.model;

import java.util.OptionalLong;

/// How a weight gets its first values. The distributions are Keras's; the random numbers are not:
/// the same seed gives other values there. Without a seed, one is derived from the model's seed and
/// the weight's name.
public sealed interface Initializer {

  /// All 0.
  record Zeros() implements Initializer {}

  /// All 1.
  record Ones() implements Initializer {}

  /// All the same.
  record Constant(double value) implements Initializer {}

  /// Uniform in [minval, maxval).
  record RandomUniform(double minval, double maxval, OptionalLong seed) implements Initializer {
    /// Checks the range.
    public RandomUniform {
      if (!(minval <= maxval)) {
        throw new IllegalArgumentException("minval " + minval + " > maxval " + maxval);
      }
    }
  }

  /// Normal.
  record RandomNormal(double mean, double stddev, OptionalLong seed) implements Initializer {}

  /// Normal, drawn again beyond two standard deviations.
  record TruncatedNormal(double mean, double stddev, OptionalLong seed) implements Initializer {}

  /// Scaled by the numbers of inputs and outputs of the weight.
  record Scaled(Scaling scaling, OptionalLong seed) implements Initializer {}

  /// Keras's variance scalings: variance scale / n, where n is the inputs ("fan in") or the mean of
  /// inputs and outputs; a uniform or a truncated normal distribution.
  enum Scaling {
    /// Uniform, 1 / mean of inputs and outputs (Glorot and Bengio 2010).
    GLOROT_UNIFORM("GlorotUniform", 1, Fan.AVERAGE, Form.UNIFORM),
    /// Normal, 1 / mean of inputs and outputs.
    GLOROT_NORMAL("GlorotNormal", 1, Fan.AVERAGE, Form.TRUNCATED_NORMAL),
    /// Uniform, 2 / inputs (He et al. 2015).
    HE_UNIFORM("HeUniform", 2, Fan.IN, Form.UNIFORM),
    /// Normal, 2 / inputs.
    HE_NORMAL("HeNormal", 2, Fan.IN, Form.TRUNCATED_NORMAL),
    /// Uniform, 1 / inputs (LeCun et al. 1998).
    LECUN_UNIFORM("LecunUniform", 1, Fan.IN, Form.UNIFORM),
    /// Normal, 1 / inputs.
    LECUN_NORMAL("LecunNormal", 1, Fan.IN, Form.TRUNCATED_NORMAL);

    private final String className;
    private final double scale;
    private final Fan fan;
    private final Form form;

    Scaling(String className, double scale, Fan fan, Form form) {
      this.className = className;
      this.scale = scale;
      this.fan = fan;
      this.form = form;
    }

    /// Keras's class.
    public String className() {
      return className;
    }

    /// Whether it is uniform rather than normal.
    public boolean isUniform() {
      return form == Form.UNIFORM;
    }

    /// The variance of the values for a weight of that many inputs and outputs.
    public double variance(double fanIn, double fanOut) {
      double n = fan == Fan.IN ? fanIn : (fanIn + fanOut) / 2;
      return scale / Math.max(1, n);
    }

    private enum Fan {
      IN,
      AVERAGE
    }

    private enum Form {
      UNIFORM,
      TRUNCATED_NORMAL
    }
  }

  /// Glorot's uniform, the default of kernels.
  static Initializer glorotUniform() {
    return new Scaled(Scaling.GLOROT_UNIFORM, OptionalLong.empty());
  }
}
