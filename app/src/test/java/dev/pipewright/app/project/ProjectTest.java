package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.PipelineDiff;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.pipeline.file.WholeFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  private static final NodeId A = new NodeId("A");

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();
  private final Pipeline start = Pipeline.of("p", List.of(Node.of(A, "Trainr")));
  private final List<EngineException> troubles = new ArrayList<>();
  private FileWriter writer = WholeFile::write;
  private Projects projects;
  private Path file;

  @BeforeEach
  void write() {
    projects =
        new Projects(
            fx.executor(),
            ComponentRegistry.of(List.of(new Reader())),
            folder.resolve("settings"),
            troubles::add,
            (path, content) -> writer.write(path, content));
    file = folder.resolve("p.pipewright");
    ProjectFile.write(file, start);
  }

  @Test
  void opensAndSaves() throws Exception {
    Project project = projects.open(file);
    assertEquals(start, project.document().get());
    assertEquals(file, project.file().get());
    assertFalse(project.dirty().get());
    project.edit(new Edit.SetSeed(7));
    assertTrue(project.dirty().get());
    assertEquals(SaveResult.SAVED, wait(project.save()));
    assertFalse(project.dirty().get());
    assertEquals(start.withSeed(7), ProjectFile.read(file));
    project.undo();
    assertTrue(project.dirty().get());
    project.redo();
    assertFalse(project.dirty().get());
  }

  @Test
  void whatIsEditedWhileItIsSavedIsStillToBeSaved() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    CompletableFuture<SaveResult> save = project.save();
    project.edit(new Edit.SetSeed(8));
    wait(save);
    assertTrue(project.dirty().get());
    assertEquals(start.withSeed(7), ProjectFile.read(file));
  }

  @Test
  void savesOneAfterTheOther() throws Exception {
    Project project = projects.open(file);
    for (int seed = 10; seed < 30; seed++) {
      project.edit(new Edit.SetSeed(seed));
      project.save();
    }
    assertEquals(SaveResult.SAVED, wait(project.save()));
    assertEquals(start.withSeed(29), ProjectFile.read(file));
    assertFalse(project.dirty().get());
  }

  @Test
  void saysWhereAFileIsWrong() throws Exception {
    Files.writeString(file, "{\n  \"format\": 1,\n  \"name\" 3\n}");
    ProjectException e = assertThrows(ProjectException.class, () -> projects.open(file));
    assertEquals(3, e.where().line());
    assertThrows(ProjectException.class, () -> projects.open(folder.resolve("missing")));
  }

  @Test
  void doesNotOverwriteWhatSomebodyElseHasWritten() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    ProjectFile.write(file, start.withSeed(99));
    assertEquals(SaveResult.CHANGED_ON_DISK, wait(project.save()));
    assertEquals(FileState.CHANGED, project.fileState().get());
    assertEquals(start.withSeed(99), ProjectFile.read(file));
    assertTrue(project.dirty().get());
    assertEquals(SaveResult.SAVED, wait(project.overwrite()));
    assertEquals(start.withSeed(7), ProjectFile.read(file));
    assertEquals(FileState.SAME, project.fileState().get());
  }

  @Test
  void noticesWhatHappensToItsFile() throws Exception {
    Project project = projects.open(file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    project.checkFile();
    ProjectFile.write(file, start.withSeed(99));
    project.checkFile();
    fx.runUntil(() -> project.fileState().get() == FileState.CHANGED);
    Files.delete(file);
    project.checkFile();
    fx.runUntil(() -> project.fileState().get() == FileState.GONE);
    assertEquals(SaveResult.SAVED, wait(project.save()));
    assertEquals(start, ProjectFile.read(file));
  }

  @Test
  void aFileThatWasOnlyTouchedHasNotChanged() throws Exception {
    Project project = projects.open(file);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    project.edit(new Edit.SetSeed(7));
    assertEquals(SaveResult.SAVED, wait(project.save()));
  }

  @Test
  void readsItsFileAgain() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    ProjectFile.write(file, start.withSeed(99));
    wait(project.reload());
    assertEquals(start.withSeed(99), project.document().get());
    assertFalse(project.dirty().get());
    project.undo();
    assertEquals(start.withSeed(7), project.document().get());
    assertTrue(project.dirty().get());
  }

  @Test
  void aNewProjectAsksWhereToSave() throws Exception {
    Project project = projects.untitled("untitled");
    assertNull(project.file().get());
    assertEquals(FileState.NONE, project.fileState().get());
    assertThrows(IllegalStateException.class, project::save);
    Path target = folder.resolve("new.pipewright");
    assertEquals(0, wait(project.saveAs(target)));
    assertEquals(target, project.file().get());
    assertEquals("new", ProjectFile.read(target).name());
    assertFalse(project.dirty().get());
  }

  @Test
  void saysThatItCannotBeWrittenAndKeepsTheOldFile() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    CompletableFuture<Integer> save = project.saveAs(folder.resolve("no/such/p.pipewright"));
    ExecutionException e = assertThrows(ExecutionException.class, () -> wait(save));
    assertInstanceOf(EnvironmentException.class, e.getCause());
    assertEquals(file, project.file().get());
    assertTrue(project.dirty().get());
    assertEquals(start, ProjectFile.read(file));
    assertEquals(SaveResult.SAVED, wait(project.save()));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndTheEdits() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    writer =
        (path, content) -> {
          throw new FileSystemException(path.toString(), null, "No space left on device");
        };
    ExecutionException e = assertThrows(ExecutionException.class, () -> wait(project.save()));
    EnvironmentException why = assertInstanceOf(EnvironmentException.class, e.getCause());
    assertEquals("It cannot be written: no space left on device.", why.what());
    assertEquals(start, ProjectFile.read(file));
    assertTrue(project.dirty().get());
    assertEquals(7, project.document().get().seed());
    writer = WholeFile::write;
    assertEquals(SaveResult.SAVED, wait(project.save()));
  }

  @Test
  void saysThatItsFolderIsGone() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner")).resolve("p.pipewright");
    ProjectFile.write(inner, start);
    Project project = projects.open(inner);
    project.edit(new Edit.SetSeed(7));
    Files.delete(inner);
    Files.delete(inner.getParent());
    ExecutionException e = assertThrows(ExecutionException.class, () -> wait(project.save()));
    EnvironmentException why = assertInstanceOf(EnvironmentException.class, e.getCause());
    assertEquals("Its folder is no longer there.", why.what());
    assertTrue(project.dirty().get());
  }

  @Test
  void doesNotReplaceAFileThatIsReadOnly() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    assertTrue(file.toFile().setReadOnly());
    assertEquals(SaveResult.READ_ONLY, wait(project.save()));
    assertEquals(start, ProjectFile.read(file));
    assertTrue(project.dirty().get());
    assertEquals(SaveResult.SAVED, wait(project.overwrite()));
    assertEquals(start.withSeed(7), ProjectFile.read(file));
    assertEquals(SaveResult.READ_ONLY, wait(project.save()));
  }

  @Test
  void saysWhatSomebodyElseHasWritten() throws Exception {
    Project project = projects.open(file);
    Pipeline other =
        Pipeline.of("p", List.of(Node.of(A, "Pusher"), Node.of(new NodeId("B"), "Trainer")))
            .withSeed(3);
    ProjectFile.write(file, other);
    PipelineDiff found = wait(project.compare());
    assertEquals(PipelineDiff.Status.CHANGED, found.status(A));
    assertEquals(PipelineDiff.Status.ADDED, found.status(new NodeId("B")));
    wait(project.reload());
    assertTrue(wait(project.compare()).isEmpty());
  }

  @Test
  void pathsLeadToTheSameDataFromAnotherFolder() throws Exception {
    Pipeline reading =
        new Edit.SetParameter(A, "input", ParameterValue.of("data"))
            .apply(Pipeline.of("p", List.of(Node.of(A, Reader.NAME))));
    ProjectFile.write(file, reading);
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    Path target = Files.createDirectories(folder.resolve("other/place")).resolve("copy.pipewright");
    assertEquals(1, wait(project.saveAs(target)));
    Pipeline moved =
        new Edit.SetParameter(A, "input", ParameterValue.of("../../data"))
            .apply(reading.withSeed(7));
    assertEquals(moved, ProjectFile.read(target));
    assertEquals(moved, project.document().get());
    assertFalse(project.dirty().get());
    assertEquals("p", moved.name());
    project.undo();
    assertEquals(reading.withSeed(7), project.document().get());
    assertTrue(project.dirty().get());
  }

  @Test
  void whatIsEditedWhileItIsSavedElsewhereIsStillToBeSaved() throws Exception {
    Project project = projects.open(file);
    Path target = folder.resolve("copy.pipewright");
    CompletableFuture<Integer> save = project.saveAs(target);
    project.edit(new Edit.SetSeed(8));
    wait(save);
    assertTrue(project.dirty().get());
    assertEquals(start, ProjectFile.read(target));
    assertEquals(target, project.file().get());
  }

  @Test
  void tellsOnceThatUnsavedChangesCannotBeKept() throws Exception {
    Files.writeString(folder.resolve("settings"), "a file where a folder should be");
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(() -> !troubles.isEmpty());
    project.edit(new Edit.SetSeed(8));
    fx.runFor(Duration.ofMillis(1_500));
    assertEquals(1, troubles.size());
    assertEquals(
        "Check the settings folder's rights and free space, and save often until then.",
        troubles.getFirst().fix());
  }

  @Test
  void saysWhatIsWrongWithTheDocument() {
    Project project = projects.open(file);
    fx.runUntil(() -> !project.problems().get().isEmpty());
    assertEquals(A, project.problems().get().getFirst().node());
    project.edit(new Edit.RemoveNode(A));
    fx.runUntil(
        () ->
            project.problems().get().stream().allMatch(problem -> problem.node() == null)
                && !project.problems().get().isEmpty());
    assertEquals("The pipeline is empty.", project.problems().get().getFirst().what());
  }

  private <T> T wait(CompletableFuture<T> future) throws Exception {
    fx.runUntil(future::isDone);
    return future.get();
  }
}
