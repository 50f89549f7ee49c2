package dev.pipewright.app.root;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.Liveness;
import dev.pipewright.runner.RunHistory.PastNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/// A run in a line.
public final class RunWords {

  private static final Texts TEXTS = Texts.of(RunWords.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private RunWords() {}

  /// `Run 3 · 23 Nov 2026 14:40:56 · failed · 0.1 s`.
  static String line(Latest run) {
    return TEXTS.get("bar.run", run.number(), facts(run));
  }

  /// `23 Nov 2026 14:40:56 · failed · 0.1 s`.
  public static String facts(Latest run) {
    return TEXTS.get(
        "bar.run.facts",
        TIME.format(run.run().start()),
        TEXTS.get("bar.run." + outcome(run)),
        Units.duration(run.run().elapsed()));
  }

  private static String outcome(Latest run) {
    Collection<PastNode> nodes = run.run().nodes().values();
    if (run.liveness() == Liveness.AT_WORK) {
      return "running";
    }
    if (nodes.stream().anyMatch(node -> !node.state().isFinal())) {
      return "abandoned";
    }
    if (nodes.stream().anyMatch(node -> node.state() == ExecutionState.CANCELED)) {
      return "cancelled";
    }
    return nodes.stream().anyMatch(node -> node.state() == ExecutionState.FAILED)
        ? "failed"
        : "done";
  }
}
