package dev.pipewright.nodes;

/// A view that holds something to be let go of: files, threads. Whoever shows it says when nobody
/// looks at it any more; it is of no use from then on.
public interface Disposable {

  /// Lets go of it; again is as good as once. JavaFX thread.
  void dispose();
}
