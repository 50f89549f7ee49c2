package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
  private Projects projects;
  private Path file;

  @BeforeEach
  void write() {
    projects =
        new Projects(fx.executor(), ComponentRegistry.of(List.of()), folder.resolve("settings"));
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
    assertFalse(project.undoable().get());
  }

  @Test
  void aNewProjectAsksWhereToSave() throws Exception {
    Project project = projects.untitled("untitled");
    assertNull(project.file().get());
    assertEquals(FileState.NONE, project.fileState().get());
    assertThrows(IllegalStateException.class, project::save);
    Path target = folder.resolve("new.pipewright");
    assertEquals(SaveResult.SAVED, wait(project.saveAs(target)));
    assertEquals(target, project.file().get());
    assertEquals("untitled", ProjectFile.read(target).name());
  }

  @Test
  void saysThatItCannotBeWrittenAndKeepsTheOldFile() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    CompletableFuture<SaveResult> save = project.saveAs(folder.resolve("no/such/p.pipewright"));
    ExecutionException e = assertThrows(ExecutionException.class, () -> wait(save));
    assertInstanceOf(EnvironmentException.class, e.getCause());
    assertEquals(file, project.file().get());
    assertTrue(project.dirty().get());
    assertEquals(start, ProjectFile.read(file));
    assertEquals(SaveResult.SAVED, wait(project.save()));
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
