package dev.pipewright.app.run;

import dev.pipewright.app.run.LogLine.Level;
import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.LatestNode;
import dev.pipewright.runner.RunRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a run that has ended: what its nodes logged, from the files beside their artifacts,
/// with when they began and how they ended as the metadata store tells.
final class PastLog {

  private static final Texts TEXTS = Texts.of(PastLog.class);
  private static final String WARNING = "warning: ";

  private final PastRuns past;
  private final RunRoot root;
  private final List<LogLine> lines = new ArrayList<>();

  private PastLog(PastRuns past, RunRoot root) {
    this.past = past;
    this.root = root;
  }

  /// The lines, the oldest first.
  static List<LogLine> read(PastRuns past, RunRoot root) {
    PastLog log = new PastLog(past, root);
    log.read();
    return log.lines.stream().sorted(Comparator.comparingLong(LogLine::millis)).toList();
  }

  private void read() {
    Latest run = past.latest();
    Instant start = run.run().start();
    line(start, Level.INFO, null, TEXTS.get("run.began", run.number(), run.run().nodes().size()));
    run.nodes().forEach(this::node);
    Instant end = start.plus(run.run().elapsed());
    switch (past.outcome()) {
      case DONE -> end(end, Level.INFO, "run.done");
      case FAILED -> end(end, Level.ERROR, "run.failed");
      case CANCELLED -> end(end, Level.INFO, "run.cancelled");
      case NONE, UNDER_WAY, ENGINE_ENDED -> {}
    }
  }

  private void end(Instant when, Level level, String key) {
    Latest run = past.latest();
    line(when, level, null, TEXTS.get(key, run.number(), Units.duration(run.run().elapsed())));
  }

  private void line(Instant when, Level level, @Nullable NodeId node, String text) {
    lines.add(new LogLine(when.toEpochMilli(), level, node, text));
  }

  private void node(String name, LatestNode node) {
    if (!NodeId.isValid(name)) {
      return;
    }
    NodeId id = past.node(name);
    file(root.log(past.latest().run().run(), new NodeId(name)), id, node.end());
    Failure failure = node.failure();
    if (failure != null) {
      line(node.end(), Level.ERROR, id, CurrentRun.text(failure));
    } else if (node.last().state() == ExecutionState.CACHED) {
      line(node.end(), Level.INFO, id, TEXTS.get("node.cached"));
    } else if (node.last().state() == ExecutionState.COMPLETE) {
      String took = Units.duration(node.last().elapsed());
      line(node.end(), Level.INFO, id, TEXTS.get("node.done", took));
    }
  }

  private void file(Path file, NodeId node, Instant end) {
    if (!Files.exists(file)) {
      return;
    }
    try (Stream<String> text = Files.lines(file)) {
      long[] millis = {past.latest().run().start().toEpochMilli()};
      text.forEach(line -> lines.add(logged(line, node, millis)));
    } catch (IOException | java.io.UncheckedIOException e) {
      line(end, Level.WARN, node, TEXTS.get("log.broken", String.valueOf(e.getMessage())));
    }
  }

  /// @param millis when the line before was logged; a line without a time belongs to it
  private static LogLine logged(String line, NodeId node, long[] millis) {
    int space = line.indexOf(' ');
    String text = line;
    try {
      millis[0] =
          LocalDateTime.parse(line.substring(0, Math.max(0, space)))
              .atZone(ZoneId.systemDefault())
              .toInstant()
              .toEpochMilli();
      text = line.substring(space + 1);
    } catch (DateTimeParseException e) {
      text = line; // The next line of several.
    }
    return text.startsWith(WARNING)
        ? new LogLine(millis[0], Level.WARN, node, text.substring(WARNING.length()))
        : new LogLine(millis[0], Level.INFO, node, text);
  }
}
