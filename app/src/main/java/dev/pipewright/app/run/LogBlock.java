package dev.pipewright.app.run;

import dev.pipewright.pipeline.NodeId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some lines of the log in a few arrays: 17 bytes a line and its text in UTF-8, about a third of
/// what as many objects would take.
final class LogBlock {

  static final int LINES = 4096;

  private static final LogLine.Level[] LEVELS = LogLine.Level.values();

  private final long[] millis = new long[LINES];
  private final byte[] levels = new byte[LINES];
  private final @Nullable NodeId[] nodes = new NodeId[LINES];
  private final int[] ends = new int[LINES];
  private byte[] text = new byte[1 << 12];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == LINES;
  }

  void add(LogLine line) {
    byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
    int start = start(size);
    if (start + bytes.length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, start + bytes.length));
    }
    System.arraycopy(bytes, 0, text, start, bytes.length);
    millis[size] = line.millis();
    levels[size] = (byte) line.level().ordinal();
    nodes[size] = line.node();
    ends[size] = start + bytes.length;
    size++;
    if (isFull()) {
      text = Arrays.copyOf(text, ends[size - 1]);
    }
  }

  LogLine line(int index) {
    int start = start(index);
    String line = new String(text, start, ends[index] - start, StandardCharsets.UTF_8);
    return new LogLine(millis[index], LEVELS[levels[index]], nodes[index], line);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
