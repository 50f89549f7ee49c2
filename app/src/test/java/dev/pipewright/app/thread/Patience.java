package dev.pipewright.app.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;

/// Times that are promised of a machine that has nothing else to do.
public final class Patience {

  private Patience() {}

  /// The time that it may take here and now: longer by as much as there is more to do than there
  /// are cores.
  public static Duration of(Duration promised) {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    double crowd = system.getSystemLoadAverage() / system.getAvailableProcessors();
    return Duration.ofMillis((long) (promised.toMillis() * Math.max(1, crowd)));
  }
}
