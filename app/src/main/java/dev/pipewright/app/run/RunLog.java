package dev.pipewright.app.run;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableListBase;

/// The lines of a project's runs, the oldest first: the last million. A view can show it as any
/// list; a line is made of a few bytes when it is asked for. JavaFX thread only; grows at most ten
/// times a second.
public final class RunLog extends ObservableListBase<LogLine> {

  /// How many lines there are at most, give or take a block.
  static final int CAPACITY = 1_000_000;

  private final List<LogBlock> blocks = new ArrayList<>();
  private final int capacity;
  private final ReadOnlyIntegerWrapper[] counts =
      new ReadOnlyIntegerWrapper[LogLine.Level.values().length];
  private int size;

  RunLog() {
    this(CAPACITY);
  }

  RunLog(int capacity) {
    this.capacity = capacity;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new ReadOnlyIntegerWrapper();
    }
  }

  @Override
  public LogLine get(int index) {
    // All blocks but the last are full: only whole ones are thrown away.
    return blocks.get(index / LogBlock.LINES).line(index % LogBlock.LINES);
  }

  @Override
  public int size() {
    return size;
  }

  /// How many of the lines are of this level.
  public ReadOnlyIntegerProperty count(LogLine.Level level) {
    return counts[level.ordinal()].getReadOnlyProperty();
  }

  /// Forgets all lines.
  @Override
  public void clear() {
    beginChange();
    dropBlocks(blocks.size());
    endChange();
  }

  void append(List<LogLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    beginChange();
    int before = size;
    lines.forEach(this::append);
    nextAdd(before, size);
    int surplus = (size - capacity) / LogBlock.LINES;
    if (surplus > 0) {
      dropBlocks(surplus);
    }
    endChange();
  }

  private void append(LogLine line) {
    if (blocks.isEmpty() || blocks.getLast().isFull()) {
      blocks.add(new LogBlock());
    }
    blocks.getLast().add(line);
    size++;
    count(line, 1);
  }

  private void dropBlocks(int number) {
    List<LogLine> dropped = new ArrayList<>();
    List<LogBlock> old = blocks.subList(0, number);
    for (LogBlock block : old) {
      for (int i = 0; i < block.size(); i++) {
        dropped.add(block.line(i));
      }
    }
    old.clear();
    size -= dropped.size();
    dropped.forEach(line -> count(line, -1));
    nextRemove(0, dropped);
  }

  private void count(LogLine line, int change) {
    ReadOnlyIntegerWrapper count = counts[line.level().ordinal()];
    count.set(count.get() + change);
  }
}
