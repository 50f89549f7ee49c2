package dev.pipewright.nodes.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// The fonts that come with the application. They are named as JavaFX tells them apart: "Inter",
/// "Inter Medium", "Inter SemiBold" and "JetBrains Mono".
final class Fonts {

  private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
  private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";

  static final List<String> FILES =
      List.of(
          INTER + "Regular.otf",
          INTER + "SemiBold.otf",
          INTER + "Bold.otf",
          "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-500-normal.woff",
          MONO + "Regular.ttf",
          MONO + "Bold.ttf");

  private static boolean loaded;

  private Fonts() {}

  static synchronized void load() {
    if (!loaded) {
      loaded = true;
      FILES.forEach(Fonts::font);
    }
  }

  static @Nullable Font font(String file) {
    try (InputStream stream = Fonts.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the class path lacks " + file);
      }
      return Font.loadFont(stream, 13);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
