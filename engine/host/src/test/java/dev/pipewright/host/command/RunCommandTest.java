package dev.pipewright.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `run` over a small pipeline that needs no TensorFlow.
class RunCommandTest {

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    StringBuilder rows = new StringBuilder("x,kind\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i).append(',').append(i % 3 == 0 ? "a" : "b").append('\n');
    }
    Files.writeString(folder.resolve("data/rows.csv"), rows);
    project = folder.resolve("small.pipewright");
    Files.writeString(
        project,
        """
        {"format": 1, "name": "small",
         "parameters": {"where": {"type": "string", "default": "data"}},
         "nodes": [
          {"id": "Gen", "component": "CsvExampleGen",
           "parameters": {"input_base": {"$runtime": "where"}}},
          {"id": "Stats", "component": "StatisticsGen", "inputs": {"examples": "Gen.examples"}},
          {"id": "Schema", "component": "SchemaGen", "inputs": {"statistics": "Stats.statistics"}}
         ]}
        """);
  }

  private CommandRun run(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("run", project.toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  /// The events that `--json` prints, by node and what became of it.
  private SortedMap<String, String> outcomes(String... more) throws IOException {
    String[] arguments = Arrays.copyOf(more, more.length + 1);
    arguments[more.length] = "--json";
    CommandRun run = run(arguments);
    ObjectMapper json = new ObjectMapper();
    var outcomes = new TreeMap<String, String>();
    for (String line : run.out().lines().toList()) {
      JsonNode event = json.readTree(line);
      String kind = event.get("event").asText();
      if (List.of("node-done", "node-cached", "node-failed", "node-skipped").contains(kind)) {
        outcomes.put(event.get("node").asText(), kind.substring("node-".length()));
      }
    }
    return outcomes;
  }

  @Test
  void tellsHowEachNodeEndedAndWhereTheResultsAre() {
    CommandRun run = run();
    assertEquals(0, run.exitCode(), run::all);
    for (String node : List.of("Gen", "Stats", "Schema")) {
      assertTrue(run.out().contains("✓ " + node), run::all);
    }
    Path root = folder.resolve("small.runs");
    assertTrue(run.out().contains("The results are in " + root), run::all);
    assertTrue(run.out().strip().endsWith("show " + root), run::all);
  }

  @Test
  void runsToANodeFromANodeAndNothingTwice() throws IOException {
    assertEquals("{Gen=done, Stats=done}", outcomes("--to", "Stats").toString());
    assertEquals("{Gen=cached, Schema=done, Stats=cached}", outcomes().toString());
    assertEquals("{Schema=cached, Stats=cached}", outcomes("--from", "Stats").toString());
    assertEquals("{Schema=done}", outcomes("--from", "Schema", "--no-cache").toString());
    assertEquals(
        "{Gen=cached, Schema=done, Stats=cached}",
        outcomes("--set", "Schema.infer_feature_shape=false").toString());
    assertEquals(5, CommandRun.of("runs", project.toString()).out().lines().count() - 4);
  }

  @Test
  void aRuntimeParameterChangesWhatIsRead() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    Files.copy(folder.resolve("data/rows.csv"), folder.resolve("other/rows.csv"));
    assertEquals("{Gen=done}", outcomes("--to", "Gen").toString());
    Files.writeString(folder.resolve("other/rows.csv"), "x,kind\n1,a\n2,b\n");
    assertEquals("{Gen=done}", outcomes("--to", "Gen", "--param", "where=other").toString());
    assertEquals("{Gen=cached}", outcomes("--to", "Gen", "--param", "where=other").toString());
    assertEquals("{Gen=cached}", outcomes("--to", "Gen").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to | Stat | There is no node Stat. Did you mean \"Stats\"?",
        "--from | gen | There is no node gen. Did you mean \"Gen\"?",
        "--to | a b | a b: This cannot be the name of a node. Name a node of the project.",
        "--set | Stat.x=1 | Stat.x: It does not name a parameter of a node."
            + " Write node.parameter=value. Did you mean \"Stats\"?",
        "--set | Gen=1 | Gen: It does not name a parameter of a node."
            + " Write node.parameter=value. Did you mean \"Gen\"?",
        "--set | Schema.infer_feature_shape=maybe | Schema.infer_feature_shape:"
            + " The value is not JSON: maybe Put texts in double quotes, inside single quotes for"
            + " the shell.",
        "--param | were=x | were: The pipeline has no runtime parameter of this name."
            + " Did you mean \"where\"?",
      })
  void aRequestThatDoesNotFitEndsWith2AndSaysWhat(String option, String value, String message) {
    CommandRun run = run(option, value);
    assertEquals(2, run.exitCode(), run::all);
    assertEquals("pipewright: " + message, run.err().strip());
    assertFalse(Files.exists(folder.resolve("small.runs/metadata.db")));
  }

  @Test
  void aParameterThatTheComponentHasNotIsFoundBeforeAnythingRuns() {
    CommandRun run = run("--set", "Schema.infer_shape=true", "--set", "Stats.exclude_splits=7");
    assertEquals(2, run.exitCode(), run::all);
    assertEquals(
        List.of(
            "error  Stats.exclude_splits: It is 7, not a list, each a text."
                + " Set it to a list, each a text.",
            "error  Schema.infer_shape: There is no such parameter."),
        run.err()
            .lines()
            .map(line -> line.replaceFirst("(no such parameter\\.).*", "$1"))
            .toList());
  }

  @Test
  void aFolderThatIsNotThereFailsTheNodeWithItsName() {
    CommandRun run = run("--param", "where=nowhere");
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("There is no such folder."), run::all);
    assertTrue(run.out().contains(folder.resolve("nowhere").toString()), run::all);
    assertTrue(run.out().contains("Check input_base."), run::all);
  }

  @Test
  void aSplitWithoutRowsIsWarnedOf() throws IOException {
    Files.writeString(folder.resolve("data/rows.csv"), "x,kind\n1,a\n");
    CommandRun run = run("--to", "Gen");
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("No example fell into the split "), run::all);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRootThatCannotBeMadeEndsWith2() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun run = run("--root", file.resolve("below").toString());
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().startsWith("pipewright: " + file), run::all);
    assertFalse(run.err().contains("Exception"), run::all);
  }

  @Test
  void aProjectThatNeverRanHasNoRuns() {
    CommandRun runs = CommandRun.of("runs", project.toString());
    assertEquals(0, runs.exitCode(), runs::all);
    assertTrue(
        runs.out().startsWith("No run yet in " + folder.resolve("small.runs") + ". Start one:"),
        runs::all);
  }

  @Test
  void everyJsonLineIsAnEventOfTheRun() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : run("--json").out().lines().toList()) {
      events.add(json.readTree(line));
    }
    assertEquals("run-started", events.getFirst().get("event").asText());
    assertEquals("[\"Gen\",\"Stats\",\"Schema\"]", events.getFirst().get("nodes").toString());
    assertEquals("done", events.getLast().get("outcome").asText());
    long last = 0;
    for (JsonNode event : events) {
      assertTrue(event.get("time").asLong() >= last, event::toString);
      last = event.get("time").asLong();
      if (event.has("fraction")) {
        double fraction = event.get("fraction").asDouble();
        assertTrue(fraction >= 0 && fraction <= 1, event::toString);
      }
    }
  }

  private CommandRun plan(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("plan", project.toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  void planSaysWhatRunsAndWhatIsCachedAndRunsNothing() {
    assertTrue(plan().out().contains("3 nodes run, 0 cached."), () -> plan().all());
    assertFalse(Files.exists(folder.resolve("small.runs")));
    run("--to", "Stats");
    CommandRun after = plan();
    assertTrue(after.out().contains("1 node runs, 2 cached."), after::all);
    CommandRun blocked = plan("--only", "Schema", "--root", folder.resolve("new").toString());
    assertEquals(ExitCode.WRONG, blocked.exitCode(), blocked::all);
    assertTrue(blocked.out().contains("Stats has not been run yet"), blocked::all);
  }

  @Test
  void someNodesAloneRunOnWhatThereIs() throws IOException {
    run();
    assertEquals("{Gen=cached, Schema=cached}", outcomes("--only", "Gen,Schema").toString());
    CommandRun none = run("--failed");
    assertEquals(ExitCode.WRONG, none.exitCode(), none::all);
    assertTrue(none.err().contains("No node failed in the last run."), none::all);
    assertEquals(ExitCode.WRONG, run("--failed", "--from", "Gen").exitCode());
  }
}
