package dev.pipewright.app.dock;

import dev.pipewright.app.run.LogLine;
import dev.pipewright.pipeline.NodeId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which lines of the log are shown.
///
/// @param text what a line or its node must contain, whatever the case; empty for all
/// @param node whose lines, or null for all
/// @param levels the levels shown
record LogFilter(String text, @Nullable NodeId node, Set<LogLine.Level> levels)
    implements Predicate<LogLine> {

  /// Lets every line through.
  static final LogFilter ALL = new LogFilter("", null, EnumSet.allOf(LogLine.Level.class));

  LogFilter {
    text = text.strip().toLowerCase(Locale.ROOT);
    levels = Set.copyOf(levels);
  }

  boolean isOpen() {
    return equals(ALL);
  }

  @Override
  public boolean test(LogLine line) {
    return levels.contains(line.level())
        && (node == null || node.equals(line.node()))
        && (text.isEmpty() || contains(line.text()) || containsNode(line));
  }

  private boolean contains(String candidate) {
    return candidate.toLowerCase(Locale.ROOT).contains(text);
  }

  private boolean containsNode(LogLine line) {
    NodeId of = line.node();
    return of != null && contains(of.value());
  }
}
