package dev.pipewright.data.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.BatchText;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.PayloadFormat;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.RecordedExecution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassFoldersTest {

  @TempDir private Path folder;

  private Path write(String name, byte... content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path run(Component component, Map<String, ParameterValue> more)
      throws IOException, InterruptedException {
    Map<String, ParameterValue> parameters = new HashMap<>(more);
    parameters.put("input_base", ParameterValue.of(folder.resolve("in").toString()));
    Path out = Files.createTempDirectory(folder, "out");
    return RecordedExecution.run(out, component, Map.of(), parameters).uri();
  }

  private static ExampleBatch rows(Path examples, String split) {
    Path file = ExamplesArtifact.rawFile(examples, split);
    try (RecordBlocks blocks = RecordBlocks.of(List.of(file), PayloadFormat.FORMAT_TF_EXAMPLE)) {
      return blocks.next().decode();
    }
  }

  private static String hex(String text) {
    return "x" + HexFormat.of().formatHex(bytes(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe0, jpeg",
    "89504e470d0a1a0a00, png",
    "474946383961, gif",
    "424d00, bmp",
    "524946460000000057454250, webp",
  })
  void anImageIsAnExampleWithItsFormatNameAndLabel(String content, String format) throws Exception {
    write("cats/a b.img", HexFormat.of().parseHex(content));
    Path examples =
        run(
            new ImageFolderExampleGen(),
            Map.of("output_config", split(Map.of("name", "all", "hash_buckets", 1L))));
    assertEquals(
        List.of(
            "image/encoded|x" + content,
            "image/filename|" + hex("a b.img"),
            "image/format|" + hex(format),
            "label|" + hex("cats")),
        BatchText.of(rows(examples, "all")).stream().sorted().toList());
  }

  private static ParameterValue split(Map<String, Object> split) {
    Map<String, ParameterValue> fields = new HashMap<>();
    split.forEach(
        (name, value) ->
            fields.put(
                name,
                value instanceof Long number
                    ? ParameterValue.of(number)
                    : ParameterValue.of(String.valueOf(value))));
    ParameterValue splits = ParameterValue.of(List.of(ParameterValue.of(fields)));
    return ParameterValue.of(Map.of("split_config", ParameterValue.of(Map.of("splits", splits))));
  }

  @Test
  void textsOfTwoClassesAreMixedAndAllThere() throws Exception {
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < 600; i++) {
      String label = i < 300 ? "neg" : "pos";
      write(label + "/" + i + ".txt", bytes("text ü " + i));
      expected.add(hex(label) + " " + hex("text ü " + i));
    }
    Path examples = run(new TextFolderExampleGen(), Map.of());
    TreeSet<String> found = new TreeSet<>();
    for (String split : List.of("train", "eval")) {
      List<String> lines = BatchText.of(rows(examples, split)).stream().sorted().toList();
      List<String> labels = List.of(lines.get(0).split("\\|"));
      List<String> texts = List.of(lines.get(1).split("\\|"));
      assertEquals(List.of("label", "text"), List.of(labels.getFirst(), texts.getFirst()));
      for (int i = 1; i < labels.size(); i++) {
        found.add(labels.get(i) + " " + texts.get(i));
      }
      assertNotEquals(
          labels.subList(1, labels.size()).stream().sorted().toList(),
          labels.subList(1, labels.size()));
    }
    assertEquals(expected, found);
  }

  @Test
  void whatIsNoImageOrNoTextIsNamed() throws Exception {
    Path file = write("dogs/Thumbs.db", bytes("thumbs"));
    DataException image =
        assertThrows(DataException.class, () -> run(new ImageFolderExampleGen(), Map.of()));
    assertEquals("The file is no JPEG, PNG, GIF, BMP or WebP image.", image.what());
    assertEquals(file.toString(), image.where().toString());
    write("dogs/Thumbs.db", (byte) 0xff);
    DataException text =
        assertThrows(DataException.class, () -> run(new TextFolderExampleGen(), Map.of()));
    assertEquals("The file is not UTF-8.", text.what());
    try (Stream<Path> made = Files.walk(folder)) {
      assertEquals(List.of(file), made.filter(Files::isRegularFile).toList());
    }
  }
}
