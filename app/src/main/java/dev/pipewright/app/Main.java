package dev.pipewright.app;

import java.util.logging.Logger;
import javafx.application.Application;

/// Starts the workbench: `pipewright-workbench [--run] [FILE…]` opens these project files, and with
/// `--run` runs the first at once.
public final class Main {

  /// Held, since a logger that nobody holds forgets its filter.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /// Starts the workbench; comes back when its window is closed.
  ///
  /// @param arguments options and project files
  public static void main(String[] arguments) {
    // That it lies on the class path is how we start it, and tested.
    JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    Preparation.ofProcess();
    Application.launch(WorkbenchApp.class, arguments);
  }
}
