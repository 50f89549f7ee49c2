package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.run.LogLine.Level;
import dev.pipewright.pipeline.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import org.junit.jupiter.api.Test;

class RunLogTest {

  private static final NodeId A = new NodeId("A");

  @Test
  void keepsLinesAsTheyCame() {
    RunLog log = new RunLog();
    List<LogLine> lines = lines(0, 10_000);
    log.append(lines.subList(0, 3));
    log.append(lines.subList(3, 9_000));
    log.append(lines.subList(9_000, 10_000));
    assertEquals(lines, new ArrayList<>(log));
    assertEquals(5_000, log.count(Level.WARN).get());
  }

  @Test
  void forgetsTheOldestLinesBeyondItsCapacity() {
    RunLog log = new RunLog(10_000);
    List<LogLine> lines = lines(0, 100_000);
    for (int i = 0; i < lines.size(); i += 1_000) {
      log.append(lines.subList(i, i + 1_000));
    }
    assertTrue(log.size() >= 10_000 && log.size() < 10_000 + LogBlock.LINES);
    assertEquals(lines.subList(lines.size() - log.size(), lines.size()), new ArrayList<>(log));
    assertEquals(log.size(), log.count(Level.WARN).get() + log.count(Level.INFO).get());
  }

  @Test
  void listsThatFollowItStayEqual() {
    RunLog log = new RunLog(10_000);
    List<LogLine> mirror = new ArrayList<>();
    log.addListener((ListChangeListener<LogLine>) change -> follow(change, mirror));
    FilteredList<LogLine> warnings = new FilteredList<>(log, line -> line.level() == Level.WARN);
    List<LogLine> lines = lines(0, 40_000);
    for (int i = 0; i < lines.size(); i += 5_000) {
      log.append(lines.subList(i, i + 5_000));
      assertEquals(new ArrayList<>(log), mirror);
      assertEquals(log.count(Level.WARN).get(), warnings.size());
    }
    log.clear();
    assertEquals(List.of(), mirror);
    assertEquals(0, log.count(Level.INFO).get());
    log.append(lines.subList(0, 10));
    assertEquals(FXCollections.observableArrayList(lines.subList(0, 10)), mirror);
  }

  private static void follow(
      ListChangeListener.Change<? extends LogLine> change, List<LogLine> to) {
    while (change.next()) {
      to.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
      to.addAll(change.getFrom(), change.getAddedSubList());
    }
  }

  @Test
  void aMillionLinesTakeLittleMoreThanTheirText() {
    RunLog log = new RunLog();
    log.append(lines(0, 10));
    long before = used();
    for (int i = 0; i < 1_000; i++) {
      log.append(lines(i * 1_000, 1_000));
    }
    long text = log.stream().mapToLong(line -> line.text().length()).sum();
    long perLine = (used() - before - text) / log.size();
    assertTrue(perLine < 40, () -> perLine + " bytes a line");
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<LogLine> lines(int from, int number) {
    return IntStream.range(from, from + number)
        .mapToObj(
            i ->
                new LogLine(
                    i,
                    i % 2 == 0 ? Level.INFO : Level.WARN,
                    i % 3 == 0 ? null : A,
                    "line " + i + " über train/loss of the step that was just done"))
        .toList();
  }
}
