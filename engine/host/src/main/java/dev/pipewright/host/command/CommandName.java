package dev.pipewright.host.command;

/// How the user calls this program, to put in what it tells them to type.
final class CommandName {

  private CommandName() {}

  /// `pipewright`, or `./pipewright` from a checkout, which says so in the environment.
  static String text() {
    String name = System.getenv("PIPEWRIGHT_COMMAND");
    return name == null ? "pipewright" : name;
  }
}
