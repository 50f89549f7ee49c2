package dev.pipewright.tensorflow;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// What TensorFlow's native code prints to standard error. `TF_CPP_MIN_LOG_LEVEL` does not reach a
/// copy of Abseil inside TensorFlow 2.18, which tells once a process, at the first graph, that a
/// pass is not enabled.
final class NativeLog {

  private static final int STANDARD_ERROR = 2;
  private static final int WRITE_ONLY = 1;

  private NativeLog() {}

  /// Runs this with standard error going nowhere, for some milliseconds. Where the C library lacks
  /// what it takes (as on Windows), or the person who started the process chose a log level, it
  /// just runs it.
  static void mute(Runnable work) {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    boolean isPosix =
        library.find("dup").isPresent()
            && library.find("dup2").isPresent()
            && library.find("open").isPresent();
    if (!isPosix || System.getenv("TF_CPP_MIN_LOG_LEVEL") != null) {
      work.run();
      return;
    }
    try {
      mute(library, work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void mute(SymbolLookup library, Runnable work) throws Throwable {
    MethodHandle dup = function(library, "dup", ValueLayout.JAVA_INT);
    MethodHandle dup2 = function(library, "dup2", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    MethodHandle open = function(library, "open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    MethodHandle close = function(library, "close", ValueLayout.JAVA_INT);
    int kept = (int) dup.invokeExact(STANDARD_ERROR);
    int nowhere = open(open);
    if (kept < 0 || nowhere < 0) {
      work.run();
      return;
    }
    try {
      int muted = (int) dup2.invokeExact(nowhere, STANDARD_ERROR);
      work.run();
    } finally {
      int restored = (int) dup2.invokeExact(kept, STANDARD_ERROR);
      int closed = (int) close.invokeExact(nowhere) + (int) close.invokeExact(kept);
    }
  }

  private static int open(MethodHandle open) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom("/dev/null");
      return (int) open.invokeExact(path, WRITE_ONLY);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      SymbolLookup library, String name, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            library.findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
  }
}
