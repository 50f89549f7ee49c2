package dev.pipewright.app.graph;

import dev.pipewright.app.text.Texts;
import dev.pipewright.app.text.Units;
import dev.pipewright.nodes.NodeStatus;
import java.time.Duration;

/// How a node is, in a sentence.
public final class StatusText {

  private static final Texts TEXTS = Texts.of(StatusText.class);

  private StatusText() {}

  /// What stands below a node's name: `Took 2.1 s in run 3`.
  public static String sentence(NodeStatus status) {
    String time = time(status.elapsed());
    return switch (status.state()) {
      case NEW -> TEXTS.get("new");
      case WAITING, SKIPPED ->
          status.message().isEmpty()
              ? TEXTS.get(status.state().name().toLowerCase(java.util.Locale.ROOT))
              : status.message();
      case RUNNING -> TEXTS.get("running");
      case DONE -> TEXTS.get("done", time, status.run());
      case CACHED -> TEXTS.get("cached", status.run());
      case FAILED -> TEXTS.get("failed", time, status.run());
      case CANCELLED -> TEXTS.get("cancelled", status.run());
    };
  }

  private static String time(Duration elapsed) {
    return Units.duration(elapsed);
  }
}
