package dev.pipewright.app.engine;

import dev.pipewright.pipeline.Location;
import dev.pipewright.runner.Failure;

/// Reads failures out of the protocol's messages.
public final class Failures {

  private Failures() {}

  /// The failure that a message tells of.
  public static Failure of(dev.pipewright.protocol.Failure told) {
    Location where = new Location(told.file(), told.line(), 0, told.subject());
    return new Failure(told.what(), where, told.fix());
  }
}
