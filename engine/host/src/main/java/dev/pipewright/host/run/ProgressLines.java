package dev.pipewright.host.run;

import dev.pipewright.host.terminal.Bar;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.Terminal;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.NodeResult;
import dev.pipewright.runner.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Shows a run to a person: a line for each node that ended, and on a terminal a bar for each that
/// is at work below them. Elsewhere a node that takes long has a line now and then.
public final class ProgressLines implements RunEvent.Listener {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);
  private static final int BAR_WIDTH = 20;

  private final Terminal terminal;
  private final InstantSource clock;
  private final SequencedMap<NodeId, Working> working = new LinkedHashMap<>();
  private int nameWidth = 1;
  private int drawn;
  private Instant lastDrawn = Instant.EPOCH;

  /// What is known of a node at work.
  private static final class Working {
    private double fraction = Double.NaN;
    private String message = "";
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private Instant lastPrinted;

    Working(Instant started) {
      this.lastPrinted = started;
    }
  }

  /// Shows a run there.
  public ProgressLines(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted e -> e.nodes().forEach(this::fit);
      case RunEvent.NodeStarted e -> working.put(e.node(), new Working(clock.instant()));
      case RunEvent.Progressed e -> progressed(e);
      case RunEvent.Measured e -> measured(e);
      case RunEvent.Logged e -> {}
      case RunEvent.Warned e -> line("!", e.node(), e.line());
      case RunEvent.NodeDone e -> ended("✓", e.node(), took(e.result()));
      case RunEvent.NodeCached e -> ended("=", e.node(), "cached");
      case RunEvent.NodeFailed e -> failed(e);
      case RunEvent.NodeSkipped e -> ended("–", e.node(), "skipped: " + inline(e.reason()));
      case RunEvent.NodeCancelled e ->
          ended(
              "–",
              e.node(),
              e.answer() == RunEvent.NodeCancelled.Answer.STOPPED
                  ? "cancelled"
                  : "cancelled, but did not stop within a second");
      case RunEvent.RunFinished e -> erase();
    }
    redraw();
  }

  private void fit(NodeId node) {
    nameWidth = Math.max(nameWidth, node.value().length());
  }

  private void progressed(RunEvent.Progressed e) {
    Working node = working.get(e.node());
    if (node != null) {
      node.fraction = e.fraction();
      node.message = e.message();
      plain(e.node(), node);
    }
  }

  private void measured(RunEvent.Measured e) {
    Working node = working.get(e.node());
    if (node != null) {
      node.metrics.put(e.tag(), e.value());
    }
  }

  private void failed(RunEvent.NodeFailed e) {
    String where = e.failure().where().toString();
    ended("✗", e.node(), e.failure().what());
    if (!where.isEmpty()) {
      note("at " + where);
    }
    if (!e.failure().fix().isEmpty()) {
      note(e.failure().fix());
    }
    note("log: " + e.log());
  }

  private static String took(NodeResult result) {
    long bytes =
        result.outputs().values().stream()
            .flatMap(outputs -> outputs.stream())
            .mapToLong(output -> output.bytes())
            .sum();
    return String.format("%8s  %s", Numbers.elapsed(result.elapsed()), Numbers.bytes(bytes));
  }

  private void ended(String mark, NodeId node, String text) {
    working.remove(node);
    line(mark, node, text);
  }

  private void line(String mark, NodeId node, String text) {
    erase();
    terminal.println(mark + " " + padded(node) + "  " + text);
  }

  private void note(String text) {
    erase();
    terminal.println("  " + " ".repeat(nameWidth) + "  " + text);
  }

  private String padded(NodeId node) {
    fit(node);
    return node + " ".repeat(nameWidth - node.value().length());
  }

  /// Without a terminal nothing can be drawn over; silence for minutes would look like a hang.
  private void plain(NodeId id, Working node) {
    Instant now = clock.instant();
    if (!terminal.isInteractive()
        && Duration.between(node.lastPrinted, now).compareTo(PLAIN_EVERY) >= 0) {
      node.lastPrinted = now;
      terminal.println("  " + padded(id) + "  " + percent(node.fraction) + node.message);
    }
  }

  private static String percent(double fraction) {
    return Double.isNaN(fraction) ? "" : Math.round(100 * fraction) + " %  ";
  }

  private void redraw() {
    Instant now = clock.instant();
    if (!terminal.isInteractive()
        || (drawn > 0 && Duration.between(lastDrawn, now).compareTo(REDRAW) < 0)) {
      return;
    }
    erase();
    working.forEach((id, node) -> terminal.println(terminal.fit(bar(id, node))));
    drawn = working.size();
    lastDrawn = now;
  }

  private String bar(NodeId id, Working node) {
    StringBuilder line = new StringBuilder("▸ " + padded(id) + "  ");
    if (Double.isNaN(node.fraction)) {
      line.append(" ".repeat(BAR_WIDTH + 2));
    } else {
      line.append('▕').append(Bar.of(node.fraction, BAR_WIDTH)).append('▏');
    }
    line.append("  ").append(node.message);
    node.metrics.forEach((tag, value) -> line.append("  ").append(metric(tag, value)));
    return line.toString();
  }

  private static String metric(String tag, @Nullable Double value) {
    return tag + " " + (value == null ? "" : Numbers.value(value));
  }

  private void erase() {
    if (drawn > 0) {
      terminal.eraseLines(drawn);
      drawn = 0;
    }
  }

  /// A sentence within another.
  private static String inline(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
