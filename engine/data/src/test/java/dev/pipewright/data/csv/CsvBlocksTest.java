package dev.pipewright.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.csv.BadRows.Policy;
import dev.pipewright.pipeline.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBlocksTest {

  private static final String UTF_16 =
      "data.csv:1: There is a NUL byte in the header: the file is in UTF-16, or no text.";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    Path file = folder.resolve("data.csv");
    Files.write(file, text.getBytes(charset));
    return file;
  }

  /// JUnit has a `CsvSource` too, so this is the one place that names ours in full.
  private static dev.pipewright.data.csv.CsvSource open(Path... files) {
    return dev.pipewright.data.csv.CsvSource.open(List.of(files));
  }

  /// The rows of a file, all cells as texts; null for an empty cell.
  private static List<List<String>> rows(Path file, BadRows badRows) {
    var source = open(file);
    List<List<String>> rows = new ArrayList<>();
    ColumnTypes texts =
        new ColumnTypes(
            source.columnNames(),
            Collections.nCopies(source.columnNames().size(), CellType.STRING));
    try (CsvBlocks blocks = source.blocks(badRows)) {
      while (blocks.hasNext()) {
        ExampleBatch batch = blocks.next().toBatch(texts).orElseThrow();
        for (int row = 0; row < batch.rowCount(); row++) {
          List<String> cells = new ArrayList<>();
          for (Column column : batch.columns().values()) {
            cells.add(text((Column.Bytes) column, row));
          }
          rows.add(cells);
        }
      }
    }
    return rows;
  }

  private static String text(Column.Bytes column, int row) {
    ByteStrings dictionary = column.dictionary();
    int at = column.layout().start(row);
    return column.layout().count(row) == 0 ? null : dictionary.text(column.codes()[at]);
  }

  private List<List<String>> rows(String text) throws IOException {
    return rows(file(text), new BadRows(Policy.FAIL));
  }

  private String error(Path file) {
    DataException e = assertThrows(DataException.class, () -> rows(file, new BadRows(Policy.FAIL)));
    assertTrue(e.getMessage().contains(e.fix()), e::getMessage);
    return e.getMessage().substring(folder.toString().length() + 1).replace(" " + e.fix(), "");
  }

  private static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void readsPlainRows() throws IOException {
    assertEquals(List.of(row("1", "b c"), row(null, null)), rows("x,y\n1,b c\n,\n"));
    assertEquals(List.of(row("1", "2")), rows("x,y\r\n1,2"));
    assertEquals(List.of(row("1", "2"), row("3", "4")), rows("x,y\n\n1,2\r\n\r\n\n3,4\r\r\n\n"));
  }

  @Test
  void readsQuotesAsPythonDoes() throws IOException {
    assertEquals(List.of(row("a,b", "c\"d")), rows("x,y\n\"a,b\",\"c\"\"d\"\n"));
    assertEquals(List.of(row("a\nb\r\nc", null)), rows("x,y\n\"a\nb\r\nc\",\"\"\n"));
    assertEquals(List.of(row("abcdef", "\"")), rows("x,y\n\"abc\"def,\"\"\"\"\n"));
    assertEquals(List.of(row("a\"b\"c", " \"x\" ")), rows("x,y\na\"b\"c, \"x\" \n"));
    assertEquals(List.of(row("", "z")).size(), rows("x,y\n\"\",z").size());
    assertEquals(List.of(row("a\"b\"", "c")), rows("x,y\n\"a\"\"b\"\"\",c\r\n"));
  }

  @Test
  void quotesMayBeDoubledBesideBytesThatAreNotAscii() throws IOException {
    assertEquals(List.of(row("a\"é\"", "☃")), rows("x,y\n\"a\"\"é\"\"\",☃\n"));
    assertEquals(List.of(row("\"é", "1")), rows("x,y\n\"\"\"é\",1\n"));
  }

  @Test
  void keepsBytesThatAreNotAscii() throws IOException {
    assertEquals(List.of(row("ünïcödé", "☃𝄞")), rows("é,y\nünïcödé,☃𝄞\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1,2,3\\n|The row has 3 cells, but the header has 2 columns.",
        "1\\n|The row has 1 cells, but the header has 2 columns.",
        "\"a,b\\n|A quote is never closed.",
        "a\"b,c\\nd,e\\n|A quote stands alone in the row.",
        "a\"b,\"c\\nd\",e\\n|A quote stands alone in the row.",
        "\"a\\nb,\"c\",d\\n|A quote stands alone in the row.",
        "a\\0,b\\n|There is a NUL byte in the row.",
        "\"a\\0\",b\\n|There is a NUL byte in the row.",
        "a\\rb,c\\n|A carriage return stands in a cell without quotes.",
        "\"a\"\\rb,c\\n|A carriage return stands in a cell without quotes.",
      })
  void aBadRowIsNamedOrSkipped(String row, String problem) throws IOException {
    String unescaped = row.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
    Path bad = file("x,y\n1,2\n\n" + unescaped + "3,4\n");
    assertEquals("data.csv:4: " + problem, error(bad));
    BadRows badRows = new BadRows(Policy.SKIP);
    List<List<String>> rows = rows(bad, badRows);
    assertEquals(row("1", "2"), rows.getFirst());
    assertEquals(row("3", "4"), rows.getLast());
    assertTrue(badRows.count() >= 1);
    assertEquals(bad + ":4: " + problem, badRows.messages().getFirst());
  }

  @Test
  void aStrayQuoteCostsItsOwnLineAlone() throws IOException {
    Path file = file("x,y\n5\" pipe,1\na,2\nc,4\n7\" pipe,5\nd,6\n");
    BadRows badRows = new BadRows(Policy.SKIP);
    assertEquals(List.of(row("a", "2"), row("c", "4"), row("d", "6")), rows(file, badRows));
    assertEquals(
        List.of(
            file + ":2: A quote stands alone in the row.",
            file + ":5: A quote stands alone in the row."),
        badRows.messages());
  }

  @Test
  void aRowThatIsNotUtf8IsNamed() throws IOException {
    Path file = file("x,y\n1,2\né,3\n4,5\n", StandardCharsets.ISO_8859_1);
    assertEquals(
        "data.csv:3: The row is not UTF-8; it may be Latin-1 (Windows-1252).", error(file));
    BadRows badRows = new BadRows(Policy.SKIP);
    assertEquals(List.of(row("1", "2"), row("4", "5")), rows(file, badRows));
    assertEquals(1, badRows.count());
  }

  @Test
  void aHeaderThatCannotBeUsedIsAClearError() throws IOException {
    assertEquals("data.csv:1: The file is empty, or its first line is.", error(file("")));
    assertEquals("data.csv:1: The file is empty, or its first line is.", error(file(" \nx\n")));
    assertEquals("data.csv:1: Two columns are named x.", error(file("x,y,x\n")));
    assertEquals("data.csv:1: Column 2 has no name.", error(file("x,,y\n")));
    assertEquals("data.csv:1: Column 2 has no name.", error(file("x,\n")));
    assertEquals(UTF_16, error(file("x,y\n1,2\n", StandardCharsets.UTF_16)));
    assertEquals(UTF_16, error(file("x,y\n1,2\n", StandardCharsets.UTF_16LE)));
    assertEquals(
        "data.csv:1: The header is not UTF-8; it may be Latin-1 (Windows-1252).",
        error(file("é,y\n1,2\n", StandardCharsets.ISO_8859_1)));
    assertEquals(
        "data.csv:1: The file is a spreadsheet or an archive, not text.",
        error(file("PK\3\4 and so on\n")));
    assertEquals(UTF_16, error(file("abcdef\0\n")));
    assertTrue(error(folder.resolve("none.csv")).startsWith("none.csv: The file cannot be read"));
    assertTrue(error(folder).length() > 0);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    Path file = file("\ufeffx,y\n1,2\n");
    var source = open(file);
    assertEquals(List.of("x", "y"), source.columnNames());
    assertEquals(List.of(file), source.filesWithByteOrderMark());
  }

  @Test
  void aHeaderIsCutAtCommasAlone() throws IOException {
    var source = open(file(" \"a , b\" \r\n"));
    assertEquals(List.of("\"a ", " b\""), source.columnNames());
  }

  @Test
  void filesOfDifferentHeadersAreRefused() throws IOException {
    Path first = file("x,y\n");
    Path second = folder.resolve("other.csv");
    Files.writeString(second, "y,x\n");
    DataException e = assertThrows(DataException.class, () -> open(first, second));
    assertEquals("The header differs from that of data.csv.", e.what());
  }

  @Test
  void aRowOfFortyMegabytesIsNamedAndCanBeSkipped() throws IOException {
    Path file = folder.resolve("data.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("x,y\n1,2\n".getBytes());
      byte[] chunk = "z".repeat(1 << 20).getBytes();
      for (int i = 0; i < 40; i++) {
        out.write(chunk);
      }
      out.write("\n3,4\n".getBytes());
    }
    String problem = "The row is longer than 16 MB, or a quote in it is never closed.";
    assertEquals("data.csv:3: " + problem, error(file));
    BadRows badRows = new BadRows(Policy.SKIP);
    assertEquals(List.of(row("1", "2"), row("3", "4")), rows(file, badRows));
    assertEquals(List.of(file + ":3: " + problem), badRows.messages());
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsOwnLineAlone() throws IOException {
    Path file = file("x,y\n\"open,5\n" + ("6," + "7".repeat(9998) + "\n").repeat(1800));
    BadRows badRows = new BadRows(Policy.SKIP);
    assertEquals(1800, rows(file, badRows).size());
    assertEquals(
        List.of(file + ":2: The row is longer than 16 MB, or a quote in it is never closed."),
        badRows.messages());
  }

  @Test
  void blocksAreCutWithinTheirRowsAndNowhereElse() throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder("x,y\n");
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      String cell = "v".repeat(random.nextInt(40)) + "é\n".repeat(random.nextInt(3)) + i;
      if (i % 10_000 == 3) {
        cell = "long ".repeat(700_000);
      }
      text.append(i).append(",\"").append(cell).append("\"\n");
      expected.add(row(String.valueOf(i), cell));
    }
    assertTrue(expected.equals(rows(text.toString())));
  }

  @Test
  void mutatedFilesNeverDoWorseThanADataException() throws IOException {
    Random random = new Random(9);
    String alphabet = ",,\"\"\n\n\r\0é a1.-_";
    int rounds = Integer.getInteger("pipewright.fuzz", 500);
    for (int round = 0; round < rounds; round++) {
      String body =
          random
              .ints(random.nextInt(120), 0, alphabet.length())
              .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
              .collect(Collectors.joining());
      byte[] bytes = ("x,y\n" + body).getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(5) == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("data.csv");
      Files.write(file, bytes);
      try {
        BadRows badRows = new BadRows(Policy.SKIP);
        List<List<String>> kept = rows(file, badRows);
        if (badRows.count() == 0) {
          assertEquals(kept, rows(file, new BadRows(Policy.FAIL)));
        } else {
          assertThrows(DataException.class, () -> rows(file, new BadRows(Policy.FAIL)));
        }
      } catch (DataException e) {
        assertTrue(e.getMessage().contains("data.csv:1"), e::getMessage);
      }
    }
  }
}
