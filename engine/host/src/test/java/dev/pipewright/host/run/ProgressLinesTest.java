package dev.pipewright.host.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.host.terminal.Terminal;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Failure;
import dev.pipewright.runner.NodeResult;
import dev.pipewright.runner.RunEvent;
import dev.pipewright.runner.RunRoot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final NodeId PUSHER = new NodeId("Pusher");

  private final StringWriter text = new StringWriter();
  private Instant now = Instant.EPOCH;
  private final ProgressLines lines =
      new ProgressLines(Terminal.plain(new PrintWriter(text)), () -> now);

  @Test
  void printsALineForEachNodeThatEnded() {
    start();
    lines.accept(new RunEvent.NodeDone(TRAINER, result(NodeResult.Outcome.DONE, 1234)));
    lines.accept(new RunEvent.NodeCached(PUSHER, result(NodeResult.Outcome.CACHED, 3)));
    assertEquals(
        """
        ✓ Trainer     1.2 s  0 bytes
        = Pusher   cached
        """,
        text.toString());
  }

  @Test
  void saysWhyANodeFailedWhereAndWhatToDo() {
    start();
    lines.accept(
        new RunEvent.NodeFailed(
            TRAINER,
            result(NodeResult.Outcome.FAILED, 5),
            new Failure("No rows.", Location.of("a.csv", 3), "Add some."),
            Path.of("logs", "Trainer.log")));
    lines.accept(
        new RunEvent.NodeSkipped(
            PUSHER, result(NodeResult.Outcome.SKIPPED, 0), "It needs Trainer."));
    assertEquals(
        """
        ✗ Trainer  No rows.
                   at a.csv:3
                   Add some.
                   log: logs/Trainer.log
        – Pusher   skipped: it needs Trainer
        """,
        text.toString().replace('\\', '/'));
  }

  @Test
  void breaksTheSilenceOfALongNodeWithoutATerminal() {
    start();
    lines.accept(new RunEvent.Progressed(TRAINER, 0.1, "100 of 1,000 steps"));
    assertEquals("", text.toString());
    now = now.plusSeconds(6);
    lines.accept(new RunEvent.Progressed(TRAINER, 0.62, "620 of 1,000 steps"));
    assertEquals("  Trainer  62 %  620 of 1,000 steps\n", text.toString());
  }

  @Test
  void printsControlCharactersOfDataAsDots() {
    start();
    lines.accept(new RunEvent.Warned(TRAINER, "Column \u001b[2J\u009b31m is empty."));
    assertTrue(text.toString().contains("Column ·[2J·31m is empty."), text::toString);
  }

  @Test
  void printsWarnings() {
    start();
    lines.accept(new RunEvent.Warned(TRAINER, "3 rows were skipped."));
    assertTrue(text.toString().contains("! Trainer  3 rows were skipped."));
  }

  private void start() {
    lines.accept(
        new RunEvent.RunStarted("now", 1, new RunRoot(Path.of("root")), List.of(TRAINER, PUSHER)));
    lines.accept(new RunEvent.NodeStarted(TRAINER, 1, Path.of("log")));
  }

  private static NodeResult result(NodeResult.Outcome outcome, long millis) {
    return new NodeResult(outcome, 1, Duration.ofMillis(millis), new LinkedHashMap<>());
  }
}
