package dev.pipewright.app;

import javafx.application.Application;

/// Starts the workbench: `pipewright-workbench [--run] [FILE…]` opens these project files, and with
/// `--run` runs the first at once.
public final class Main {

  private Main() {}

  /// Starts the workbench; comes back when its window is closed.
  ///
  /// @param arguments options and project files
  public static void main(String[] arguments) {
    Application.launch(WorkbenchApp.class, arguments);
  }
}
