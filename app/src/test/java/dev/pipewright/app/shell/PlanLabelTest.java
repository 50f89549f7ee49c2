package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.Forecast.NodeForecast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class PlanLabelTest {

  private static Forecast of(Action... actions) {
    SequencedMap<NodeId, NodeForecast> nodes = new LinkedHashMap<>();
    for (Action action : actions) {
      nodes.put(
          new NodeId("n" + (nodes.size() + 1)),
          new NodeForecast(action, "Why.", action == Action.RUN ? Duration.ofMillis(1200) : null));
    }
    return new Forecast(nodes);
  }

  @Test
  void countsWhatRunsAndWhatIsCached() {
    assertEquals("", PlanLabel.summary(of()));
    assertEquals("2 to run", PlanLabel.summary(of(Action.RUN, Action.RUN, Action.SKIPPED)));
    assertEquals(
        "1 to run, 2 cached", PlanLabel.summary(of(Action.CACHED, Action.RUN, Action.CACHED)));
    assertEquals("All 2 cached", PlanLabel.summary(of(Action.CACHED, Action.CACHED)));
    assertEquals("1 cannot run", PlanLabel.summary(of(Action.BLOCKED, Action.RUN)));
  }

  @Test
  void tellsOfEachNodeInItsTip() {
    assertEquals(
        "n1: runs, about 1.2 s\nn2: cached\nn3: left out. Why.\nn4: cannot run. Why.",
        PlanLabel.tip(of(Action.RUN, Action.CACHED, Action.SKIPPED, Action.BLOCKED)));
  }
}
