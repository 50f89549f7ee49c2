package dev.pipewright.host.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A command that was run in this process, and what it printed.
public record CommandRun(int exitCode, String out, String err) {

  /// Runs a command.
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Pipewright.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /// Everything, for a failed assertion.
  public String all() {
    return "exit code " + exitCode + "\n" + out + err;
  }
}
