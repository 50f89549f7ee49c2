package dev.pipewright.keras.model;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// Derives seeds, so that what one layer draws does not depend on which others there are.
public final class Seeds {

  private Seeds() {}

  /// The seed itself where one is given, else one mixed from the model's and a name (FNV-1a).
  public static long of(OptionalLong given, long modelSeed, String name) {
    if (given.isPresent()) {
      return given.getAsLong();
    }
    long hash = 0xcbf29ce484222325L ^ modelSeed * 0x9E3779B97F4A7C15L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }
}
