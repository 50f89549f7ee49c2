package dev.pipewright.pipeline.component;

/// How an execution tells a person how it goes. Calls are cheap and may come from any thread; the
/// runner thins them out.
public interface Progress {

  /// How much is done.
  ///
  /// @param fraction from 0 to 1, or NaN where it cannot be told
  /// @param message what is going on, as `10,000 of 15,002 rows`
  void report(double fraction, String message);

  /// A measured value: a live metric as TensorBoard shows it.
  ///
  /// @param tag the metric, as `train/loss`
  /// @param step the training step
  /// @param value its value
  void metric(String tag, long step, double value);

  /// A line for the node's log.
  void log(String line);

  /// A line for the node's log that the user should see: something was skipped or chosen for them.
  void warn(String line);
}
