package dev.pipewright.data.parquet;

import java.io.IOException;

/// Bytes that are not what the format says they are.
final class DamagedException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedException(String message) {
    super(message);
  }
}
