package dev.pipewright.app.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.app.run.LogLine.Level;
import dev.pipewright.pipeline.NodeId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogFilterTest {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final LogLine STEP = new LogLine(1, Level.INFO, TRAINER, "Step 100");
  private static final LogLine ODD = new LogLine(2, Level.WARN, new NodeId("Transform"), "Odd");
  private static final LogLine DIED = new LogLine(3, Level.ERROR, null, "The engine has ended");
  private static final List<LogLine> ALL = List.of(STEP, ODD, DIED);

  private static List<LogLine> shown(LogFilter filter) {
    return ALL.stream().filter(filter).toList();
  }

  @Test
  void letsEverythingThroughAtFirst() {
    assertEquals(ALL, shown(LogFilter.ALL));
    assertTrue(LogFilter.ALL.isOpen());
    assertTrue(new LogFilter("  ", null, Set.of(Level.values())).isOpen());
  }

  @Test
  void looksForTextInLinesAndNodesWhateverTheCase() {
    assertEquals(List.of(STEP), shown(new LogFilter("STEP", null, Set.of(Level.values()))));
    assertEquals(List.of(ODD), shown(new LogFilter("transf", null, Set.of(Level.values()))));
  }

  @Test
  void showsTheLinesOfOneNode() {
    assertEquals(List.of(STEP), shown(new LogFilter("", TRAINER, Set.of(Level.values()))));
  }

  @Test
  void showsTheLevelsThatAreOn() {
    LogFilter filter = new LogFilter("", null, Set.of(Level.WARN, Level.ERROR));
    assertEquals(List.of(ODD, DIED), shown(filter));
    assertFalse(filter.isOpen());
  }
}
