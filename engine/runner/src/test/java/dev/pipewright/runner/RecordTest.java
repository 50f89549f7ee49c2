package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.metadata.ArtifactRecord;
import dev.pipewright.metadata.ContextRecord;
import dev.pipewright.metadata.EventRecord;
import dev.pipewright.metadata.ExecutionRecord;
import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.metadata.MetadataReader;
import dev.pipewright.metadata.PropertyValue;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves in ML Metadata, held against what TFX 1.21 leaves for the like pipeline.
class RecordTest {

  @TempDir Path folder;

  /// One line an execution: its type, state, contexts and events.
  private static List<String> executions(MetadataReader store) {
    List<String> lines = new ArrayList<>();
    for (ExecutionRecord execution : store.executions()) {
      List<String> contexts =
          store.contextsOf(execution.id()).stream().map(ContextRecord::type).sorted().toList();
      List<String> events = new ArrayList<>();
      for (EventRecord event : store.events(execution.id())) {
        events.add(event.type() + " " + event.path().getFirst().key() + " " + event.artifact());
      }
      String type = execution.type().substring(execution.type().lastIndexOf('.') + 1);
      lines.add(type + " " + execution.state() + " " + contexts + " " + events);
    }
    return lines;
  }

  @Test
  void executionsAreRecordedAsTfxRecordsThem() {
    Project project = new Project(folder, Project.TRAINING);
    project.settings = project.settings.withCores(1);
    RunResult first = project.run();
    project.run();
    try (MetadataReader store = MetadataReader.open(project.root.metadata())) {
      String cached = "[execution_cache, node, pipeline, pipeline_run]";
      List<String> lines = executions(store);
      assertEquals(
          List.of(
              "Resolver COMPLETE [node, pipeline, pipeline_run] []",
              "Text COMPLETE " + cached + " [OUTPUT examples 1]",
              "Trainer COMPLETE "
                  + cached
                  + " [INPUT examples 1, OUTPUT model 2, OUTPUT model_run 3]",
              "Evaluator COMPLETE "
                  + cached
                  + " [INPUT model 2, OUTPUT blessing 4, OUTPUT evaluation 5]",
              "Pusher COMPLETE "
                  + cached
                  + " [INPUT model 2, INPUT model_blessing 4, OUTPUT pushed_model 6]"),
          lines.subList(0, 5));
      assertEquals(
          List.of(
              "Resolver COMPLETE [node, pipeline, pipeline_run] []",
              "Text CACHED " + cached + " [OUTPUT examples 1]",
              "Trainer CACHED "
                  + cached
                  + " [INPUT examples 1, OUTPUT model 2, OUTPUT model_run 3]",
              // The model and the baseline are one artifact, which has one event a type.
              "Evaluator COMPLETE "
                  + cached
                  + " [INPUT model 2, OUTPUT blessing 7, OUTPUT evaluation 8]",
              "Pusher CACHED "
                  + cached
                  + " [INPUT model 2, INPUT model_blessing 7, OUTPUT pushed_model 6]"),
          lines.subList(5, 10));
      ContextRecord run = store.context("pipeline_run", first.run()).orElseThrow();
      assertEquals(
          List.of("taxi"), store.parents(run.id()).stream().map(ContextRecord::name).toList());
      assertTrue(store.context("node", "taxi.Trainer").isPresent());
    }
  }

  @Test
  void artifactsCarryTfxsPropertiesAndTheRunnersOwn() {
    Project project = new Project(folder, Project.TRAINING);
    project.run();
    try (MetadataReader store = MetadataReader.open(project.root.metadata())) {
      ArtifactRecord examples = store.artifactsOfType("Examples").getFirst();
      assertEquals(
          Set.of("split_names"), examples.properties().declared().keySet(), "span is custom");
      assertEquals(
          new TreeSet<>(
              Set.of(
                  "is_external",
                  "pipewright_bytes",
                  "pipewright_files",
                  "pipewright_fingerprint",
                  "span",
                  "tfx_version")),
          examples.properties().custom().keySet());
      assertEquals(PropertyValue.of(0), examples.properties().custom().get("is_external"));
      assertEquals(
          PropertyValue.of("1.21.0+pipewright.0.1.0"),
          examples.properties().custom().get("tfx_version"));
      assertEquals(
          PropertyValue.of(1),
          store
              .artifactsOfType("ModelBlessing")
              .getFirst()
              .properties()
              .get("blessed")
              .orElse(null));
    }
  }

  @Test
  void parametersAreRecordedAsTfxRecordsExecProperties() {
    Project project = new Project(folder, Project.TRAINING);
    project.edit(
        new Edit.SetParameter(
            new NodeId("Trainer"), "train_args", JsonText.parse("{\"num_steps\": 7}")));
    project.run();
    try (MetadataReader store = MetadataReader.open(project.root.metadata())) {
      assertEquals(
          List.of(PropertyValue.of("{\n  \"num_steps\": 7\n}")),
          store.executions().stream()
              .flatMap(e -> e.properties().get("train_args").stream())
              .toList());
      assertEquals(
          List.of(PropertyValue.of(1)),
          store.executions().stream().flatMap(e -> e.properties().get("bless").stream()).toList());
    }
  }

  @Test
  void aFailureIsRecordedWithItsReason() {
    Project project = Project.of(folder, "A: Text");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new DataException("Bad row.", Location.NONE, "");
        });
    project.run();
    try (MetadataReader store = MetadataReader.open(project.root.metadata())) {
      ExecutionRecord failed = store.executions().getFirst();
      assertEquals(ExecutionState.FAILED, failed.state());
      assertEquals(
          PropertyValue.of("Bad row."), failed.properties().custom().get("pipewright_error"));
    }
  }

  @Test
  void everyKindOfPropertyComesBackAsItWasSet() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    ParameterValue all = JsonText.parse("{\"a\": [1.5, true, null, {\"b\": \"x\"}], \"c\": 2.0}");
    project.fakes.hooks.put(
        "A",
        execution -> {
          execution.setProperty("examples", "struct", all);
          execution.setProperty("examples", "real", ParameterValue.of(0.25));
          execution.setProperty("examples", "list", JsonText.parse("[1, 2]"));
          execution.setProperty("examples", "odd", ParameterValue.of("mlmd-struct::x"));
        });
    RunResult result = project.run();
    var properties = Project.output(result, "A", "examples").artifact().properties();
    assertEquals(all, properties.get("struct"));
    assertEquals(ParameterValue.of(0.25), properties.get("real"));
    assertEquals(ParameterValue.of("[1, 2]"), properties.get("list"));
    assertEquals(ParameterValue.of("\"mlmd-struct::x\""), properties.get("odd"));
  }

  @Test
  void runsAreListedNewestFirst() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    assertEquals(List.of(), RunHistory.runs(project.root));
    RunResult first = project.run();
    RunResult second = project.set("B", "suffix", "x").run();
    List<RunHistory.PastRun> runs = RunHistory.runs(project.root);
    assertEquals(
        List.of(second.run(), first.run()), runs.stream().map(RunHistory.PastRun::run).toList());
    List<String> nodes = new ArrayList<>();
    runs.getFirst().nodes().forEach((name, node) -> nodes.add(name + " " + node.state()));
    assertEquals(List.of("A CACHED", "B COMPLETE"), nodes);
    assertEquals("p", runs.getFirst().pipeline());
  }
}
