package dev.pipewright.host.terminal;

import java.io.Console;
import java.io.PrintWriter;

/// Where a command prints, and whether lines can be drawn over there.
public final class Terminal {

  private static final String ESCAPE = "\u001b[";
  private static final int USUAL_WIDTH = 80;

  private final PrintWriter out;
  private final boolean isInteractive;
  private final int width;

  private Terminal(PrintWriter out, boolean isInteractive, int width) {
    this.out = out;
    this.isInteractive = isInteractive;
    this.width = width;
  }

  /// The terminal of this process, if standard output is one; `out` prints to standard output.
  public static Terminal ofProcess(PrintWriter out) {
    Console console = System.console();
    String columns = System.getenv("COLUMNS");
    return new Terminal(
        out,
        console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM")),
        columns != null && columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH);
  }

  /// Lines for a file or a pipe.
  public static Terminal plain(PrintWriter out) {
    return new Terminal(out, false, USUAL_WIDTH);
  }

  /// A terminal this wide, on which lines can be drawn over.
  static Terminal interactive(PrintWriter out, int width) {
    return new Terminal(out, true, width);
  }

  /// Whether lines can be drawn over.
  public boolean isInteractive() {
    return isInteractive;
  }

  /// Prints a line, its control characters as dots.
  public void println(String line) {
    out.println(Printable.text(line));
    out.flush();
  }

  /// Cuts a line so that it does not wrap.
  public String fit(String line) {
    return line.length() < width ? line : line.substring(0, width - 2) + "…";
  }

  /// Erases the last lines, so that the next ones take their place.
  public void eraseLines(int count) {
    for (int i = 0; i < count; i++) {
      out.print(ESCAPE + "1A" + ESCAPE + "2K");
    }
    out.flush();
  }
}
