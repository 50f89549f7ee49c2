package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootTest {

  @TempDir Path folder;

  @Test
  void theUsualRootLiesBesideTheProject() {
    assertEquals(
        new RunRoot(folder.resolve("penguins.runs")),
        RunRoot.of(folder.resolve("penguins.pipewright")));
  }

  @Test
  void twoRunsInOneProcessDoNotShareARoot() {
    Project project = Project.of(folder, "A: Text");
    Project other = Project.of(folder, "A: Text");
    EnvironmentException[] refused = new EnvironmentException[1];
    project.fakes.hooks.put(
        "A", execution -> refused[0] = assertThrows(EnvironmentException.class, other::run));
    assertEquals(RunResult.Outcome.DONE, project.run().outcome());
    assertEquals(
        "Another run is using this folder (process " + ProcessHandle.current().pid() + ").",
        refused[0].what());
    assertEquals(RunResult.Outcome.DONE, other.run().outcome());
  }

  @Test
  void theRootIsFreeWhenARunSaysThatItHasFinished() {
    Project project = Project.of(folder, "A: Text");
    Project next = Project.of(folder, "A: Text");
    List<RunResult> results = new ArrayList<>();
    project.also =
        event -> {
          if (event instanceof RunEvent.RunFinished) {
            results.add(next.run());
          }
        };
    project.run();
    assertEquals(List.of("{A=CACHED}"), results.stream().map(Project::outcomes).toList());
  }

  @Test
  void leavesAloneWhatLiesUnderARootWhoseMetadataWasDeleted() throws IOException {
    Project project = Project.of(folder, "A: Text");
    project.run();
    Path made = project.root.output(new NodeId("A"), "examples", 1);
    assertTrue(Files.exists(made));
    Path kept = Files.writeString(made.resolve("mine.txt"), "precious");
    Files.delete(project.root.metadata());
    assertEquals("{A=DONE}", Project.outcomes(project.run()));
    assertEquals("precious", Files.readString(kept));
    assertTrue(Files.exists(project.root.output(new NodeId("A"), "examples", 2)));
  }

  @Test
  void twoProcessesDoNotShareARoot() throws Exception {
    Project project = KilledRun.project(folder);
    Process process = KilledRun.start(folder);
    try {
      while (!Files.exists(project.root.metadata())) {
        Thread.sleep(5);
      }
      EnvironmentException e = assertThrows(EnvironmentException.class, project::run);
      assertTrue(e.what().contains("(process " + process.pid() + ")"), e.what());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(RunResult.Outcome.DONE, project.run().outcome());
  }

  @Test
  void aRootThatCannotBeWrittenIsAnErrorWithAFix() throws IOException {
    Files.writeString(folder.resolve("p.runs"), "a file where the root should be");
    Project project = Project.of(folder, "A: Text");
    EnvironmentException e = assertThrows(EnvironmentException.class, project::run);
    assertEquals(Location.of(project.root.folder()), e.where());
    assertTrue(e.what().startsWith("The folder for runs cannot be written to: "), e.what());
  }

  @Test
  void anOutputThatCannotBePutInPlaceFailsItsNode() throws IOException {
    Project project = Project.of(folder, "A: Text");
    Files.createDirectories(project.root.folder());
    Files.writeString(project.root.folder().resolve("A"), "a file where the folder should be");
    assertEquals("{A=FAILED}", Project.outcomes(project.run()));
    assertEquals(List.of(), Folders.list(project.root.staging()));
  }

  @Test
  void aLogThatCannotBeWrittenIsAWarning() throws IOException {
    Project project = Project.of(folder, "A: Text");
    Files.createDirectories(project.root.own());
    Files.writeString(project.root.own().resolve("logs"), "a file where the folder should be");
    project.fakes.hooks.put(
        "A",
        execution -> {
          execution.progress().log("one");
          execution.progress().log("two");
        });
    assertEquals("{A=DONE}", Project.outcomes(project.run()));
    assertEquals(1, project.events(RunEvent.Warned.class).size());
    assertEquals(2, project.events(RunEvent.Logged.class).size());
  }

  @Test
  void linesOfTheLogGoToAFileOfTheRun() throws IOException {
    Project project = Project.of(folder, "A: Text");
    project.fakes.hooks.put("A", execution -> execution.progress().log("hello"));
    RunResult result = project.run();
    Path log = project.root.log(result.run(), new NodeId("A"));
    assertTrue(Files.readString(log).endsWith(" hello\n"));
  }

  @Test
  void workThatNobodyCameBackToGoesAfterAMonth() throws IOException {
    Project project = Project.of(folder, "A: Text");
    Path old = Files.createDirectories(project.root.work("old"));
    Path recent = Files.createDirectories(project.root.work("recent"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(31 * 86_400)));
    project.run();
    assertEquals(List.of(recent), Folders.list(project.root.work()));
  }
}
