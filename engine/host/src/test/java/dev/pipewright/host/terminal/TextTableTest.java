package dev.pipewright.host.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsWordsLeftAndNumbersRight() {
    String table = TextTable.of("name", "count#").row("fare", 7).row("tips", 12_000).toString();
    assertEquals(
        """
          name  count
          ────  ─────
          fare      7
          tips  12000
        """
            .indent(2)
            .replaceAll("(?m)^ {2}", ""),
        table);
  }

  @Test
  void drawsControlCharactersAsDots() {
    String table = TextTable.of("value").row("a\u001b[2Jb\nc").toString();
    assertTrue(table.contains("a·[2Jb·c"), table);
  }

  @Test
  void cutsCellsThatAreTooWide() {
    String table = TextTable.of("value").row("x".repeat(1_000_000)).toString();
    assertTrue(table.contains("x…"));
    assertTrue(table.length() < 300);
  }

  @Test
  void isEmptyUntilItHasARow() {
    TextTable table = TextTable.of("a");
    assertTrue(table.isEmpty());
    assertFalse(table.row(1).isEmpty());
  }
}
