package dev.pipewright.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.ParameterException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

  @TempDir private Path folder;
  private ExamplesTable table;

  @BeforeEach
  void make() throws Exception {
    Tables.write(
        folder,
        "train",
        Tables.rows(5)
            .floats("fare", 5f, 12f, 12.5f, null, 40f)
            .floats("tips", 1f, 3f, Float.NaN, 2f, 0f)
            .ints("id", 1L, 2L, 3L, 9007199254740993L, 9007199254740992L)
            .texts("kind", "Cash", "Credit Card", "Cash", "Dispute", null)
            .texts("odd name", "x", "y", "", "z", "a\"b")
            .column(
                "list",
                new Column.Int64(
                    RowLayout.ragged(new int[] {0, 2, 3, 3, 5, 5}), new long[] {1, 2, 5, 7, -9}))
            .batch());
    table = Tables.load(folder);
  }

  @AfterEach
  void close() throws Exception {
    table.close();
  }

  private String rows(String text) throws InterruptedException {
    Filter filter = Filter.parse(text);
    FilterCheck.check(filter, table.features());
    RowFinder finder = new RowFinder(table, filter, List.of("train"));
    finder.advance(rows -> {});
    RowSet found = finder.found();
    for (int i = 0; i < found.size(); i++) {
      assertEquals(i, found.position(found.row(i)));
    }
    return IntStream.range(0, found.size())
        .mapToObj(i -> Integer.toString(found.row(i) + 1))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fare > 10 | 2 3 5",
        "fare > 10 and kind == \"Cash\" | 3",
        "fare < 10 or kind == 'Dispute' | 1 4",
        "not fare > 10 | 1 4",
        "tips > 0.2 * fare | 2",
        "fare is missing | 4",
        "fare is not missing and kind is missing | 5",
        "kind contains \"Ca\" | 1 2 3",
        "kind not contains 'Ca' | 4 5",
        "kind in ['Cash', \"Dispute\"] | 1 3 4",
        "id not in [1, 2, 3] | 4 5",
        "kind matches '^C.*d$' | 2",
        "kind matches \"\\s\" | 2",
        "lower(kind) == 'cash' | 1 3",
        "upper(kind) == upper('cash') | 1 3",
        "length(kind) > 4 | 2 4",
        "kind != 'Cash' | 2 4",
        "kind < 'Credit' | 1 3",
        "`odd name` == 'y' | 2",
        "`odd name` == \"\" | 3",
        "`odd name` contains '\"' | 5",
        "id == 9007199254740993 | 4",
        "id > 9007199254740992 | 4",
        "id >= -1 and id <= 2 | 1 2",
        "list == 2 | 1",
        "list < 0 | 4",
        "count(list) == 0 | 3 5",
        "count(list) > 1 | 1 4",
        "sum(list) == 3 | 1",
        "max(list) - min(list) == 16 | 4",
        "abs(list) == 9 | 4",
        "list * 2 == 14 | 4",
        "-fare < -20 | 5",
        "(fare + 8) / 2 == 10 | 2",
        "(fare > 10 and (tips == 3 or tips == 0)) | 2 5",
        "((fare)) % 5 == 0 | 1 5",
        "tips != tips | 3",
        "1_000 > fare | 1 2 3 5",
        "5e0 == fare | 1",
        "kind == `odd name` |",
      })
  void keepsTheRows(String filter, String rows) throws Exception {
    assertEquals(rows == null ? "" : rows, rows(filter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fare > | 7 | Expected a feature or a value but found the end.",
        "fare | 5 | Expected a comparison, as == or contains, but found the end.",
        "fare = 3 | 6 | One = compares nothing.",
        "fare > 3 4 | 10 | Expected 'and', 'or' or the end but found '4'.",
        "fares > 3 | 1 | There is no feature fares.",
        "kind > 3 | 8 | A text is compared with a number by >.",
        "fare contains 'a' | 1 | contains wants a text, but this is a number.",
        "kind contains 3 | 15 | Expected a text in quotes after contains but found '3'.",
        "kind matches '(' | 14 | The regular expression cannot be read: Unclosed group.",
        "kind == 'Cash | 9 | The text has no closing quote.",
        "mean(fare) > 3 | 1 | There is no function mean.",
        "fare in [kind] | 10 | A list holds numbers and texts only.",
        "3 is missing | 3 | Only a feature can be missing.",
        "fare # 3 | 6 | The character # means nothing here.",
        "id == 99999999999999999999 | 7 | 99999999999999999999 does not fit 64 bits.",
        "abs(kind) > 3 | 5 | abs wants a number, but this is a text.",
      })
  void saysWhereItIsWrong(String filter, int column, String message) {
    ParameterException mistake = assertThrows(ParameterException.class, () -> rows(filter));
    assertEquals(message, mistake.what());
    assertEquals(column, mistake.where().column());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "not ", "abs("})
  void endsSoonHoweverDeepItIs(String part) {
    assertThrows(ParameterException.class, () -> Filter.parse(part.repeat(5000) + "fare > 1"));
  }

  @Test
  void namesTheFeatureThatIsMeant() {
    ParameterException mistake =
        assertThrows(ParameterException.class, () -> rows("Fare > 3 and tip < 1"));
    assertEquals("Did you mean fare? A text is written in quotes.", mistake.fix());
  }
}
