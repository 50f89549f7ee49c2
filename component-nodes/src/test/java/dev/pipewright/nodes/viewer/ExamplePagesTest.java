package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.nodes.viewer.ExamplePages.Page;
import dev.pipewright.pipeline.ArtifactException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplePagesTest {

  @Test
  void putsTrainFirstAndSortsFeatures() throws InterruptedException {
    ExamplePages pages = ExamplePages.open(Artifacts.penguins("examples"));
    assertEquals(List.of("train", "eval"), pages.splits());
    Page page = pages.page("train", 0);
    assertEquals(
        List.of(
            "bill_depth_mm",
            "bill_length_mm",
            "body_mass_g",
            "flipper_length_mm",
            "island",
            "sex",
            "species",
            "year"),
        page.features());
    assertEquals(List.of(1L, 204L), List.of(page.firstRow(), page.lastRow()));
    assertTrue(page.isLast());
  }

  @Test
  void tellsNumbersTextsAndMissingValues() throws InterruptedException {
    Page page = ExamplePages.open(Artifacts.penguins("examples")).page("train", 0);
    assertEquals(18.7, page.number("bill_depth_mm", 0), 1e-6);
    assertEquals("18.7", page.text("bill_depth_mm", 0));
    assertEquals("Torgersen", page.text("island", 0));
    assertNull(page.number("island", 0));
    assertNull(page.text("sex", 1));
    assertNull(page.number("body_mass_g", 1));
    assertTrue(page.isNumeric("year"));
    assertFalse(page.isNumeric("sex"));
  }

  @Test
  void turnsPagesOfLargeFiles(@TempDir Path folder) throws IOException, InterruptedException {
    int rows = 2 * ExamplePages.ROWS + 3;
    write(
        folder, IntStream.range(0, rows).mapToObj(i -> example("n", Integer.toString(i))).toList());
    ExamplePages pages = ExamplePages.open(folder);
    Page second = pages.page("train", 1);
    assertEquals(ExamplePages.ROWS + 1, second.firstRow());
    assertEquals(Integer.toString(ExamplePages.ROWS), second.text("n", 0));
    assertFalse(second.isLast());
    Page third = pages.page("train", 2);
    assertEquals(rows, third.lastRow());
    assertTrue(third.isLast());
    assertEquals(0, pages.page("train", 3).rows().rowCount());
  }

  @Test
  void saysHowLargeBytesAreThatAreNoText(@TempDir Path folder)
      throws IOException, InterruptedException {
    write(folder, List.of(example("image", "\u0089PNG\u0000\u0001"), example("image", "plain")));
    Page page = ExamplePages.open(folder).page("train", 0);
    assertEquals("7 bytes", page.text("image", 0));
    assertEquals("plain", page.text("image", 1));
  }

  @Test
  void showsTheFirstOfManyValues(@TempDir Path folder) throws IOException, InterruptedException {
    write(
        folder,
        List.of(example("words", "a b c d e f g h i j".split(" ")), example("words", "a", "b")));
    Page page = ExamplePages.open(folder).page("train", 0);
    assertEquals("[a, b, c, d, e, f, g, h, … 10 values]", page.text("words", 0));
    assertEquals("[a, b]", page.text("words", 1));
  }

  @Test
  void hasAnEmptyPageForAnEmptySplit(@TempDir Path folder)
      throws IOException, InterruptedException {
    write(folder, List.of());
    Page page = ExamplePages.open(folder).page("train", 0);
    assertEquals(0, page.rows().rowCount());
    assertTrue(page.isLast());
  }

  @Test
  void saysThatThereAreNoExamples(@TempDir Path folder) {
    assertThrows(ArtifactException.class, () -> ExamplePages.open(folder));
  }

  private static void write(Path folder, List<byte[]> records) throws IOException {
    Path file = ExamplesArtifact.rawFile(folder, "train");
    Files.createDirectories(file.getParent());
    TfRecordWriter.write(file, Compression.GZIP, records);
  }

  /// A tf.Example with one feature of texts, in protobuf's wire format.
  private static byte[] example(String feature, String... texts) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (String text : texts) {
      list.writeBytes(field(1, text.getBytes(StandardCharsets.UTF_8)));
    }
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    entry.writeBytes(field(1, feature.getBytes(StandardCharsets.UTF_8)));
    entry.writeBytes(field(2, field(1, list.toByteArray())));
    return field(1, field(1, entry.toByteArray()));
  }

  private static byte[] field(int number, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(number << 3 | 2);
    bytes.write(content.length);
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
