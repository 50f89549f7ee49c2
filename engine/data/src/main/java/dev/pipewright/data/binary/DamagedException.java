package dev.pipewright.data.binary;

import java.io.IOException;

/// Bytes that are not what the format says they are.
public final class DamagedException extends IOException {

  private static final long serialVersionUID = 1L;

  /// What is wrong, as the part of a sentence.
  public DamagedException(String message) {
    super(message);
  }
}
