package dev.pipewright.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.runner.Forecast;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.Forecast.NodeForecast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  private static final NodeId A = new NodeId("A");
  private static final NodeId B = new NodeId("B");
  private static final NodeId C = new NodeId("C");

  /// A → B, A → C.
  private static final Pipeline PIPELINE =
      Pipeline.of(
          "p",
          List.of(
              Node.of(A, "X"),
              Node.of(B, "X").withInput("in", List.of(new Source(A, "out"))),
              Node.of(C, "X").withInput("in", List.of(new Source(A, "out")))));

  private static RemainingTime times(
      @Nullable Integer a, @Nullable Integer b, @Nullable Integer c) {
    SequencedMap<NodeId, NodeForecast> nodes = new LinkedHashMap<>();
    nodes.put(A, forecast(a));
    nodes.put(B, forecast(b));
    nodes.put(C, forecast(c));
    return RemainingTime.of(PIPELINE, new Forecast(nodes));
  }

  private static NodeForecast forecast(@Nullable Integer seconds) {
    return new NodeForecast(Action.RUN, "", seconds == null ? null : Duration.ofSeconds(seconds));
  }

  private static NodeStatus status(State state, int seconds, double fraction) {
    return new NodeStatus(state, 1, Duration.ofSeconds(seconds), fraction, "", null);
  }

  private static Optional<Long> left(RemainingTime time, Map<NodeId, NodeStatus> statuses) {
    return time.left(Set.of(A, B, C), id -> statuses.getOrDefault(id, NodeStatus.NEW))
        .map(Duration::toSeconds);
  }

  @Test
  void isTheLongestWayThroughWhatIsLeft() {
    assertEquals(Optional.of(Duration.ofSeconds(17)), times(10, 5, 7).ofAll());
    NodeStatus done = status(State.DONE, 10, Double.NaN);
    assertEquals(Optional.of(7L), left(times(10, 5, 7), Map.of(A, done)));
    assertEquals(
        Optional.of(4L),
        left(times(10, 5, 7), Map.of(A, done, B, done, C, status(State.RUNNING, 3, Double.NaN))));
  }

  @Test
  void isUnknownWhereANodeWasNeverDone() {
    assertEquals(Optional.empty(), times(10, null, 7).ofAll());
    NodeStatus done = status(State.DONE, 1, Double.NaN);
    assertEquals(Optional.of(17L), left(times(10, null, 7), Map.of(B, done)));
    assertEquals(Optional.empty(), RemainingTime.of(PIPELINE, null).ofAll());
  }

  @Test
  void goesByWhatANodeAtWorkSaysOfItself() {
    Map<NodeId, NodeStatus> half = Map.of(A, status(State.RUNNING, 30, 0.5));
    assertEquals(Optional.of(37L), left(times(10, 5, 7), half));
    assertEquals(Optional.of(37L), left(times(null, 5, 7), half));
  }

  @Test
  void isUnknownWhereANodeTakesLongerThanTheLastTime() {
    assertEquals(
        Optional.empty(), left(times(10, 5, 7), Map.of(A, status(State.RUNNING, 12, Double.NaN))));
  }
}
