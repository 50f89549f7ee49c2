package dev.pipewright.data.examplegen;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The files that an ExampleGen reads: those of one span and version, which all its splits have.
/// Where patterns name no span, its number is 0.
///
/// @param splits the files of each input split
/// @param span the number of the span
/// @param version the number of the version, where the patterns name one
record InputFiles(List<Split> splits, long span, OptionalLong version) {

  /// The files of an input split, in the order of their names; at least one.
  record Split(ExampleGenConfig.Input input, List<Path> files) {}

  private static final Comparator<SpanPattern.Found> LATEST =
      Comparator.comparingLong(SpanPattern.Found::span)
          .thenComparingLong(found -> found.version().orElse(0));

  InputFiles {
    splits = List.copyOf(splits);
  }

  /// The files below a folder that a configuration selects: of the span it names, else of the
  /// latest there is; of the latest version of that span.
  ///
  /// @throws DataException when a split has none, or the splits' latest are not the same
  static InputFiles find(Path base, ExampleGenConfig config) {
    List<Split> splits = new ArrayList<>();
    Optional<SpanPattern.Found> common = Optional.empty();
    for (ExampleGenConfig.Input input : config.inputs()) {
      SpanPattern pattern = new SpanPattern(input.pattern());
      if (!pattern.hasSpan()) {
        splits.add(new Split(input, FilePattern.files(base, input.pattern())));
        continue;
      }
      SpanPattern.Found latest = latest(base, pattern, input, config.span());
      common.ifPresent(first -> checkSame(base, config.inputs().getFirst(), first, input, latest));
      common = common.isPresent() ? common : Optional.of(latest);
      splits.add(new Split(input, FilePattern.files(base, latest.pattern())));
    }
    return new InputFiles(
        splits,
        common.map(SpanPattern.Found::span).orElse(0L),
        common.map(SpanPattern.Found::version).orElse(OptionalLong.empty()));
  }

  private static SpanPattern.Found latest(
      Path base, SpanPattern pattern, ExampleGenConfig.Input input, OptionalLong span) {
    List<Path> files = FilePattern.files(base, pattern.glob());
    if (span.isEmpty()) {
      return files.stream()
          .map(file -> pattern.find(base, file).orElseThrow(() -> unnumbered(file, input)))
          .max(LATEST)
          .orElseThrow();
    }
    return files.stream()
        .flatMap(file -> pattern.find(base, file).stream())
        .filter(found -> found.span() == span.getAsLong())
        .max(LATEST)
        .orElseThrow(
            () ->
                new DataException(
                    "There is no span %d for the split %s."
                        .formatted(span.getAsLong(), input.name()),
                    Location.of(base),
                    "Check range_config, and the pattern " + input.pattern() + "."));
  }

  private static DataException unnumbered(Path file, ExampleGenConfig.Input input) {
    return new DataException(
        "The name does not have the numbers that the pattern " + input.pattern() + " asks for.",
        Location.of(file),
        "Put the file elsewhere, or write what all names have in common in the pattern.");
  }

  private static void checkSame(
      Path base,
      ExampleGenConfig.Input firstInput,
      SpanPattern.Found first,
      ExampleGenConfig.Input input,
      SpanPattern.Found found) {
    if (LATEST.compare(first, found) != 0) {
      throw new DataException(
          "The latest files of the split %s are of %s, those of %s of %s."
              .formatted(firstInput.name(), words(first), input.name(), words(found)),
          Location.of(base),
          "Add the files that are missing, or name the span in range_config.");
    }
  }

  private static String words(SpanPattern.Found found) {
    return "span "
        + found.span()
        + (found.version().isPresent() ? " version " + found.version().getAsLong() : "");
  }

  /// All files.
  List<Path> all() {
    return splits.stream().flatMap(split -> split.files().stream()).distinct().toList();
  }

  /// Whether the patterns name a span.
  boolean isSpanned() {
    return splits.stream().anyMatch(s -> new SpanPattern(s.input().pattern()).hasSpan());
  }

  /// Which they are, as `Span 19723, version 2, files: 3.`
  String sentence() {
    String of = version.isPresent() ? ", version " + version.getAsLong() : "";
    return "Span %d%s, files: %,d.".formatted(span, of, all().size());
  }

  /// What TFX records of them as `input_fingerprint`.
  String fingerprint() throws IOException {
    List<String> fingerprints = new ArrayList<>();
    for (Split split : splits) {
      fingerprints.add(InputFingerprint.of(split.input().name(), split.files()));
    }
    return String.join("\n", fingerprints);
  }
}
