package dev.pipewright.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pipewright.app.thread.FxQueue;
import dev.pipewright.app.thread.Patience;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.file.ProjectFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
    return new Projects(
        fx.executor(), ComponentRegistry.of(List.of()), folder.resolve("settings"), e -> {});
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
    Process window = start(Window.class);
    window.inputReader().readLine();
    fx.runUntil(Patience.of(SOON), () -> stores() == 1);
    assertEquals(List.of(), recovered());
    window.destroyForcibly().waitFor();

    Project project = recovered().getFirst();
    assertEquals(start.withSeed(7), project.document().get());
    assertEquals(file, project.file().get());
    assertTrue(project.dirty().get());
    project.save();
    fx.runUntil(() -> !project.dirty().get());
    assertEquals(start.withSeed(7), ProjectFile.read(file));
    fx.runUntil(() -> stores() == 0);
  }

  /// A window in which somebody edits without a pause: of every three edits one adds a node.
  static final class BusyWindow {
    private BusyWindow() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      FxQueue fx = new FxQueue();
      Project project = projects(fx, folder).open(folder.resolve("p.pipewright"));
      for (int step = 1; step < 10_000; step++) {
        project.edit(edit(step));
        System.out.println(step + " " + System.nanoTime());
        fx.runFor(Duration.ofMillis(20));
      }
    }

    private static Edit edit(int step) {
      return step % 3 == 0
          ? new Edit.AddNode(0, Node.of(new NodeId("node" + step), "Importer"))
          : new Edit.SetSeed(step);
    }

    /// The document after so many edits.
    static Pipeline after(Pipeline start, int steps) {
      Pipeline document = start;
      for (int step = 1; step <= steps; step++) {
        document = edit(step).apply(document);
      }
      return document;
    }
  }

  @Test
  void aKillAtAnyMomentLosesAtMostTheLastSecond() throws Exception {
    Random random = new Random(20);
    List<Callable<Integer>> kills =
        IntStream.range(0, 20)
            .mapToObj(i -> random.nextLong(50, 3_500))
            .map(millis -> (Callable<Integer>) () -> killAfter(millis))
            .toList();
    try (ExecutorService several = Executors.newFixedThreadPool(4)) {
      int most = 0;
      for (Future<Integer> kill : several.invokeAll(kills)) {
        most = Math.max(most, kill.get());
      }
      // On a machine with more to do the second is longer, but not so long that nothing is kept.
      assertTrue(most > 0, "nothing was kept of any");
    }
  }

  /// @return after how many edits the document was what was kept of it
  private int killAfter(long millis) throws Exception {
    Path own = Files.createDirectory(folder.resolve("after-" + millis));
    ProjectFile.write(own.resolve("p.pipewright"), start);
    Process window = start(BusyWindow.class, own);
    BufferedReader said = window.inputReader();
    List<String> lines = new ArrayList<>(List.of(said.readLine()));
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < end) {
      lines.add(said.readLine());
    }
    long killed = System.nanoTime();
    window.destroyForcibly().waitFor();
    long safe = killed - Patience.of(Duration.ofSeconds(1)).toNanos();
    int old =
        lines.stream()
            .map(line -> line.split(" "))
            .filter(line -> Long.parseLong(line[1]) < safe)
            .mapToInt(line -> Integer.parseInt(line[0]))
            .max()
            .orElse(0);
    FxQueue next = new FxQueue();
    List<Project> left = projects(next, own).recover(e -> fail(e));
    next.runUntil(() -> left.stream().allMatch(project -> project.dirty().get()));
    Pipeline found = left.isEmpty() ? start : left.getFirst().document().get();
    int kept =
        IntStream.range(0, lines.size() + 100)
            .filter(steps -> BusyWindow.after(start, steps).equals(found))
            .findFirst()
            .orElseThrow(() -> new AssertionError("never was " + found));
    assertTrue(kept >= old, "after " + millis + " ms: " + kept + " of " + old);
    assertEquals(start, ProjectFile.read(own.resolve("p.pipewright")));
    return kept;
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
    Project again = recovered().getFirst();
    assertEquals(7, again.document().get().seed());
    assertEquals("new", again.document().get().name());
    assertNull(again.file().get());
    assertTrue(again.dirty().get());
  }

  @Test
  void whatWasRecoveredCanBeTakenBack() throws Exception {
    leave(7);
    Project again = recovered().getFirst();
    again.undo();
    assertEquals(start, again.document().get());
    assertFalse(again.dirty().get());
    again.redo();
    assertEquals(start.withSeed(7), again.document().get());
    assertTrue(again.dirty().get());
  }

  @Test
  void saysThatTheFileHasChangedSince() throws Exception {
    leave(7);
    ProjectFile.write(file, start.withSeed(99));
    Project again = recovered().getFirst();
    fx.runUntil(() -> again.fileState().get() == FileState.CHANGED);
    assertEquals(7, again.document().get().seed());
  }

  @Test
  void whatWasThrownAwayIsNotOfferedAgain() throws Exception {
    leave(7);
    recovered().getFirst().close();
    assertEquals(List.of(), recovered());
    assertEquals(0, stores());
  }

  @Test
  void ofTwoThatWereLeftTheNewerHasTheFile() throws Exception {
    leave(7);
    leave(8);
    List<Project> both = recovered();
    assertEquals(List.of(8L, 7L), both.stream().map(p -> p.document().get().seed()).toList());
    assertEquals(file, both.get(0).file().get());
    assertNull(both.get(1).file().get());
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTold() throws Exception {
    leave(7);
    Path store = stored().getFirst();
    Files.writeString(store, Files.readString(store).replace("\\\"seed\\\": 7", "\\\"seed\\\": x"));
    List<EngineException> damaged = new ArrayList<>();
    assertEquals(List.of(), projects.recover(damaged::add));
    assertEquals(1, damaged.size());
    String where = damaged.getFirst().where().toString();
    assertTrue(where.endsWith(".recovery.damaged"), where);
    assertTrue(Files.exists(Path.of(where)));
    assertEquals(List.of(), projects.recover(damaged::add));
    assertEquals(1, damaged.size());
  }

  @Test
  void aFileThatIsNoneOfItsOwnIsLeftAlone() throws Exception {
    Path recovery = Files.createDirectories(folder.resolve("settings/recovery"));
    Files.writeString(recovery.resolve("damaged.recovery"), "{\"time\": 3");
    Files.writeString(recovery.resolve("other.recovery"), "{}");
    assertEquals(List.of(), recovered());
    assertEquals(2, stores());
  }

  private Process start(Class<?> window) throws IOException {
    return start(window, folder);
  }

  private static Process start(Class<?> window, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            window.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Leaves unsaved changes as a window does that ends.
  private void leave(long seed) throws IOException {
    long before = stores();
    FxQueue other = new FxQueue();
    Project project = projects(other, folder).open(file);
    project.edit(new Edit.SetSeed(seed));
    other.runUntil(Patience.of(SOON), () -> stores() == before + 1);
    outlive();
  }

  /// Opens what was left, as a window does that starts.
  private List<Project> recovered() {
    List<Project> left = projects.recover(e -> fail(e));
    fx.runUntil(() -> left.stream().allMatch(project -> project.dirty().get()));
    return left;
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
    return stored().size();
  }

  private List<Path> stored() {
    Path recovery = folder.resolve("settings/recovery");
    if (!Files.isDirectory(recovery)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(recovery)) {
      return files.filter(f -> f.toString().endsWith(".recovery")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
