package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ComponentRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {

  @TempDir Path folder;

  private Project bless(Project project, boolean isBlessed) {
    return project.edit(
        new Edit.SetParameter(new NodeId("Evaluator"), "bless", ParameterValue.of(isBlessed)));
  }

  private static List<OutputArtifact> baseline(RunResult result) {
    return result.nodes().get(new NodeId("Resolver")).outputs().getOrDefault("model", List.of());
  }

  @Test
  void aSecondRunEvaluatesAgainstTheNewBaselineAndAThirdDoesNothing() {
    Project project = new Project(folder, Project.TRAINING);
    RunResult first = project.run();
    assertEquals(
        "{Gen=DONE, Resolver=DONE, Trainer=DONE, Evaluator=DONE, Pusher=DONE}",
        Project.outcomes(first));
    assertEquals("model of t against none", Project.text(first, "Evaluator", "evaluation"));
    RunResult second = project.run();
    assertEquals(
        "{Gen=CACHED, Resolver=DONE, Trainer=CACHED, Evaluator=DONE, Pusher=CACHED}",
        Project.outcomes(second));
    assertEquals("model of t against model of t", Project.text(second, "Evaluator", "evaluation"));
    assertEquals(
        "{Gen=CACHED, Resolver=DONE, Trainer=CACHED, Evaluator=CACHED, Pusher=CACHED}",
        Project.outcomes(project.run()));
  }

  @Test
  void aModelThatWasNotBlessedIsNoBaseline() {
    Project project = bless(new Project(folder, Project.TRAINING), false);
    project.run();
    assertEquals(List.of(), baseline(project.run()));
  }

  @Test
  void theNewestBlessedModelIsTheBaseline() {
    Project project = new Project(folder, Project.TRAINING);
    RunResult good = project.run();
    bless(project, false).set("Gen", "text", "worse").run();
    Artifact found = baseline(project.run()).getFirst().artifact();
    assertEquals(Project.output(good, "Trainer", "model").artifact(), found);
    RunResult better = bless(project, true).set("Gen", "text", "better").run();
    assertEquals(
        Project.output(better, "Trainer", "model").artifact(),
        baseline(project.run()).getFirst().artifact());
  }

  @Test
  void aBlessedModelThatWasDeletedIsNoBaseline() throws IOException {
    Project project = new Project(folder, Project.TRAINING);
    Folders.delete(Project.output(project.run(), "Trainer", "model").artifact().uri());
    assertEquals(List.of(), baseline(project.run()));
  }

  @Test
  void theLatestArtifactNeedsNoBlessing() {
    Project project = bless(new Project(folder, Project.TRAINING), false);
    RunResult first = project.run();
    project.set("Resolver", "strategy", "latest_artifact");
    assertEquals(
        Project.output(first, "Trainer", "model").artifact(),
        baseline(project.run()).getFirst().artifact());
  }

  @Test
  void anInputThatMustHaveAnArtifactFailsWithoutOne() {
    Project project =
        new Project(
            folder,
            """
            {"format": 1, "name": "p", "nodes": [
              {"id": "R", "component": "Resolver"},
              {"id": "P", "component": "Pusher", "inputs": {"model": "R.model"}}
            ]}
            """);
    assertEquals("{R=DONE, P=FAILED}", Project.outcomes(project.run()));
    assertEquals(
        "Its input model has no artifact: R.model gave none.",
        project.events(RunEvent.NodeFailed.class).getFirst().failure().what());
  }

  private Project importing() throws IOException {
    Files.createDirectories(folder.resolve("kept"));
    Files.writeString(folder.resolve("kept/data.txt"), "kept");
    return new Project(
        folder,
        """
        {"format": 1, "name": "p", "nodes": [
          {"id": "I", "component": "Importer", "parameters":
            {"source_uri": "kept", "artifact_type": "Examples",
             "properties": {"split_names": "[\\"a\\"]"}}},
          {"id": "J", "component": "Join", "inputs": {"examples": "I.result"}}
        ]}
        """);
  }

  @Test
  void anImportedArtifactIsUsedAgainUntilItsContentChanges() throws IOException {
    Project project = importing();
    RunResult first = project.run();
    Artifact imported = Project.output(first, "I", "result").artifact();
    assertEquals(folder.resolve("kept"), imported.uri());
    assertEquals(ParameterValue.of("[\"a\"]"), imported.properties().get("split_names"));
    assertEquals("kept", Project.text(first, "J", "examples"));
    RunResult second = project.run();
    assertEquals("{I=DONE, J=CACHED}", Project.outcomes(second));
    assertEquals(imported, Project.output(second, "I", "result").artifact());
    Files.writeString(folder.resolve("kept/data.txt"), "KEPT");
    RunResult third = project.run();
    assertEquals("{I=DONE, J=DONE}", Project.outcomes(third));
    assertNotEquals(imported.id(), Project.output(third, "I", "result").artifact().id());
  }

  @Test
  void reimportMakesANewArtifactOfTheSameContent() throws IOException {
    Project project = importing();
    Artifact first = Project.output(project.run(), "I", "result").artifact();
    project.edit(new Edit.SetParameter(new NodeId("I"), "reimport", ParameterValue.of(true)));
    RunResult again = project.run();
    assertEquals("{I=DONE, J=CACHED}", Project.outcomes(again));
    assertNotEquals(first.id(), Project.output(again, "I", "result").artifact().id());
  }

  @Test
  void importingWhatIsNotThereSaysSo() throws IOException {
    Project project = importing().set("I", "source_uri", "gone");
    assertEquals("{I=FAILED, J=SKIPPED}", Project.outcomes(project.run()));
    assertTrue(
        project
            .events(RunEvent.NodeFailed.class)
            .getFirst()
            .failure()
            .what()
            .startsWith("There is no such file or folder: "));
  }

  @Test
  void theServiceLoaderFindsTheRunnersComponents() {
    assertEquals(List.of("ExitHandler", "Importer", "Resolver"), ComponentRegistry.load().names());
  }
}
