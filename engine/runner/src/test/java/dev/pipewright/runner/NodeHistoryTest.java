package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.runner.NodeHistory.Past;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeHistoryTest {

  @TempDir private Path folder;

  @Test
  void tellsWhatANodeWasGivenInEachRun() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.run();
    project.set("B", "suffix", "x");
    project.run();
    List<Past> past = of(project, "B");
    assertEquals(List.of(2, 1), past.stream().map(Past::run).toList());
    assertEquals(
        Optional.of(ParameterValue.of("x")),
        Optional.ofNullable(past.getFirst().parameters().get("suffix")));
    assertEquals(
        List.of("A"),
        past.getFirst().inputs().values().stream()
            .flatMap(List::stream)
            .map(NodeHistory.Given::maker)
            .toList());
    assertEquals(1, past.getFirst().outputs().get("examples").size());
    assertEquals(1, past.getFirst().basis().version());
  }

  private static List<Past> of(Project project, String node) {
    return NodeHistory.of(project.root, project.pipeline, new NodeId(node));
  }

  @Test
  void countsOnWhenThePipelineIsRenamed() throws IOException {
    Project project = Project.of(folder, "A: Text");
    Files.createFile(folder.resolve("p.pipewright"));
    project.run();
    project.edit(new Edit.SetName("another.name"));
    project.run();
    assertEquals(List.of(2, 1), of(project, "A").stream().map(Past::run).toList());
    assertEquals(2, RunHistory.latest(project.root, "another.name").orElseThrow().number());
  }

  @Test
  void countsSeveralPipelinesUnderOneRootApart() {
    Project project = Project.of(folder, "A: Text");
    project.run();
    project.edit(new Edit.SetName("another"));
    project.run();
    assertEquals(List.of(1), of(project, "A").stream().map(Past::run).toList());
    assertEquals(1, RunHistory.latest(project.root, "another").orElseThrow().number());
    assertEquals(1, project.events(RunEvent.RunStarted.class).getFirst().number());
  }

  @Test
  void followsANodeThroughItsNames() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.run();
    project.edit(new Edit.RenameNode(new NodeId("A"), new NodeId("Words")));
    project.run();
    project.edit(new Edit.RenameNode(new NodeId("Words"), new NodeId("Lines")));
    project.run(Selection.to(new NodeId("Lines")));
    assertEquals(List.of(3, 2, 1), of(project, "Lines").stream().map(Past::run).toList());
    // Another node that is called so now has what is done under that name.
    project.edit(Edit.AddNode.last(project.pipeline, Node.of(new NodeId("A"), "Text")));
    assertEquals(List.of(3, 2), of(project, "Lines").stream().map(Past::run).toList());
  }

  @Test
  void keepsTheSeedAndWhatParametersReferTo() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.edit(new Edit.SetSeed(7));
    project.edit(
        new Edit.SetRuntimeParameter(
            new RuntimeParameter(
                "end",
                RuntimeParameter.Kind.STRING,
                ParameterValue.of("x"),
                "",
                ParameterValue.Fields.EMPTY)));
    project.edit(
        new Edit.SetParameter(
            new NodeId("B"), "suffix", new ParameterValue.RuntimeReference("end")));
    project.run();
    assertEquals(
        new NodeHistory.Basis(1, 7L, new TreeMap<>(Map.of("suffix", "end"))),
        of(project, "B").getFirst().basis());
  }

  @Test
  void tellsOneRunByItself() {
    Project project = Project.of(folder, "A: Text", "B: Join A");
    project.run();
    project.run(Selection.to(new NodeId("A")));
    RunHistory.Latest first = RunHistory.run(project.root, "p", 1).orElseThrow();
    assertEquals(List.of("A", "B"), List.copyOf(first.nodes().keySet()));
    assertEquals(1, first.nodes().get("A").run());
    assertEquals(1, first.number());
    RunHistory.Latest second = RunHistory.run(project.root, "p", 2).orElseThrow();
    assertEquals(List.of("A"), List.copyOf(second.nodes().keySet()));
    assertEquals(Optional.empty(), RunHistory.run(project.root, "p", 3));
    assertEquals(List.of(2, 1), List.copyOf(RunHistory.numbered(project.root, "p").keySet()));
  }

  @Test
  void tellsOfNothingBeforeTheFirstRun() {
    assertEquals(List.of(), of(Project.of(folder, "A: Text"), "A"));
  }

  @Test
  void tellsOfFailures() {
    Project project = Project.of(folder, "A: Text");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new IOException("no luck");
        });
    project.run();
    Past failed = of(project, "A").getFirst();
    assertEquals(ExecutionState.FAILED, failed.state());
    assertEquals(true, failed.failure().what().contains("no luck"));
  }
}
