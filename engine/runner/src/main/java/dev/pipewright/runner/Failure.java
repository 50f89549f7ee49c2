package dev.pipewright.runner;

import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/// Why a node failed.
///
/// @param what what happened, as a sentence
/// @param where where, as far as it is known
/// @param fix what the user can do, as a sentence
public record Failure(String what, Location where, String fix) {

  private static final String FULL = "The disk is full.";

  /// What a thrown error of a node means to the user, who is pointed at the root where the error of
  /// a full disk names no file.
  static Failure of(Throwable error, RunRoot root) {
    Failure failure = of(error);
    boolean isNowhere = failure.where().equals(Location.NONE);
    return isNowhere && failure.what().equals(FULL)
        ? new Failure(FULL, Location.of(root.folder()), failure.fix())
        : failure;
  }

  /// What a thrown error means to the user.
  static Failure of(Throwable error) {
    Throwable cause = error.getCause();
    if (cause != null
        && (error instanceof UncheckedIOException || error instanceof CompletionException)) {
      return of(cause);
    }
    return switch (error) {
      case EngineException e -> new Failure(e.what(), e.where(), e.fix());
      case IOException e when isFull(e) ->
          new Failure(
              FULL, file(e), "Free space, or choose a root on another drive, then run again.");
      case IOException e ->
          new Failure(
              "A file could not be read or written: " + reason(e) + ".",
              file(e),
              "Check that it is there and that you may use it, then run again.");
      case OutOfMemoryError e ->
          new Failure(
              "The node needs more memory than this process may use.",
              Location.NONE,
              "Close other programs or give Java more memory (-Xmx), then run again.");
      default ->
          new Failure(
              "The component failed unexpectedly: " + error + ".",
              Location.NONE,
              "Please report this, with the node's log.");
    };
  }

  /// What went wrong in a word or two: the message of a file system's exception is often but the
  /// file's name.
  static String reason(IOException e) {
    String name = e.getClass().getSimpleName().replace("Exception", "");
    String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    String message = e.getMessage();
    if (e instanceof FileSystemException f) {
      return f.getFile() + ": " + (f.getReason() == null ? words : f.getReason());
    }
    return message == null ? words : message;
  }

  private static boolean isFull(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left") || text.contains("not enough space on the disk");
  }

  private static Location file(IOException e) {
    return e instanceof FileSystemException f && f.getFile() != null
        ? Location.of(f.getFile())
        : Location.NONE;
  }
}
