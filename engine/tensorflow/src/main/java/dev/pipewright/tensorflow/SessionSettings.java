package dev.pipewright.tensorflow;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/// How a session uses the machine (`ConfigProto`).
///
/// @param interOpThreads operations that run side by side; 0 lets TensorFlow choose, -1 runs them
///   all in the calling thread
/// @param intraOpThreads threads within an operation; 0 lets TensorFlow choose
public record SessionSettings(int interOpThreads, int intraOpThreads) {

  /// Checks the ranges.
  public SessionSettings {
    if (interOpThreads < -1 || intraOpThreads < 0) {
      throw new IllegalArgumentException(
          "threads " + interOpThreads + " between, " + intraOpThreads + " within operations");
    }
  }

  /// TensorFlow's own choice: every core. For large matrices and convolutions.
  public static SessionSettings standard() {
    return new SessionSettings(0, 0);
  }

  /// One thread of TensorFlow's own: the same sums in the same order everywhere.
  public static SessionSettings singleThreaded() {
    return new SessionSettings(1, 1);
  }

  /// Everything in the calling thread: the least overhead a run, for serving and small networks.
  public static SessionSettings callerThread() {
    return new SessionSettings(-1, 1);
  }

  ConfigProto proto() {
    return ConfigProto.newBuilder()
        .setInterOpParallelismThreads(interOpThreads)
        .setIntraOpParallelismThreads(intraOpThreads)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .build();
  }
}
