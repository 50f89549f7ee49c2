package dev.pipewright.app.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.project.Project;
import dev.pipewright.app.project.Projects;
import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.versions.VersionKeeper.Entry;
import dev.pipewright.app.versions.VersionKeeper.History;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionKeeperTest {

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();
  private final List<EngineException> troubles = new ArrayList<>();
  private final Pipeline start =
      Pipeline.of("p", List.of(Node.of(new NodeId("A"), "StatisticsGen")));
  private Instant now = Instant.parse("2026-03-10T12:00:00Z");
  private Project project;
  private VersionKeeper keeper;

  @BeforeEach
  void open() {
    Path file = folder.resolve("p.pipewright");
    ProjectFile.write(file, start);
    Projects projects =
        new Projects(
            fx.executor(),
            ComponentRegistry.of(List.of()),
            folder.resolve("settings"),
            troubles::add);
    project = projects.open(file);
    keeper = keeper();
  }

  private VersionKeeper keeper() {
    return new VersionKeeper(
        project,
        new VersionKeeper.Services(
            folder.resolve("versions"), fx.executor(), () -> now, troubles::add));
  }

  private void wait(CompletableFuture<?> done) {
    fx.runUntil(done::isDone);
  }

  private void save() {
    int before = keeper.revision().get();
    wait(project.save());
    fx.runUntil(() -> keeper.revision().get() > before);
  }

  private History read() {
    List<History> found = new ArrayList<>();
    keeper.read(found::add, troubles::add);
    fx.runUntil(() -> !found.isEmpty() || !troubles.isEmpty());
    return found.getFirst();
  }

  private List<Long> seeds() {
    return read().entries().stream().map(e -> e.version().pipeline().seed()).toList();
  }

  @Test
  void keepsWhatIsSavedAndWhatWasThereBefore() {
    project.edit(new Edit.SetSeed(2));
    now = now.plusSeconds(60);
    save();
    now = now.plusSeconds(60);
    project.edit(new Edit.RemoveNode(new NodeId("A")));
    save();
    assertEquals(
        List.of("A removed", "seed 1 \u2192 2", "1 node, the first version kept"),
        read().entries().stream().map(Entry::words).toList());
    assertEquals(List.of(2L, 2L, 1L), seeds());
  }

  @Test
  void keepsWhatIsEditedEveryTenMinutes() {
    project.edit(new Edit.SetSeed(2));
    fx.runUntil(() -> project.autosaved().get() != null);
    assertEquals(List.of(), seeds());
    now = now.plus(Duration.ofMinutes(11));
    project.edit(new Edit.SetSeed(3));
    fx.runUntil(() -> keeper.revision().get() == 1);
    project.edit(new Edit.SetSeed(4));
    fx.runFor(Duration.ofMillis(1300));
    assertEquals(List.of(3L, 1L), seeds());
    assertEquals(Version.Kind.AUTOSAVED, read().entries().getFirst().version().kind());
  }

  @Test
  void restoresByOneEditAndKeepsWhatWasThere() {
    project.edit(new Edit.SetSeed(2));
    save();
    project.edit(new Edit.SetSeed(9));
    now = now.plusSeconds(60);
    Version first = read().entries().getLast().version();
    wait(keeper.restore(first));
    assertEquals(start, project.document().get());
    assertTrue(project.dirty().get());
    assertEquals(List.of(9L, 2L, 1L), seeds());
    project.undo();
    assertEquals(start.withSeed(9), project.document().get());
  }

  @Test
  void tellsOnceThatNothingCanBeKept() throws IOException {
    Files.writeString(folder.resolve("versions"), "a file where the folder should be");
    for (int seed = 2; seed < 4; seed++) {
      project.edit(new Edit.SetSeed(seed));
      wait(project.save());
      fx.runUntil(() -> !troubles.isEmpty());
    }
    fx.runFor(Duration.ofMillis(100));
    assertEquals(1, troubles.size());
    assertEquals(start.withSeed(3), ProjectFile.read(folder.resolve("p.pipewright")));
  }

  @Test
  void aProjectThatWasNeverSavedHasNone() {
    Projects projects =
        new Projects(
            fx.executor(),
            ComponentRegistry.of(List.of()),
            folder.resolve("settings"),
            troubles::add);
    project = projects.untitled("new");
    keeper = keeper();
    wait(keeper.keepNow());
    assertEquals(List.of(), read().entries());
    wait(project.saveAs(folder.resolve("new.pipewright")));
    now = now.plusSeconds(60);
    project.edit(new Edit.SetSeed(5));
    save();
    assertEquals(List.of(5L, 1L), seeds());
  }
}
