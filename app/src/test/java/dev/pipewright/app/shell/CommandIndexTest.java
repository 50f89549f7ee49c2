package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommandIndexTest {

  @Test
  void ranksBeginningsThenWordsThenPartsThenLettersInOrder() {
    assertEquals(0, CommandIndex.rank("StatisticsGen", "stat"));
    assertEquals(1, CommandIndex.rank("StatisticsGen", "gen"));
    assertEquals(1, CommandIndex.rank("Run to here", "to"));
    assertEquals(2, CommandIndex.rank("StatisticsGen", "tist"));
    assertEquals(3, CommandIndex.rank("StatisticsGen", "stg"));
    assertEquals(Integer.MAX_VALUE, CommandIndex.rank("StatisticsGen", "gz"));
  }

  @Test
  void findsEverythingWithoutWords() {
    assertTrue(CommandIndex.rank("Anything", "") < Integer.MAX_VALUE);
  }
}
