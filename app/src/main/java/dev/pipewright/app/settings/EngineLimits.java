package dev.pipewright.app.settings;

/// What an engine host may take of the machine.
///
/// @param isCpuAlone whether it leaves GPUs alone
/// @param megabytes how large its Java heap may grow; 0 for what Java takes by itself, a quarter of
///   the memory. What TensorFlow takes comes on top
/// @param threads how many processor cores it computes on; 0 for all
public record EngineLimits(boolean isCpuAlone, int megabytes, int threads) {

  /// All that there is.
  public static final EngineLimits NONE = new EngineLimits(false, 0, 0);

  /// @throws IllegalArgumentException when a number is negative
  public EngineLimits {
    if (megabytes < 0 || threads < 0) {
      throw new IllegalArgumentException(megabytes + " MB, " + threads + " threads");
    }
  }
}
