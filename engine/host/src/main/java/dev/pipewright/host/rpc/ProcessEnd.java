package dev.pipewright.host.rpc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Ends this process as a kill would. Java's own exit waits for threads in native code, and
/// TensorFlow's destructors after it can take a second; what was to be kept is on disk by now.
final class ProcessEnd {

  private final MethodHandle exit =
      ProtocolStreams.function("_exit", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));

  void now() {
    try {
      exit.invokeExact(0);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends it after a while, whatever its other threads are doing.
  void after(Duration delay) {
    Thread.ofPlatform()
        .daemon()
        .name("last resort")
        .start(
            () -> {
              long end = System.nanoTime() + delay.toNanos();
              while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
              }
              now();
            });
  }
}
