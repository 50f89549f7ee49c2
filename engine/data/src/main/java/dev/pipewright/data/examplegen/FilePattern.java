package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The files below a folder that a pattern with `*`, `?` and `[…]` selects, in the order of their
/// names. Folders, and files whose names start with a dot, are not among them.
final class FilePattern {

  private FilePattern() {}

  /// What is wrong with a pattern.
  static Optional<Finding> problem(String pattern, String field) {
    SpanPattern spans = new SpanPattern(pattern);
    Optional<Finding> odd = spans.problem(field);
    return odd.isPresent() ? odd : globProblem(pattern, spans.glob(), field);
  }

  private static Optional<Finding> globProblem(String pattern, String glob, String field) {
    boolean isBelow =
        !glob.isEmpty()
            && !glob.startsWith("/")
            && !glob.contains("..")
            && glob.indexOf(0) < 0
            && glob.indexOf('{') < 0;
    if (isBelow && isGlob(glob)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            field,
            "'" + pattern + "' is no pattern for files below input_base.",
            "Use a pattern as *, 2024/*.csv, or day-{YYYY}-{MM}-{DD}/*."));
  }

  private static boolean isGlob(String pattern) {
    try {
      matcher(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static PathMatcher matcher(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  /// The files; at least one.
  ///
  /// @throws DataException when there are none, or the folder cannot be read
  static List<Path> files(Path folder, String pattern) {
    PathMatcher matcher = matcher(pattern);
    int depth = Path.of(pattern.replace('*', 'x').replace('?', 'x')).getNameCount();
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      List<Path> files =
          paths
              .filter(p -> matcher.matches(folder.relativize(p)) && isVisibleFile(p))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw none(folder, pattern);
      }
      return files;
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new DataException(
          "There is no such folder.", Location.of(folder), "Check input_base.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new DataException(
          "The folder cannot be read.",
          Location.of(folder),
          "Check that input_base names a folder that you may read.",
          e);
    }
  }

  private static DataException none(Path folder, String pattern) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.findAny().isEmpty()
          ? new DataException(
              "The folder is empty.", Location.of(folder), "Put the files to read in it.")
          : new DataException(
              "No file in the folder matches " + pattern + ".",
              Location.of(folder),
              "Check input_base and the patterns in input_config.");
    }
  }

  private static boolean isVisibleFile(Path path) {
    return !path.getFileName().toString().startsWith(".") && Files.isRegularFile(path);
  }
}
