package dev.pipewright.host.command;

/// How the process ends.
final class ExitCode {

  /// All was done.
  static final int DONE = 0;

  /// A node failed.
  static final int NODE_FAILED = 1;

  /// The project or the command line is wrong.
  static final int WRONG = 2;

  /// The run was cancelled; also what a shell gives a process that Ctrl+C ended.
  static final int CANCELLED = 130;

  private ExitCode() {}
}
