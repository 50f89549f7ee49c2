package dev.pipewright.app.shell;

import dev.pipewright.app.text.Texts;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sample pipelines. They come with the installation, where nobody may write: a sample is
/// copied into the user's home before it is opened.
final class Samples {

  private static final Texts TEXTS = Texts.of(Samples.class);
  private static final String PROPERTY = "pipewright.samples";
  private static final Path PENGUINS = Path.of("penguins", "penguins.pipewright");

  private Samples() {}

  /// The penguins sample of this user.
  ///
  /// @throws EnvironmentException when there is none, or it cannot be copied
  static Path penguins() {
    return penguins(Path.of(System.getProperty("user.home"), "Pipewright"));
  }

  static Path penguins(Path home) {
    Path own = home.resolve(PENGUINS);
    if (Files.exists(own)) {
      return own;
    }
    Path source =
        folders()
            .filter(folder -> Files.exists(folder.resolve(PENGUINS)))
            .findFirst()
            .map(folder -> folder.resolve("penguins"))
            .orElseThrow(
                () ->
                    new EnvironmentException(
                        TEXTS.get("samples.none"), Location.NONE, TEXTS.get("samples.fix"), null));
    try {
      copy(source, home.resolve("penguins"));
      return own;
    } catch (IOException e) {
      throw new EnvironmentException(
          TEXTS.get("samples.copy", String.valueOf(e.getMessage())),
          Location.of(own),
          TEXTS.get("samples.copy.fix"),
          e);
    }
  }

  /// Where samples may be: where the property says, beside the program, or in a checkout.
  private static Stream<Path> folders() {
    Stream<Path> named = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).stream();
    Path here = Path.of("").toAbsolutePath();
    return Stream.concat(
        named,
        Stream.iterate(here, p -> p != null, Path::getParent).map(p -> p.resolve("samples")));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(file -> !from.relativize(file).toString().contains(".runs")).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }
}
