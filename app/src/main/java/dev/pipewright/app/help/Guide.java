package dev.pipewright.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The texts of the guide: the checkout's `docs`.
enum Guide {
  EDITING("editing.md", "mdi2v-vector-polyline-edit"),
  RUNNING("running.md", "mdi2p-play"),
  TRANSFORM_EXPRESSIONS("transform-expressions.md", "mdi2f-function-variant");

  private final String file;
  private final String icon;

  Guide(String file, String icon) {
    this.file = file;
    this.icon = icon;
  }

  /// As Ikonli names it.
  String icon() {
    return icon;
  }

  /// The text in Markdown.
  String text() {
    try (InputStream stream =
        Objects.requireNonNull(Guide.class.getResourceAsStream("guide/" + file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own file cannot be read", e);
    }
  }

  /// The text of a file.
  static Optional<Guide> of(String file) {
    return Arrays.stream(values()).filter(guide -> guide.file.equals(file)).findFirst();
  }
}
