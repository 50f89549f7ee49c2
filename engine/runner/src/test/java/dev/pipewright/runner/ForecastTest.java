package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.runner.Forecast.Action;
import dev.pipewright.runner.NodeResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {

  @TempDir Path folder;

  private static Forecast forecast(Project project, Selection selection) throws IOException {
    Plan plan =
        Plan.of(project.pipeline, project.folder, project.fakes.registry(), selection, Map.of());
    return Forecast.of(plan, project.root, project.settings.cache());
  }

  private static String actions(Forecast forecast) {
    SequencedMap<String, Action> actions = new LinkedHashMap<>();
    forecast.nodes().forEach((id, node) -> actions.put(id.value(), node.action()));
    return actions.toString();
  }

  private static String actions(Project project) throws IOException {
    return actions(forecast(project, Selection.ALL));
  }

  @Test
  void beforeTheFirstRunAllIsToRunAndNothingIsWritten() throws IOException {
    Project project = new Project(folder, Project.TRAINING);
    Forecast forecast = forecast(project, Selection.ALL);
    assertEquals(
        "{Gen=RUN, Resolver=RUN, Trainer=RUN, Evaluator=RUN, Pusher=RUN}", actions(forecast));
    assertNull(forecast.nodes().get(new NodeId("Gen")).estimate());
    assertFalse(Files.exists(project.root.folder()));
  }

  @Test
  void whatIsCachedAndHowLongTheRestTakesIsKnown() throws IOException {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B");
    project.fakes.hooks.put("B", execution -> Thread.sleep(30));
    project.run();
    assertEquals("{A=CACHED, B=CACHED, C=CACHED}", actions(project));
    project.set("B", "suffix", "b");
    Forecast forecast = forecast(project, Selection.ALL);
    assertEquals("{A=CACHED, B=RUN, C=RUN}", actions(forecast));
    Duration estimate = forecast.nodes().get(new NodeId("B")).estimate();
    assertNotNull(estimate);
    assertTrue(estimate.toMillis() >= 25, estimate::toString);
    assertEquals(Duration.ZERO, forecast.nodes().get(new NodeId("A")).estimate());
    project.settings = project.settings.with(RunSettings.CacheUse.IGNORE);
    assertEquals("{A=RUN, B=RUN, C=RUN}", actions(project));
  }

  @Test
  void ofTwoNodesThatDoTheVerySameWorkOneRuns() throws IOException {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join A");
    project.run(Selection.only(new NodeId("A")));
    assertEquals("{A=CACHED, B=RUN, C=CACHED}", actions(project));
  }

  @Test
  void leftOutNodesAndThoseThatCannotRunSayWhy() throws IOException {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B");
    Forecast blocked = forecast(project, Selection.only(new NodeId("B")));
    assertEquals("{B=BLOCKED}", actions(blocked));
    assertEquals(
        "It needs A.examples, but A has not been run yet.",
        blocked.nodes().get(new NodeId("B")).reason());
    project.edit(new Edit.SetMode(new NodeId("B"), Node.Mode.MUTED));
    assertEquals("{A=RUN, B=SKIPPED, C=SKIPPED}", actions(project));
  }

  @Test
  void aNodeWhoseCacheIsClearedRunsAgainAndThenIsCached() throws IOException {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B");
    project.set("C", "suffix", "c");
    project.run();
    assertEquals(1, Runner.clearCache(project.root, "p", List.of(new NodeId("B"))));
    assertEquals("{A=CACHED, B=RUN, C=RUN}", actions(project));
    assertEquals("{A=CACHED, B=DONE, C=CACHED}", Project.outcomes(project.run()));
    assertEquals("{A=CACHED, B=CACHED, C=CACHED}", Project.outcomes(project.run()));
    assertEquals(0, Runner.clearCache(project.root, "other", List.of(new NodeId("B"))));
  }

  @Test
  void runsDoWhatWasForecast() throws IOException {
    Random random = new Random(4);
    Project project =
        Project.of(folder, "A: Text", "B: Join A", "C: Join A B", "D: Join C", "E: Join D A");
    for (int i = 0; i < 12; i++) {
      String node = List.of("B", "C", "D", "E").get(random.nextInt(4));
      project.set(node, "suffix", node + random.nextInt(3));
      Forecast forecast = forecast(project, Selection.ALL);
      RunResult result = project.run();
      forecast
          .nodes()
          .forEach(
              (id, f) ->
                  assertTrue(
                      f.action() == Action.RUN
                          || result.nodes().get(id).outcome() == Outcome.CACHED,
                      () -> id + " " + forecast + " " + Project.outcomes(result)));
      assertEquals(
          result.nodes().values().stream().allMatch(n -> n.outcome() == Outcome.CACHED),
          forecast.nodes().values().stream().allMatch(n -> n.action() == Action.CACHED));
    }
  }
}
