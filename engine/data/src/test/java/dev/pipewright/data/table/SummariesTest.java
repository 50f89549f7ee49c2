package dev.pipewright.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {

  @TempDir private Path folder;
  private ExamplesTable table;

  @BeforeEach
  void make() throws Exception {
    Float[] numbers = new Float[100];
    String[] texts = new String[100];
    for (int i = 0; i < 100; i++) {
      numbers[i] = i % 10 == 9 ? null : (Float) (float) i;
      texts[i] = i == 50 ? "a, \"b\"\nc" : i % 4 == 0 ? "four" : "other";
    }
    numbers[0] = Float.NaN;
    Tables.write(folder, "train", Tables.rows(100).floats("x", numbers).texts("t", texts).batch());
    table = Tables.load(folder);
  }

  @AfterEach
  void close() throws Exception {
    table.close();
  }

  private RowSet rows(String filter) throws InterruptedException {
    RowFinder finder = new RowFinder(table, Filter.parse(filter), List.of("train"));
    finder.advance(r -> {});
    return finder.found();
  }

  @Test
  void countsNumbersInBarsAndThoseOfAFilterInTheSame() throws Exception {
    Rows all = table.rows(List.of("train"));
    Summaries summaries = new Summaries(table);
    var numbers =
        assertInstanceOf(ColumnSummary.Numbers.class, summaries.of(table.features().get(1), all));
    assertEquals("x", table.features().get(1).name());
    assertEquals(10, numbers.missing());
    assertEquals(1, numbers.low());
    assertEquals(98, numbers.high());
    assertEquals(89, IntStream.range(0, 24).mapToLong(i -> numbers.counts()[i]).sum());
    assertEquals(0.1, numbers.missingShare());
    ColumnSummary some = summaries.within(numbers, "x", rows("x < 5"));
    assertEquals(4, some.rows());
    assertEquals(4, some.counts()[0]);
    assertEquals(0.5, summaries.shareBelow("x", 50, all), 0.02);
  }

  @Test
  void countsTheMostFrequentTexts() throws Exception {
    Summaries summaries = new Summaries(table);
    var texts =
        assertInstanceOf(
            ColumnSummary.Texts.class,
            summaries.of(table.features().getFirst(), table.rows(List.of("train"))));
    assertEquals(List.of("other", "four", "a, \"b\"\nc"), texts.values());
    assertArrayEquals(new long[] {74, 25, 1}, texts.counts());
    assertEquals(3, texts.distinct());
    ColumnSummary some = summaries.within(texts, "t", rows("x < 5"));
    assertArrayEquals(new long[] {3, 1, 0}, some.counts());
  }

  @Test
  void writesCsvThatOthersRead(@TempDir Path out) throws Exception {
    Path file = out.resolve("rows.csv");
    List<Integer> progress = new ArrayList<>();
    new CsvFile(table, List.of("t", "x"))
        .write(file, rows("x >= 48 and x <= 50 or t is missing"), progress::add);
    assertEquals("t,x\r\nfour,48.0\r\n\"a, \"\"b\"\"\nc\",50.0\r\n", Files.readString(file));
    assertEquals(List.of(0, 2), progress);
  }

  @Test
  void leavesNoPartOfAFileWhenStopped(@TempDir Path out) throws Exception {
    Path file = out.resolve("rows.csv");
    Rows rows = table.rows(List.of("train"));
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class,
        () -> new CsvFile(table, List.of("x")).write(file, rows, r -> {}));
    try (var files = Files.list(out)) {
      assertEquals(0, files.count());
    }
  }
}
