package dev.pipewright.app.shell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// What the machine has to compute with.
///
/// @param cores its processor cores
/// @param memory its memory in bytes
/// @param used how much of the memory is in use
record Machine(int cores, long memory, long used) {

  /// As it is now; empty where the system does not tell. Takes a while the first time.
  static Optional<Machine> look() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Optional.of(
            new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getTotalMemorySize() - system.getFreeMemorySize()))
        : Optional.empty();
  }
}
