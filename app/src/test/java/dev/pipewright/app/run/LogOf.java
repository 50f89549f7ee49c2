package dev.pipewright.app.run;

import java.util.List;

/// Logs for the tests of what shows them.
public final class LogOf {

  private LogOf() {}

  /// A log of these lines.
  public static RunLog lines(List<LogLine> lines) {
    RunLog log = new RunLog();
    log.append(lines);
    return log;
  }

  /// Adds lines.
  public static void append(RunLog log, List<LogLine> lines) {
    log.append(lines);
  }
}
