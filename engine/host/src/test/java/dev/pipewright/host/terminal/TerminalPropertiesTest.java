package dev.pipewright.host.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is in the data, numbers can be read back and tables keep their columns.
class TerminalPropertiesTest {

  private static double read(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }

  @Test
  void aValueIsReadBackToItsFiveDigits() {
    Random random = new Random(1);
    for (int round = 0; round < 5_000; round++) {
      double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 18));
      double error = Math.abs(read(Numbers.value(x)) - x);
      // From 0.0001 on there are five decimals, below and above five digits.
      assertTrue(error <= Math.max(6e-5 * Math.abs(x), x > 1e-4 || x < -1e-4 ? 5.1e-6 : 0), x + "");
      assertTrue(Numbers.value(x).length() <= 20, Numbers.value(x));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0.0 %",
        "0.00001 | < 0.1 %",
        "0.0005 | 0.1 %",
        "0.5 | 50.0 %",
        "0.9994 | 99.9 %",
        "0.9995 | > 99.9 %",
        "1 | 100.0 %",
      })
  void aShareIsNoneOrAllOnlyWhenItIs(double share, String text) {
    assertEquals(text, Numbers.percent(share));
  }

  @Test
  void everyLineOfATableHasItsColumnsAtTheSamePlaces() {
    Random random = new Random(2);
    List<String> pieces =
        List.of("a", "", "long ".repeat(30), "x\ny", "\t", "\u001b[31mred", "é", "1.5", "\u0000");
    for (int round = 0; round < 300; round++) {
      TextTable table = TextTable.of("first", "second#", "third");
      int rows = random.nextInt(5);
      for (int row = 0; row < rows; row++) {
        Object[] cells =
            IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                .toArray();
        table.row(cells);
      }
      List<String> lines = table.toString().lines().toList();
      assertEquals(rows + 2, lines.size(), table::toString);
      int width = lines.get(1).length();
      for (String line : lines) {
        assertTrue(line.startsWith("  ") || line.isEmpty(), table::toString);
        assertTrue(line.length() <= width && width <= 3 * 50, table::toString);
        assertTrue(line.chars().noneMatch(c -> c < ' '), table::toString);
      }
    }
  }
}
