package dev.pipewright.tensorflow;

/// Hears of work done before TensorFlow can start: the first time, its library is unpacked into the
/// cache folder.
@FunctionalInterface
public interface LoadProgress {

  /// Called from a thread of its own, a few times a second, with a title fit for a user.
  ///
  /// @param title what is being done, `Unpacking TensorFlow (first start only)`
  /// @param doneBytes bytes written
  /// @param totalBytes bytes to write
  void progress(String title, long doneBytes, long totalBytes);
}
