package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitHandlerTest {

  private static final NodeId EXIT = new NodeId("Exit");

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void make() {
    project = Project.of(folder, "A: Text", "B: Join A");
    project.pipeline = new Edit.AddNode(0, Node.of(EXIT, "ExitHandler")).apply(project.pipeline);
    project.set("Exit", "output_folder", "status");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("status/final_status.jsonl"));
  }

  @Test
  void runsLastAndNotesHowEachRunEnded() throws IOException {
    RunResult first = project.run();
    assertEquals("{Exit=DONE, A=DONE, B=DONE}", Project.outcomes(first));
    assertEquals(
        EXIT, project.events(RunEvent.NodeDone.class).getLast().node(), "the handler is last");
    project.set("A", "text", "new");
    project.fakes.hooks.put(
        "A",
        execution -> {
          throw new DataException("Bad row.", Location.NONE, "Mend it.");
        });
    RunResult second = project.run();
    assertEquals("{Exit=DONE, A=FAILED, B=SKIPPED}", Project.outcomes(second));
    assertEquals(
        List.of(
            "{\"state\": \"SUCCEEDED\", \"pipelineJobResourceName\": \"" + first.run() + "\"}",
            "{\"state\": \"FAILED\", \"error\": {\"code\": 9, \"message\": \"Bad row.\"},"
                + " \"pipelineJobResourceName\": \""
                + second.run()
                + "\", \"pipelineTaskName\": \"A\"}"),
        lines());
  }

  @Test
  void runsAlsoWhenTheRunIsCancelled() throws IOException {
    project.fakes.hooks.put(
        "A",
        execution -> {
          project.cancellation.cancel();
          Thread.sleep(60_000);
        });
    RunResult result = project.run();
    assertEquals("{Exit=DONE, A=CANCELLED, B=CANCELLED}", Project.outcomes(result));
    assertEquals(
        "{\"state\": \"CANCELLED\", \"pipelineJobResourceName\": \"" + result.run() + "\"}",
        lines().getFirst());
  }

  @Test
  void aHandlerThatCannotWriteFailsTheRun() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    project.set("Exit", "output_folder", "file");
    RunResult result = project.run();
    assertEquals("{Exit=FAILED, A=DONE, B=DONE}", Project.outcomes(result));
    assertEquals(RunResult.Outcome.FAILED, result.outcome());
  }

  @Test
  void aPartOfThePipelineRunsWithoutItAndAMutedOneDoesNotRun() throws IOException {
    project.run(Selection.to(new NodeId("B")));
    project.edit(new Edit.SetMode(EXIT, Node.Mode.MUTED)).run();
    assertFalse(Files.exists(folder.resolve("status")));
  }
}
