package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.thread.Patience;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private final FxQueue fx = new FxQueue();
  private final Pipeline start = Pipeline.of("p", List.of());
  private Projects projects;
  private Path file;

  @BeforeEach
  void write() {
    projects = projects(fx, folder);
    file = folder.resolve("p.pipewright");
    ProjectFile.write(file, start);
  }

  private static Projects projects(FxQueue fx, Path folder) {
    return new Projects(fx.executor(), ComponentRegistry.of(List.of()), folder.resolve("settings"));
  }

  /// A window to be killed.
  static final class Window {
    private Window() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      FxQueue fx = new FxQueue();
      Project project = projects(fx, folder).open(folder.resolve("p.pipewright"));
      project.edit(new Edit.SetSeed(7));
      System.out.println("edited");
      fx.runFor(Duration.ofMinutes(1));
    }
  }

  @Test
  void aKilledWindowLosesNothingThatIsOlderThanTwoSeconds() throws Exception {
    Process window =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Window.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    window.inputReader().readLine();
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    assertEquals(List.of(), projects.recoverable());
    window.destroyForcibly().waitFor();

    Recovered left = projects.recoverable().getFirst();
    assertEquals(file, left.project());
    Project project = projects.recover(left);
    assertEquals(start.withSeed(7), project.document().get());
    assertEquals(file, project.file().get());
    assertTrue(project.dirty().get());
    project.save();
    fx.runUntil(() -> !project.dirty().get());
    assertEquals(start.withSeed(7), ProjectFile.read(file));
    fx.runUntil(() -> stores() == 0);
  }

  @Test
  void keepsWhatIsNotSavedAndSaysWhen() {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(Patience.of(SOON), () -> project.autosaved().get() != null);
    assertEquals(1, stores());
    project.undo();
    fx.runUntil(Patience.of(SOON), () -> stores() == 0);
    fx.runUntil(() -> project.autosaved().get() == null);
  }

  @Test
  void aProjectThatIsClosedLeavesNothing() {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    project.edit(new Edit.SetSeed(8));
    project.close();
    assertEquals(0, stores());
    fx.runFor(SOON);
    assertEquals(0, stores());
  }

  @Test
  void keepsAProjectThatWasNeverSaved() throws Exception {
    Project project = projects.untitled("new");
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    outlive();
    Recovered left = projects.recoverable().getFirst();
    assertNull(left.project());
    assertEquals("new", left.name());
    Project again = projects.recover(left);
    assertEquals(7, again.document().get().seed());
    assertNull(again.file().get());
  }

  @Test
  void saysThatTheFileHasChangedSince() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    outlive();
    ProjectFile.write(file, start.withSeed(99));
    Project again = projects.recover(projects.recoverable().getFirst());
    fx.runUntil(() -> again.fileState().get() == FileState.CHANGED);
  }

  @Test
  void whatIsDiscardedIsNotOfferedAgain() throws Exception {
    Project project = projects.open(file);
    project.edit(new Edit.SetSeed(7));
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    outlive();
    projects.discard(projects.recoverable().getFirst());
    assertEquals(List.of(), projects.recoverable());
    assertFalse(Files.list(folder.resolve("settings/recovery")).findAny().isPresent());
  }

  @Test
  void aFileThatIsNoneOfItsOwnIsLeftAlone() throws Exception {
    Path recovery = Files.createDirectories(folder.resolve("settings/recovery"));
    Files.writeString(recovery.resolve("damaged.recovery"), "{\"time\": 3");
    Files.writeString(recovery.resolve("other.recovery"), "{}");
    assertEquals(List.of(), projects.recoverable());
    assertEquals(2, stores());
  }

  /// Makes this process seem to be gone.
  private void outlive() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("settings/recovery"))) {
      for (Path store : files.toList()) {
        String text = Files.readString(store);
        Files.writeString(store, text.replaceFirst("\"started\" : \\d+", "\"started\" : 1"));
      }
    }
  }

  private long stores() {
    Path recovery = folder.resolve("settings/recovery");
    if (!Files.isDirectory(recovery)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(recovery)) {
      return files.filter(f -> f.toString().endsWith(".recovery")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
