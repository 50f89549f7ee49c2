package dev.pipewright.tensorflow;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/// How a session uses the machine (`ConfigProto`).
///
/// @param interOpThreads operations that run side by side; 0 lets TensorFlow choose, -1 runs them
///   all in the calling thread
/// @param intraOpThreads threads within an operation; 0 lets TensorFlow choose
/// @param rewriting what TensorFlow may do to the graph before its first run
public record SessionSettings(int interOpThreads, int intraOpThreads, Rewriting rewriting) {

  /// What TensorFlow may do to a graph before its first run.
  public enum Rewriting {
    /// Fold constants, fuse operations and so on, as TensorFlow does by itself. For imported
    /// graphs, and where operations take long.
    FULL,
    /// Nothing: a first run starts sooner, and a small graph of ours is no slower.
    NONE
  }

  /// Checks the ranges.
  public SessionSettings {
    if (interOpThreads < -1 || intraOpThreads < 0) {
      throw new IllegalArgumentException(
          "threads " + interOpThreads + " between, " + intraOpThreads + " within operations");
    }
  }

  /// With TensorFlow's own rewriting.
  public SessionSettings(int interOpThreads, int intraOpThreads) {
    this(interOpThreads, intraOpThreads, Rewriting.FULL);
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

  /// The same with another rewriting.
  public SessionSettings with(Rewriting other) {
    return new SessionSettings(interOpThreads, intraOpThreads, other);
  }

  ConfigProto proto() {
    var rewriter = RewriterConfig.newBuilder().setDisableMetaOptimizer(rewriting == Rewriting.NONE);
    return ConfigProto.newBuilder()
        .setInterOpParallelismThreads(interOpThreads)
        .setIntraOpParallelismThreads(intraOpThreads)
        .setAllowSoftPlacement(true)
        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .build();
  }
}
