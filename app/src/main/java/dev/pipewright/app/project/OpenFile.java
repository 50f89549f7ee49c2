package dev.pipewright.app.project;

import dev.pipewright.app.text.FileTrouble;
import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file of an open project and what it was when it was last read or written.
///
/// @param path where it is, or null for a project that was never saved
/// @param stamp what it was, or null where there is none
record OpenFile(@Nullable Path path, @Nullable FileStamp stamp) {

  private static final Texts TEXTS = Texts.of(OpenFile.class);

  static final OpenFile NONE = new OpenFile(null, null);

  /// A project file that was read.
  record Read(OpenFile file, Pipeline document) {}

  /// What came of a wish to write.
  ///
  /// @param file the file as it is now
  record Written(SaveResult result, OpenFile file) {}

  /// Reads a project file.
  static Read read(Path file) {
    try {
      // Before the content: a change that comes in between is then taken for one, not overlooked.
      Optional<FileStamp> stamp = FileStamp.of(file);
      return new Read(new OpenFile(file, stamp.orElse(null)), ProjectFile.read(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// A file as it was when it had this content.
  static OpenFile based(Path file, String hash) {
    return new OpenFile(file, new FileStamp(0, -1, hash));
  }

  /// Writes a document, unless somebody else has changed the file or it is read-only.
  Written write(Pipeline document, FileWriter writer) {
    if (state() == FileState.CHANGED) {
      return new Written(SaveResult.CHANGED_ON_DISK, this);
    }
    return isReadOnly() ? new Written(SaveResult.READ_ONLY, this) : overwrite(document, writer);
  }

  /// Writes a document whatever the file holds, and whatever may be done with it.
  Written overwrite(Pipeline document, FileWriter writer) {
    return new Written(SaveResult.SAVED, write(required(), document, writer));
  }

  /// Writes a document to a file.
  static OpenFile write(Path file, Pipeline document, FileWriter writer) {
    try {
      writer.write(file, ProjectFile.format(document));
      return new OpenFile(file, FileStamp.of(file).orElse(null));
    } catch (IOException e) {
      boolean isFolderGone = !Files.isDirectory(file.toAbsolutePath().resolveSibling(""));
      String key = isFolderGone ? "file.nofolder" : "file.unwritable";
      throw new EnvironmentException(
          TEXTS.get(key, FileTrouble.reason(e)), Location.of(file), TEXTS.get(key + ".fix"), e);
    }
  }

  /// How the file is now.
  FileState state() {
    if (path == null || stamp == null) {
      return FileState.NONE;
    }
    try {
      if (!Files.exists(path)) {
        return FileState.GONE;
      }
      return stamp.fits(path) ? FileState.SAME : FileState.CHANGED;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// Whether the file says that it is not to be written. A file that is replaced by another would
  /// not keep anybody from it, and to an administrator every file is writable.
  private boolean isReadOnly() {
    Path file = required();
    if (!Files.exists(file)) {
      return false;
    }
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      return !Files.isWritable(file)
          || (posix != null
              && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  String hash() {
    return stamp == null ? "" : stamp.hash();
  }

  Path required() {
    if (path == null) {
      throw new IllegalStateException("the project was never saved");
    }
    return path;
  }

  private static EnvironmentException unreadable(Path file, IOException e) {
    return new EnvironmentException(
        TEXTS.get("file.unreadable", FileTrouble.reason(e)),
        Location.of(file),
        TEXTS.get("file.unreadable.fix"),
        e);
  }
}
