package dev.pipewright.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the workbench asks a person. Answers come at once; meanwhile the window waits.
public interface Questions {

  /// Which project files to open; empty for none.
  List<Path> filesToOpen();

  /// Where to save a project.
  ///
  /// @param suggested a file name
  Optional<Path> fileToSave(String suggested);

  /// A project has unsaved changes, and is about to be closed.
  ///
  /// @param name the project's
  Unsaved unsaved(String name);

  /// Somebody else has changed a project's file, and the project is about to be saved.
  ///
  /// @param name the project's
  Conflict conflict(String name);

  /// What is to become of unsaved changes.
  enum Unsaved {
    /// Save them, then close.
    SAVE,
    /// Close without them.
    DISCARD,
    /// Do not close.
    CANCEL
  }

  /// What is to become of what somebody else has written.
  enum Conflict {
    /// It is overwritten.
    OVERWRITE,
    /// The project is read from it, and unsaved changes are lost.
    RELOAD,
    /// The project is saved elsewhere.
    SAVE_AS,
    /// Nothing is done.
    CANCEL
  }
}
