package dev.pipewright.host;

import dev.pipewright.host.command.Pipewright;

/// The `pipewright` process.
public final class Main {

  private Main() {}

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] arguments) {
    System.exit(Pipewright.execute(arguments));
  }
}
