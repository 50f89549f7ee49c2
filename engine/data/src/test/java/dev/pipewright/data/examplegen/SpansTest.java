package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which span and version an ExampleGen reads, compared with TFX's own answers
/// (`peers/goldens/data_spans.py`).
class SpansTest {

  @TempDir private Path folder;

  private static Stream<String> answers() throws IOException {
    return new String(
            SpansTest.class.getResourceAsStream("spans.txt").readAllBytes(),
            StandardCharsets.US_ASCII)
        .lines();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theSpanAndVersionAreTfxs(String golden) throws IOException {
    String[] fields = golden.split("\\|");
    for (String name : fields[0].split(" ")) {
      touch(name);
    }
    ExampleGenConfig config = config(fields[2], fields[1].split(","));
    if (fields[3].equals("error")) {
      assertThrows(DataException.class, () -> InputFiles.find(folder, config));
    } else {
      assertEquals(fields[3], words(InputFiles.find(folder, config)));
    }
  }

  private void touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private static ExampleGenConfig config(String span, String... patterns) {
    return ExampleGenConfig.of(
        parameters(
            span.isEmpty() ? Map.of() : Map.of("static_range", range(span, span)), patterns));
  }

  private static ParameterValue range(String start, String end) {
    return ParameterValue.of(
        Map.of(
            "start_span_number", ParameterValue.of(Long.parseLong(start)),
            "end_span_number", ParameterValue.of(Long.parseLong(end))));
  }

  private static Parameters parameters(Map<String, ParameterValue> range, String... patterns) {
    List<ParameterValue> splits = new ArrayList<>();
    for (String pattern : patterns) {
      splits.add(
          ParameterValue.of(
              Map.of(
                  "name", ParameterValue.of("s" + splits.size()),
                  "pattern", ParameterValue.of(pattern))));
    }
    LinkedHashMap<String, ParameterValue> values = new LinkedHashMap<>();
    values.put("input_config", ParameterValue.of(Map.of("splits", ParameterValue.of(splits))));
    if (!range.isEmpty()) {
      values.put("range_config", ParameterValue.of(range));
    }
    return Parameters.of("CsvExampleGen", values);
  }

  private String words(InputFiles files) {
    OptionalLong version = files.version();
    return "%d %s %s"
        .formatted(
            files.span(),
            version.isPresent() ? version.getAsLong() : "none",
            files.splits().stream()
                .map(split -> String.join(" ", names(split.files())))
                .collect(Collectors.joining(",")));
  }

  private List<String> names(List<Path> files) {
    return files.stream().map(file -> folder.relativize(file).toString()).toList();
  }

  @Test
  void aSplitWithoutTheLatestSpanIsTold() throws IOException {
    touch("2/train.csv");
    touch("2/eval.csv");
    touch("3/train.csv");
    DataException e =
        assertThrows(
            DataException.class,
            () -> InputFiles.find(folder, config("", "{SPAN}/train.csv", "{SPAN}/eval.csv")));
    assertEquals(
        "The latest files of the split s0 are of span 3, those of s1 of span 2.", e.what());
    assertEquals("Add the files that are missing, or name the span in range_config.", e.fix());
  }

  @Test
  void aNameWithoutTheNumbersIsToldUnlessASpanIsNamed() throws IOException {
    touch("s-1/a.csv");
    touch("s-old/a.csv");
    DataException e =
        assertThrows(
            DataException.class, () -> InputFiles.find(folder, config("", "s-{SPAN}/*.csv")));
    assertEquals(Location.of(folder.resolve("s-old/a.csv")), e.where());
    InputFiles files = InputFiles.find(folder, config("1", "s-{SPAN}/*.csv"));
    assertEquals(List.of("s-1/a.csv"), names(files.all()));
    assertEquals("Span 1, files: 1.", files.sentence());
  }

  @Test
  void aDayThatIsNoneIsTold() throws IOException {
    touch("2023-02-29/a.csv");
    DataException e =
        assertThrows(
            DataException.class, () -> InputFiles.find(folder, config("", "{YYYY}-{MM}-{DD}/*")));
    assertEquals("There is no day 2023-02-29.", e.what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{SPAN}/{SPAN}|A placeholder stands twice in '{SPAN}/{SPAN}'.",
        "{SPAN}/{YYYY}-{MM}-{DD}|Both {SPAN} and a date stand in '{SPAN}/{YYYY}-{MM}-{DD}'.",
        "{YYYY}/{MM}/*|A part of the date is missing in '{YYYY}/{MM}/*'.",
        "v{VERSION}/*|There is a {VERSION} but no span in 'v{VERSION}/*'.",
        "{SPAN:0}/*|A width cannot be used in '{SPAN:0}/*'.",
        "{YYYY:4}{MM}{DD}/*|A width cannot be used in '{YYYY:4}{MM}{DD}/*'.",
      })
  void placeholdersThatCannotBeUsedAreFound(String pattern, String what) {
    List<Finding> findings = ExampleGenConfig.check(parameters(Map.of(), pattern));
    assertEquals(List.of(what), findings.stream().map(Finding::what).toList());
    assertEquals("input_config.splits[0].pattern", findings.getFirst().field());
  }

  @Test
  void aRangeThatCannotBeReadIsFound() {
    ParameterValue rolling = ParameterValue.of(Map.of("num_spans", ParameterValue.of(1L)));
    assertEquals(List.of(), found(Map.of("rolling_range", rolling), "{SPAN}/*"));
    assertEquals(List.of(), found(Map.of("static_range", range("4", "4")), "{SPAN}/*"));
    assertEquals(
        List.of("An ExampleGen reads one span."),
        found(Map.of("static_range", range("4", "5")), "{SPAN}/*"));
    assertEquals(
        List.of("One of static_range and rolling_range says which span is read."),
        found(Map.of("static_range", range("4", "4"), "rolling_range", rolling), "{SPAN}/*"));
    assertEquals(
        List.of("A span is chosen, but the patterns name none."),
        found(Map.of("rolling_range", rolling), "*"));
    assertEquals(
        List.of("The patterns of the splits do not name span and version in the same way."),
        found(Map.of(), "{SPAN}/*", "x/*"));
  }

  private static List<String> found(Map<String, ParameterValue> range, String... patterns) {
    return ExampleGenConfig.check(parameters(range, patterns)).stream().map(Finding::what).toList();
  }
}
