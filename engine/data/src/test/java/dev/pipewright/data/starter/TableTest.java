package dev.pipewright.data.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.csv.CellType;
import dev.pipewright.pipeline.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("data.csv"), content);
  }

  private Table table(String text) throws IOException {
    return Table.read(file(text));
  }

  private static String lines(int from, int to, String line) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> line.replace("#", Integer.toString(i)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String error(byte[] content) throws IOException {
    Path file = file(content);
    DataException e = assertThrows(DataException.class, () -> Table.read(file));
    assertFalse(e.fix().isBlank());
    return e.getMessage().substring(folder.toString().length() + 1);
  }

  private String error(String text) throws IOException {
    return error(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsWhatIsInTheColumns() throws IOException {
    Table table = table("n,x,word,none\n1,0.5,a,\n2,,b,\n4,2.5,a,\n5,nan,,\n");

    assertEquals(4, table.rows());
    assertTrue(table.isWhole());
    assertEquals(
        List.of(
            new ColumnSummary(
                "n",
                CellType.INT,
                4,
                0,
                new Distinct(4, 4, false),
                List.of(
                    new ValueCount("1", 1),
                    new ValueCount("2", 1),
                    new ValueCount("4", 1),
                    new ValueCount("5", 1)),
                new Numbers(3, 3, Math.sqrt(2.5), 1, 5, 0),
                List.of("1", "2", "4", "5")),
            new ColumnSummary(
                "x",
                CellType.FLOAT,
                4,
                1,
                new Distinct(3, 3, false),
                List.of(
                    new ValueCount("0.5", 1), new ValueCount("2.5", 1), new ValueCount("NaN", 1)),
                new Numbers(1.5, 1.5, 1, 0.5, 2.5, 1),
                List.of("0.5", "2.5", "NaN")),
            new ColumnSummary(
                "word",
                CellType.STRING,
                4,
                1,
                new Distinct(2, 3, false),
                List.of(new ValueCount("a", 2), new ValueCount("b", 1)),
                null,
                List.of("a", "b", "a")),
            new ColumnSummary(
                "none",
                CellType.UNKNOWN,
                4,
                4,
                new Distinct(0, 0, false),
                List.of(),
                null,
                List.of())),
        table.columns());
  }

  @Test
  void countsDistinctValuesUpToABound() throws IOException {
    Table table = table("key,kind\n" + lines(1, 12_000, "k#,a"));
    ColumnSummary key = table.column("key").orElseThrow();
    assertEquals(new Distinct(ColumnTally.DISTINCT, ColumnTally.DISTINCT, true), key.distinct());
    assertEquals(List.of(), key.counts());
    assertTrue(key.distinct().isUnique());
    ColumnSummary kind = table.column("kind").orElseThrow();
    assertEquals(new Distinct(1, 12_000, false), kind.distinct());
    assertEquals(0, kind.missing());
  }

  @Test
  void readsABoundedPartOfALargeFile() throws IOException {
    Table table = table("a,b\n" + "1,x\n".repeat(150_000));
    assertFalse(table.isWhole());
    assertTrue(table.rows() >= Table.MOST_ROWS && table.rows() < 150_000);
  }

  @Test
  void leavesOutAFewRowsThatCannotBeUsed() throws IOException {
    Table table = table("a,b\n" + lines(1, 100, "#,x") + "1,2,3\n");
    assertEquals(100, table.rows());
    assertEquals(1, table.badRows());
    assertTrue(
        table
            .firstBad()
            .endsWith("data.csv:102: The row has 3 cells, but the header has 2 columns."),
        table::firstBad);
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertEquals(
        "data.csv:3: 2 of the 3 rows cannot be used. The first: The row has 3 cells, but the header"
            + " has 2 columns. Add or remove cells; put cells with a comma in quotes.",
        error("a,b\n1,2\n1,2,3\n4\n"));
    assertTrue(error("").contains("is empty"));
    assertTrue(error("a,b\n").contains("no rows"));
    assertTrue(error("a\n1\n2\n").contains("one column only"));
    assertTrue(error("a;b\n1;2\n").contains("divided by semicolons"));
    assertTrue(error("a\tb\n1\t2\n").contains("divided by tabs"));
    assertTrue(error("5.1,3.5,setosa\n4.9,3.0,setosa\n").contains("holds values"));
    assertTrue(error("a,a\n1,2\n").contains("Two columns are named a"));
    assertTrue(error(new byte[] {'P', 'K', 3, 4, 0, 0}).contains("spreadsheet"));
    assertTrue(error(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}).contains("not UTF-8"));
    assertTrue(error("a,b\nä,1\n".getBytes(StandardCharsets.ISO_8859_1)).contains("data.csv:2"));
    assertTrue(error("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)).contains("UTF-"));
  }

  @Test
  void aFolderAndAHiddenFileAreNoTables() throws IOException {
    assertThrows(DataException.class, () -> Table.read(folder));
    Path hidden = Files.writeString(folder.resolve(".data.csv"), "a,b\n1,2\n");
    assertThrows(DataException.class, () -> Table.read(hidden));
    assertThrows(DataException.class, () -> Table.read(folder.resolve("none.csv")));
  }

  @Test
  void suggestsTheColumnThatIsProbablyMeant() throws IOException {
    assertEquals(Optional.of("Target"), label("a,Target,b\n", "1,x,2\n3,y,4\n"));
    assertEquals(Optional.of("b"), label("a,x,b\n", "1,x,2\n3,y,4\n"));
    assertEquals(Optional.of("a"), label("a,x\n", "1,x\n3,x\n"));
    assertEquals(Optional.empty(), label("a,x\n", "1,x\n1,x\n"));
  }

  private Optional<String> label(String header, String rows) throws IOException {
    return table(header + rows).suggestedLabel().map(ColumnSummary::name);
  }

  @Test
  void saysWhatPredictingAColumnComesTo() throws IOException {
    Table table =
        table(
            "yes,kind,number,text,same,flag\n"
                + IntStream.range(0, 200)
                    .mapToObj(
                        i ->
                            "%s,%d,%d,text %d,s,%s\n"
                                .formatted(i % 3 == 0 ? "y" : "n", i % 4, i * i, i, i % 2 + ".0"))
                    .collect(Collectors.joining()));
    assertEquals(
        Optional.of(new Goal.Classes(List.of(new ValueCount("n", 133), new ValueCount("y", 67)))),
        table.column("yes").orElseThrow().goal());
    assertTrue(
        table.column("kind").orElseThrow().goal().orElseThrow() instanceof Goal.Classes classes
            && classes.classes().size() == 4);
    assertTrue(table.column("number").orElseThrow().goal().orElseThrow() instanceof Goal.Number);
    assertEquals(Optional.empty(), table.column("text").orElseThrow().goal());
    assertEquals(Optional.empty(), table.column("same").orElseThrow().goal());
    assertTrue(
        table.column("flag").orElseThrow().goal().orElseThrow() instanceof Goal.Classes flag
            && flag.isBinary());
  }
}
