package dev.pipewright.tensorflow;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/// Whether this machine has NVIDIA's driver.
final class CudaDriver {

  private CudaDriver() {}

  /// Asks the loader for the library that TensorFlow opens.
  @SuppressWarnings("restricted")
  static boolean isInstalled() {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup("libcuda.so.1", arena);
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }
}
