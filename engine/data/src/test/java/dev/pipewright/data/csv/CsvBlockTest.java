package dev.pipewright.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.csv.BadRows.Policy;
import dev.pipewright.pipeline.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of cells: types, columns, and rows that are left out.
class CsvBlockTest {

  @TempDir Path folder;

  private CsvBlock block(String... lines) throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    try (CsvBlocks blocks = open(file).blocks(new BadRows(Policy.FAIL))) {
      return blocks.next();
    }
  }

  private static dev.pipewright.data.csv.CsvSource open(Path... files) {
    return dev.pipewright.data.csv.CsvSource.open(List.of(files));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;2;3|INT",
        "1;;3|INT",
        ";;|UNKNOWN",
        "1;2.0|FLOAT",
        "2.5;7|FLOAT",
        "nan;1|FLOAT",
        "1;a|STRING",
        "a;1|STRING",
        "1.5;a|STRING",
        "9223372036854775807;-9223372036854775808|INT",
        "9223372036854775808|STRING",
        "1;99999999999999999999|STRING",
        "007;+1;1_000|INT",
        "1e3|FLOAT",
        "0x10|STRING",
        "-|STRING",
      })
  void aColumnHasTheWidestOfItsCellsTypes(String cells, CellType type) throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,y"));
    for (String cell : cells.split(";", -1)) {
      lines.add(cell + ",z");
    }
    CsvBlock block = block(lines.toArray(String[]::new));
    assertEquals(
        new ColumnTypes(List.of("x", "y"), List.of(type, CellType.STRING)),
        block.types(List.of("x", "y")));
  }

  @Test
  void numbersBecomeColumnsOfNumbers() throws IOException {
    CsvBlock block = block("i,f,s", "7,1.5,a", ",,", "-3,2,b");
    ColumnTypes types = block.types(List.of("i", "f", "s"));
    assertEquals(List.of(CellType.INT, CellType.FLOAT, CellType.STRING), types.types());
    ExampleBatch batch = block.toBatch(types).orElseThrow();
    Column.Int64 ints = (Column.Int64) batch.column("i");
    Column.Float floats = (Column.Float) batch.column("f");
    Column.Bytes strings = (Column.Bytes) batch.column("s");
    assertArrayEquals(new long[] {7, -3}, Arrays.copyOf(ints.values(), 2));
    assertArrayEquals(new float[] {1.5f, 2}, Arrays.copyOf(floats.values(), 2));
    assertEquals("b", strings.dictionary().text(strings.codes()[1]));
    for (Column column : batch.columns().values()) {
      assertEquals(
          List.of(1, 0, 1),
          List.of(column.layout().count(0), column.layout().count(1), column.layout().count(2)));
      assertEquals(0, column.layout().absentCount(), "an empty cell is an empty list");
    }
  }

  @Test
  void aCellThatDoesNotFitTheTypeMakesNoBatch() throws IOException {
    CsvBlock block = block("x,y", "1,", "1.5,a");
    List<String> names = List.of("x", "y");
    assertEquals(Optional.empty(), batch(block, names, CellType.INT, CellType.STRING));
    assertEquals(Optional.empty(), batch(block, names, CellType.UNKNOWN, CellType.STRING));
    assertEquals(Optional.empty(), batch(block, names, CellType.FLOAT, CellType.FLOAT));
    assertEquals(
        Optional.of(Set.of("x", "y")), batch(block, names, CellType.FLOAT, CellType.STRING));
    assertEquals(
        Optional.of(Set.of("x", "y")), batch(block, names, CellType.STRING, CellType.STRING));
  }

  private static Optional<Set<String>> batch(
      CsvBlock block, List<String> names, CellType... types) {
    return block
        .toBatch(new ColumnTypes(names, List.of(types)))
        .map(batch -> Set.copyOf(batch.featureNames()));
  }

  @Test
  void aColumnWithoutAnyValueIsLeftOut() throws IOException {
    CsvBlock block = block("x,empty", "1,", "2,");
    ColumnTypes types = block.types(List.of("x", "empty"));
    assertEquals(Set.of("empty"), types.untyped());
    assertEquals(List.of("x"), List.copyOf(block.toBatch(types).orElseThrow().featureNames()));
  }

  @Test
  void typesOfPartsJoinToTheWidest() {
    for (CellType a : CellType.values()) {
      for (CellType b : CellType.values()) {
        assertEquals(a.ordinal() > b.ordinal() ? a : b, a.or(b));
      }
    }
    List<String> names = List.of("x", "y");
    assertEquals(
        new ColumnTypes(names, List.of(CellType.FLOAT, CellType.UNKNOWN)),
        new ColumnTypes(names, List.of(CellType.INT, CellType.UNKNOWN))
            .or(new ColumnTypes(names, List.of(CellType.FLOAT, CellType.UNKNOWN))));
    assertEquals(Set.of("x", "y"), ColumnTypes.unknown(names).untyped());
    assertThrows(
        IllegalArgumentException.class, () -> new ColumnTypes(names, List.of(CellType.INT)));
  }

  @Test
  void badRowsKeepTheFirstFewMessagesAndCountAll() {
    Path file = Path.of("data.csv");
    BadRows skipped = new BadRows(Policy.SKIP);
    for (int line = 2; line < 12; line++) {
      skipped.report(file, line, "It is bad.", "Mend it.");
    }
    assertEquals(10, skipped.count());
    assertEquals(
        List.of(
            "data.csv:2: It is bad.",
            "data.csv:3: It is bad.",
            "data.csv:4: It is bad.",
            "data.csv:5: It is bad.",
            "data.csv:6: It is bad."),
        skipped.messages());
    BadRows failing = new BadRows(Policy.FAIL);
    var e =
        assertThrows(DataException.class, () -> failing.report(file, 2, "It is bad.", "Mend it."));
    assertEquals(
        "data.csv:2: It is bad. Mend it. Or set bad_rows to skip, to leave out such rows.",
        e.getMessage());
    assertEquals(0, failing.count());
  }

  @Test
  void filesFollowOneAnotherAndLinesCountAnew() throws IOException {
    Path first = folder.resolve("1.csv");
    Path empty = folder.resolve("2.csv");
    Path last = folder.resolve("3.csv");
    Files.writeString(first, "x,y\n1,2\n\n3,4");
    Files.writeString(empty, "x,y\n");
    Files.writeString(last, "x,y\r\n5,6\r\n7\r\n");
    BadRows badRows = new BadRows(Policy.SKIP);
    dev.pipewright.data.csv.CsvSource source = open(first, empty, last);
    assertEquals(Files.size(first) + Files.size(empty) + Files.size(last), source.sizeBytes());
    List<Integer> rows = new ArrayList<>();
    try (CsvBlocks blocks = source.blocks(badRows)) {
      while (blocks.hasNext()) {
        rows.add(blocks.next().rowCount());
      }
      assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals(source.sizeBytes() - 3 * "x,y\n".length() - 1, blocks.bytesRead());
    }
    assertEquals(List.of(2, 1), rows);
    assertEquals(
        List.of(last + ":3: The row has 1 cells, but the header has 2 columns."),
        badRows.messages());
  }

  @Test
  void aSourceHasFiles() {
    assertThrows(IllegalArgumentException.class, CsvBlockTest::open);
  }

  @Test
  void aFileThatVanishesIsAClearError() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, "x\n1\n");
    dev.pipewright.data.csv.CsvSource source = open(file);
    Files.delete(file);
    try (CsvBlocks blocks = source.blocks(new BadRows(Policy.SKIP))) {
      var e = assertThrows(DataException.class, blocks::hasNext);
      assertEquals(file.toString(), e.where().file());
      assertTrue(e.what().startsWith("The file cannot be read: NoSuchFileException"), e.what());
      assertEquals("Check that it is there and that you may read it.", e.fix());
    }
  }

  /// Any table, quoted where it must be and sometimes where it need not, is read as it was.
  @Test
  void whateverIsQuotedProperlyIsReadBack() throws IOException {
    Random random = new Random(6);
    int rounds = Integer.getInteger("pipewright.fuzz", 300);
    for (int round = 0; round < rounds; round++) {
      int columns = 1 + random.nextInt(4);
      int rows = random.nextInt(20);
      List<List<String>> table = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        text.append(column > 0 ? "," : "").append("c").append(column);
      }
      text.append('\n');
      for (int row = 0; row < rows; row++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          cells.add(cell(random));
        }
        table.add(cells);
        text.append(
            cells.stream()
                .map(cell -> quoted(cell, columns == 1 || random.nextInt(4) == 0))
                .collect(Collectors.joining(",")));
        text.append(row + 1 < rows || random.nextBoolean() ? eol(random) : "");
      }
      Path file = folder.resolve("data.csv");
      Files.writeString(file, text);
      assertEquals(table, read(file, columns), text::toString);
    }
  }

  private static String eol(Random random) {
    return random.nextInt(5) == 0 ? "\r\n" : "\n";
  }

  private static String cell(Random random) {
    String alphabet = "ab,\"\n\r é☃01. ";
    return random
        .ints(random.nextInt(6), 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }

  private static String quoted(String cell, boolean isAlways) {
    boolean isNeeded = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isAlways || isNeeded ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static List<List<String>> read(Path file, int columns) {
    List<List<String>> table = new ArrayList<>();
    dev.pipewright.data.csv.CsvSource source = open(file);
    ColumnTypes types =
        new ColumnTypes(source.columnNames(), Collections.nCopies(columns, CellType.STRING));
    try (CsvBlocks blocks = source.blocks(new BadRows(Policy.FAIL))) {
      while (blocks.hasNext()) {
        ExampleBatch batch = blocks.next().toBatch(types).orElseThrow();
        for (int row = 0; row < batch.rowCount(); row++) {
          List<String> cells = new ArrayList<>();
          for (Column column : batch.columns().values()) {
            Column.Bytes bytes = (Column.Bytes) column;
            int at = bytes.layout().start(row);
            cells.add(
                bytes.layout().count(row) == 0 ? "" : bytes.dictionary().text(bytes.codes()[at]));
          }
          table.add(cells);
        }
      }
    }
    return table;
  }

  @Test
  void tellsUtf8AsJavasDecoderDoes() {
    Random random = new Random(12);
    Utf8Check check = new Utf8Check();
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = cell(random).repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      byte[] framed = new byte[bytes.length + 2];
      System.arraycopy(bytes, 0, framed, 1, bytes.length);
      framed[0] = (byte) 0xff;
      assertEquals(isUtf8(bytes), check.isValid(framed, 1, 1 + bytes.length));
      boolean isAscii = true;
      for (byte b : bytes) {
        isAscii &= b >= 0;
      }
      assertEquals(isAscii, check.isAscii(bytes, bytes.length));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
