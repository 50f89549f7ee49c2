package dev.pipewright.app.project;

/// What became of a wish to save.
public enum SaveResult {
  /// The file holds the document.
  SAVED,
  /// Somebody else has changed the file since it was read: nothing was written. Ask whether to save
  /// all the same, to read the file again, or to save elsewhere.
  CHANGED_ON_DISK,
  /// The file is marked as one that is not to be written: nothing was. Ask whether to save all the
  /// same, or elsewhere.
  READ_ONLY,
}
