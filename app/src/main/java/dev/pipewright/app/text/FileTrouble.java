package dev.pipewright.app.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in words why the system would not read or write a file. Java's own messages for the usual
/// reasons are the file's name alone.
public final class FileTrouble {

  private static final Texts TEXTS = Texts.of(FileTrouble.class);

  private FileTrouble() {}

  /// The reason, as the end of a sentence without its full stop.
  public static String reason(IOException error) {
    return switch (error) {
      case AccessDeniedException e -> TEXTS.get("trouble.denied");
      case NoSuchFileException e -> TEXTS.get("trouble.missing");
      case FileSystemException e when e.getReason() != null -> small(e.getReason());
      default -> small(String.valueOf(error.getMessage()));
    };
  }

  private static String small(String reason) {
    return reason.isEmpty()
        ? reason
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
