package dev.pipewright.testing;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.Supplier;

/// Checks that what a test has let go of can be collected.
public final class Leaks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Leaks() {}

  /// Makes an object on the JavaFX thread, uses and disposes it there as `make` says, and asserts
  /// that the garbage collector takes it.
  ///
  /// @throws AssertionError if it is still reachable after 10 s of collecting
  public static <T> void assertCollected(String what, Supplier<T> make) {
    assertCollected(what, Fx.call(() -> new WeakReference<>(make.get())));
  }

  /// Asserts that the garbage collector takes what the reference points at; the caller holds it no
  /// more.
  ///
  /// @throws AssertionError if it is still reachable after 10 s of collecting
  public static void assertCollected(String what, WeakReference<?> reference) {
    assertCollected(what, reference, PATIENCE);
  }

  static void assertCollected(String what, WeakReference<?> reference, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (reference.get() != null) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still reachable: " + what);
      }
      // JavaFX keeps what it drew last until it has drawn again.
      Fx.settle();
      System.gc();
    }
  }
}
