package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.desk.LayoutFile;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The tabs of the last time.
@ExtendWith(FxToolkit.class)
class LastTabsTest {

  private static final Path ARTIFACTS =
      Path.of("..", "component-nodes", "src", "test", "resources", "artifacts", "penguins");
  private static final List<String> GROUP = List.of("StatisticsGen", "SchemaGen", "Transform");

  @TempDir Path folder;

  private OpenWindow window;
  private PipelineTab project;

  private static Path schema() {
    try (Stream<Path> files = Files.walk(ARTIFACTS)) {
      return files
          .filter(file -> file.getFileName().toString().equals("schema.pbtxt"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath()
          .normalize()
          .getParent();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void view(String node, long id, Path where) {
    Fx.run(
        () ->
            window
                .workbench
                .opening()
                .view(
                    project,
                    new ArtifactRow(
                        id,
                        new NodeId(node),
                        "schema",
                        ArtifactType.SCHEMA,
                        where,
                        10,
                        Instant.EPOCH,
                        1)));
    Fx.settle();
  }

  private GraphView graph() {
    return (GraphView) window.find(".graph-view");
  }

  /// A window with a project that is behind, a group, an artifact and one that will be gone, and
  /// the project once more in a window of its own.
  private void fill(Hands hands) throws Exception {
    window = OpenWindow.of(folder);
    project = window.penguins(folder);
    Fx.call(() -> window.window.open(List.of())).get(20, TimeUnit.SECONDS);
    Fx.run(() -> graph().getSelection().selectNodes(GROUP));
    Fx.run(() -> graph().requestFocus());
    hands.press(KeyCode.CONTROL, KeyCode.G);
    hands.type("Preparation");
    hands.press(KeyCode.ENTER).press(KeyCode.CONTROL, KeyCode.S);
    Path other = folder.resolve("other.pipewright");
    Files.copy(folder.resolve("penguins.pipewright"), other);
    Fx.call(() -> window.workbench.open(other)).get(20, TimeUnit.SECONDS);
    Fx.run(() -> window.workbench.selected().set(project));
    Fx.run(
        () ->
            window
                .workbench
                .opening()
                .show(
                    new Tab.Part(
                        project,
                        project.project().document().get().layout().frames().getFirst().id())));
    view("Gone", 8, Files.createDirectories(folder.resolve("gone & #more")));
    view("SchemaGen", 7, schema());
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    Fx.run(() -> window.workbench.selected().set(project));
    Fx.run(
        () ->
            window.workbench.detach(
                window.workbench.opening().again(project), new Point2D(300, 200)));
    Fx.run(
        () ->
            window
                .workbench
                .selected()
                .set(
                    window.workbench.tabs().stream()
                        .filter(Tab.Part.class::isInstance)
                        .findFirst()
                        .orElseThrow()));
    Fx.settle();
  }

  /// The group was worked in before the other tabs came: only with the second window is it all.
  private void awaitTheLayoutOnDisk() throws Exception {
    LayoutFile file = new LayoutFile(folder.resolve("settings"));
    Fx.await(
        "the layout to be kept",
        () ->
            file.read().windows().size() == 1 && file.read().layout().worked().contains("#group="));
  }

  @Test
  void groupsArtifactsAndProjectsComeBackWhereTheyWere(Hands hands) throws Exception {
    fill(hands);
    assertEquals(
        "[penguins.pipewright other.pipewright Preparation* Gone · schema]"
            + " | [SchemaGen · schema*]; [penguins.pipewright*]",
        Drawn.tabs(window));
    // The window that is worked in is the one with the keys.
    assertTrue(Fx.call(() -> window.scene().getWindow().isFocused()));
    awaitTheLayoutOnDisk();
    Files.delete(folder.resolve("gone & #more"));

    window = OpenWindow.of(folder);
    Fx.call(() -> window.window.open(List.of())).get(30, TimeUnit.SECONDS);
    Fx.settle();

    assertEquals(
        "[penguins.pipewright other.pipewright Preparation*]"
            + " | [SchemaGen · schema*]; [penguins.pipewright*]",
        Drawn.tabs(window));
    assertEquals(List.of(), Fx.call(() -> window.errors.notices()));
    assertInstanceOf(Tab.Part.class, Fx.call(() -> window.workbench.selected().get()));
    assertTrue(window.says("3 components"));
    Fx.await("the schema", () -> window.says("species"));
    Screens.write(window.scene(), "last-tabs");
    DetachedWindow own = Fx.call(() -> window.workbench.windows().open().getFirst());
    Settings.Window bounds = Fx.call(own::bounds);
    assertEquals(220, bounds.x());
    // What is behind is not drawn before somebody looks at it.
    PipelineTab behind =
        Fx.call(
            () -> window.workbench.opening().tab(folder.resolve("other.pipewright")).orElseThrow());
    assertSame(CanvasCommands.NONE, Fx.call(behind::canvas));
    Fx.run(() -> window.workbench.selected().set(behind));
    Fx.settle();
    assertFalse(Fx.call(() -> behind.canvas() == CanvasCommands.NONE));
    // An artifact that is back is the one that its run made: opening it again finds its tab.
    project = Fx.call(() -> window.workbench.tabs().getFirst().pipeline());
    int tabs = Fx.call(() -> window.workbench.tabs().size());
    view("SchemaGen", 7, schema());
    assertEquals(tabs, Fx.call(() -> window.workbench.tabs().size()));
  }

  @Test
  void whatAPersonNamesIsInFrontOfWhatWasOpen(Hands hands) throws Exception {
    fill(hands);
    awaitTheLayoutOnDisk();

    window = OpenWindow.of(folder);
    Path named = folder.resolve("other.pipewright");
    Fx.call(() -> window.window.open(List.of(named))).get(30, TimeUnit.SECONDS);
    Fx.settle();

    assertEquals(
        "[penguins.pipewright other.pipewright* Preparation Gone · schema]"
            + " | [SchemaGen · schema*]; [penguins.pipewright*]",
        Drawn.tabs(window));
    assertEquals(named, Fx.call(() -> window.workbench.selected().get()).path());
  }

  @Test
  void aNameThatNoVersionWritesIsNoTab() {
    assertEquals(Optional.empty(), TabName.parse(""));
    assertEquals(
        Optional.of(new TabName(TabName.Kind.GROUP, Path.of("/a#b/p.pipewright"), List.of("f 1"))),
        TabName.parse("/a#b/p.pipewright#group=f+1"));
    assertEquals(
        Optional.empty(), TabName.parse("/p.pipewright#artifact=x&y").orElseThrow().artifact());
    assertEquals(Optional.empty(), TabName.parse("/p.pipewright#group=%"));
    assertEquals(
        Optional.of(new TabName(TabName.Kind.PATH, Path.of("/p.pipewright#later=1"), List.of())),
        TabName.parse("/p.pipewright#later=1"));
  }
}
