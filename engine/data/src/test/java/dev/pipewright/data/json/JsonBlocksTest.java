package dev.pipewright.data.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.BatchText;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.component.Campaign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBlocksTest {

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<String> read(Path file) {
    JsonTypes types = JsonTypes.NONE;
    try (JsonBlocks blocks = new JsonBlocks(List.of(file))) {
      for (var next = blocks.next(); next.isPresent(); next = blocks.next()) {
        types = types.or(next.get().types());
      }
    }
    JsonTypes all = types;
    try (JsonBlocks blocks = new JsonBlocks(List.of(file))) {
      return BatchText.of(
          types.types().keySet().stream().filter(f -> !all.untyped().contains(f)).toList(),
          () -> blocks.next().map(block -> block.toBatch(all)));
    }
  }

  @Test
  void valuesHaveTheWidestTypeOfTheirFeature() throws IOException {
    Path file =
        file(
            "types.jsonl",
            """
            {"whole": 1, "number": 2, "text": 3, "yes": true, "big": 9223372036854775808, "none": null}
            {"whole": -9223372036854775808, "number": 0.5, "text": "ü\\u2603\\n", "yes": false, "list": []}

            {"number": 1e3, "text": false, "yes": 7, "list": [1, null, 3], "in": {"a": {"b": "x"}}}
            """);
    assertEquals(
        List.of(
            "whole|1|-9223372036854775808|",
            "number|f40000000|f3f000000|f447a0000",
            "text|x33|xc3bce298830a|x66616c7365",
            "yes|1|0|7",
            "big|f5f000000||",
            "list|||1 3",
            "in.a.b|||x78"),
        read(file));
    try (JsonBlocks blocks = new JsonBlocks(List.of(file))) {
      assertEquals(Set.of("none"), blocks.next().orElseThrow().types().untyped());
    }
  }

  @Test
  void numbersArePythons() throws IOException {
    assertEquals(
        List.of("x|f7fc00000|f7f800000|fff800000|f3dcccccd|f80000000"),
        read(
            file(
                "x",
                "{\"x\": NaN}\n{\"x\": Infinity}\n{\"x\":-Infinity}\n{\"x\":0.1}\n{\"x\":-0.0}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,}|:2:9|The line is no JSON: there should be a name in double quotes.",
        "{\"a\": 1|:2:8|The line is no JSON: it ends too early.",
        "{\"a\": 01}|:2:7|The line is no JSON: this is no value.",
        "{\"a\": 1.}|:2:7|The line is no JSON: this is no value.",
        "{\"a\": 1} x|:2:10|The line is no JSON: there is something after the end of the value.",
        "{\"a\": 1, \"a\": 2}|:2:16|The line is no JSON: the name a is there twice.",
        "{\"a\": \"\\ud800\"}|:2:15|The line is no JSON: a text has half a surrogate pair.",
        "{\"a\": \"\\x\"}|:2:9|The line is no JSON: there is no such escape in a text.",
        "[1, 2]|:2|The line is no object, but another JSON value.",
        "{\"a\": [[1]]}|:2, feature a|a is a list of lists, which no feature can have.",
        "{\"b\":{\"a\":[{}]}}|:2, feature b.a|b.a is a list of objects, which no feature can have.",
      })
  void aLineThatIsNoObjectIsNamed(String line, String where, String what) throws IOException {
    Path file = file("bad.jsonl", "{\"a\": 0}\n" + line + "\n{\"a\": 1}\n");
    DataException e = assertThrows(DataException.class, () -> read(file));
    assertEquals(what, e.what());
    assertEquals(file + where, e.where().toString());
  }

  @Test
  void nestingHasAnEnd() throws IOException {
    Path file = file("deep.jsonl", "[".repeat(100_000));
    assertEquals(
        "The line is no JSON: it is nested too deeply.",
        assertThrows(DataException.class, () -> read(file)).what());
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirLine() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"a\": \"x\"}\n{\"a\": \"ü\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    DataException e = assertThrows(DataException.class, () -> read(file));
    assertEquals("The line is not UTF-8.", e.what());
    assertEquals(file + ":2", e.where().toString());
  }

  @Test
  void blocksAreCutBetweenLinesAndLinesKeepTheirNumbers() throws IOException {
    StringBuilder text = new StringBuilder("\ufeff");
    StringBuilder expected = new StringBuilder("x");
    for (int i = 0; i < 200_000; i++) {
      text.append("{\"x\": ").append(i).append("}\r\n");
      expected.append('|').append(i);
    }
    Path file = file("many.jsonl", text.toString());
    assertEquals(List.of(expected.toString()), read(file));
    Path bad = file("bad.jsonl", text + "{\n");
    assertEquals(
        bad + ":200001:2", assertThrows(DataException.class, () -> read(bad)).where().toString());
  }

  @Test
  void aLongLineIsReadAndAnEndlessOneToldOf() throws IOException {
    String text = "y".repeat(3_000_000);
    assertEquals(
        3_000_000 * 2 + 3, read(file("long", "{\"x\":\"" + text + "\"}")).getFirst().length());
    Path file = file("endless", "y".repeat(17_000_000));
    assertEquals(
        "The line is longer than 16 MB.",
        assertThrows(DataException.class, () -> read(file)).what());
  }

  @Test
  void damagedFilesAreReadOrToldOf() throws IOException {
    String lines =
        """
        {"id": 1, "fare": 7.5, "tags": ["a", "b"], "in": {"x": null, "y": true}, "t": "ü\\u00e4"}
        {"id": -2, "fare": 1e-3, "tags": [], "in": {}, "t": "\\ud83d\\ude00"}
        """;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    int told =
        Campaign.run(
            folder,
            "damaged.jsonl",
            List.of(lines.getBytes(StandardCharsets.UTF_8), packed.toByteArray()),
            JsonBlocksTest::read);
    assertTrue(told > 50, () -> "few were told of");
  }

  @Test
  void anEmptyFileHasNoLines() throws IOException {
    try (JsonBlocks blocks = new JsonBlocks(List.of(file("empty", "")))) {
      assertEquals(Optional.empty(), blocks.next());
    }
  }
}
