package dev.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.action.ActionCatalog;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.Focus;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.code.CodeField;
import dev.pipewright.nodes.theme.Theme;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import dev.pipewright.testing.Hands;
import dev.pipewright.testing.Screens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Pipeline roots that TFX made, in the window.
@ExtendWith(FxToolkit.class)
class RootsTest {

  private static final Path GOLDEN =
      Path.of("..", "engine", "runner", "src", "test", "resources")
          .resolve("dev/pipewright/runner/root");

  @TempDir Path folder;

  Path tree() throws Exception {
    Path root = Files.createDirectory(folder.resolve("tfx"));
    try (Stream<Path> all = Files.walk(GOLDEN.resolve("pipelines"))) {
      for (Path from : all.toList()) {
        Path to = root.resolve(GOLDEN.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + root.resolve("metadata.db"));
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : Files.readString(GOLDEN.resolve("metadata.sql")).split(";\n")) {
        if (!sql.startsWith("BEGIN") && !sql.startsWith("COMMIT")) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
    return root;
  }

  private static Map<String, String> listing(Path root) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.toList()) {
        files.put(each.toString(), Files.size(each) + " " + Files.getLastModifiedTime(each));
      }
    }
    return files;
  }

  private static PipelineTab open(OpenWindow window, Path path) throws Exception {
    Fx.call(() -> window.workbench.open(path)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    PipelineTab tab = Fx.call(() -> window.workbench.activeNow().orElseThrow());
    Fx.await(
        "the layout",
        () ->
            tab.project().document().get().layout().positions().size()
                == tab.project().document().get().nodes().size());
    Fx.settle();
    return tab;
  }

  private static State state(PipelineTab tab, String node) {
    return Fx.call(() -> tab.run().nodes().get(new NodeId(node)).status().get().state());
  }

  @Test
  void aRootOpensWithItsGraphRunsAndArtifactsAndStaysAsItIs(Hands hands) throws Exception {
    Path root = tree();
    Map<String, String> before = listing(root);
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = open(window, root);

    assertEquals(List.of("pipeline of [other, rows]"), window.answers.asked);
    assertEquals("rows", tab.title());
    assertTrue(window.says("Read-only: a TFX pipeline root"));
    assertEquals(State.FAILED, state(tab, "Fitter"));
    assertEquals(State.CACHED, state(tab, "CsvExampleGen"));
    assertEquals(State.SKIPPED, state(tab, "Comparer"));
    Screens.write(window.scene(), "root-light");

    @SuppressWarnings("unchecked")
    ComboBox<Latest> runs = (ComboBox<Latest>) window.find("#root-runs");
    assertEquals(3, runs.getItems().size());
    Fx.run(() -> runs.getSelectionModel().select(1));
    Fx.settle();
    assertEquals(State.CACHED, state(tab, "Fitter"));
    assertEquals(State.DONE, state(tab, "Comparer"));
    assertEquals(6, Fx.call(() -> tab.run().artifacts().size()));
    for (ArtifactRow row : Fx.call(() -> List.copyOf(tab.run().artifacts()))) {
      Fx.run(() -> window.workbench.opening().view(tab, row));
      Fx.settle();
      Fx.await("its content", () -> !window.says("Reading…"));
      Screens.write(window.scene(), "root-" + row.node() + "-" + row.port());
    }
    // The resolver found what the fitter made: that is one tab.
    assertEquals(6, Fx.call(() -> window.workbench.tabs().size()));
    assertEquals(List.of(), window.errors.notices());
    Fx.run(() -> window.workbench.selected().set(tab));
    Fx.run(() -> window.workbench.layout().theme().set(Theme.DARK));
    Fx.run(() -> tab.canvas().reveal(new NodeId("CsvExampleGen")));
    Fx.settle();
    Screens.write(window.scene(), "root-dark");
    assertEquals(before, listing(root));
  }

  @Test
  void nothingButTheDrawingCanBeChanged(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = open(window, tree().resolve("pipelines/rows"));
    ActionCatalog catalog =
        Fx.call(
            () ->
                WorkbenchActions.of(
                    window.workbench, new WorkbenchActions.Window(() -> {}, () -> {}, () -> {})));
    Pipeline before = Fx.call(() -> tab.project().document().get());
    Fx.run(() -> tab.canvas().reveal(new NodeId("Fitter")));
    Fx.settle();
    for (String id :
        List.of(
            "edit.delete",
            "edit.cut",
            "edit.rename",
            "edit.mute",
            "insert.node",
            "file.save",
            "run.start",
            "run.to")) {
      assertFalse(Fx.call(() -> catalog.get(id).enabled().get()), id);
    }
    for (String id : List.of("edit.copy", "view.fit", "pipeline.arrange", "file.copy")) {
      assertTrue(Fx.call(() -> catalog.get(id).enabled().get()), id);
    }
    Fx.run(() -> tab.project().edit(new Edit.RemoveNode(new NodeId("Fitter"))));
    Fx.await("a notice", () -> window.errors.notices().size() == 1);
    assertEquals(before.nodes(), Fx.call(() -> tab.project().document().get().nodes()));
    Fx.run(
        () ->
            tab.project()
                .edit(
                    new Edit.MoveNode(
                        new NodeId("Fitter"),
                        new dev.pipewright.pipeline.Layout.Position(700, 700))));
    assertFalse(Fx.call(() -> tab.project().dirty().get()));
    Fx.call(() -> window.workbench.close(tab));
    assertEquals(List.of(), window.answers.asked);
    assertTrue(Fx.call(() -> window.workbench.tabs().isEmpty()));
  }

  /// What may be done to a root that is looked at, with a node selected: whoever adds an action
  /// says here that it changes nothing, or has it ask whether the project is only looked at.
  private static final List<String> HARMLESS =
      List.of(
          "edit.connected edit.copy edit.downstream edit.find edit.find.next edit.find.previous",
          "edit.selectall edit.upstream file.close file.compare file.copy file.exit file.export",
          "file.new file.newdata file.open file.openfolder file.settings help.components help.open",
          "help.samples help.shortcuts help.tour pipeline.arrange pipeline.problems run.engine",
          "view.dock view.fit view.full view.in view.inspector view.out view.outline view.palette",
          "view.search view.selection view.theme view.theme.system window.close.group",
          "window.copypath window.move.window window.next window.previous window.reveal",
          "window.split.down window.split.right");

  @Test
  void noActionMenuKeyOrFieldChangesARoot(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = open(window, tree().resolve("pipelines/rows"));
    ActionCatalog catalog =
        Fx.call(
            () ->
                WorkbenchActions.of(
                    window.workbench, new WorkbenchActions.Window(() -> {}, () -> {}, () -> {})));
    assertFalse(window.says("Add runtime parameter"));
    assertFalse(window.says("Retry"));
    assertTrue(window.says("Strategy not recorded"), "TFX keeps no resolver's strategy");
    Fx.run(() -> tab.canvas().reveal(new NodeId("Fitter")));
    Fx.settle();
    List<String> harmless = HARMLESS.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
    assertEquals(
        List.of(),
        Fx.call(
            () ->
                catalog.all().stream()
                    .filter(action -> action.enabled().get())
                    .map(action -> action.id())
                    .filter(id -> !harmless.contains(id))
                    .toList()));
    assertTrue(Fx.call(() -> window.scene().lookup(".rename-button") == null));
    assertTrue(
        Fx.call(
            () ->
                window.find(".inspector .parameter-form").lookupAll(".text-input").stream()
                    .allMatch(field -> field.isDisabled())));
    Screens.write(window.scene(), "root-inspector");

    GraphView graph = (GraphView) window.find(".graph-view");
    Point2D card = Hands.middle(title(graph, "Fitter"));
    for (Point2D place : List.of(card, Hands.pointIn(graph, 20, 20))) {
      hands.moveTo(place).click(MouseButton.SECONDARY);
      Fx.settle();
      Screens.write(window.scene(), "root-menu");
      List<String> offered =
          Fx.call(
              () ->
                  javafx.stage.Window.getWindows().stream()
                      .filter(ContextMenu.class::isInstance)
                      .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                      .filter(item -> item.getId() != null && !item.isDisable())
                      .map(item -> item.getId())
                      .toList());
      assertFalse(offered.isEmpty());
      assertTrue(harmless.containsAll(offered), offered::toString);
      hands.press(KeyCode.ESCAPE);
      Fx.settle();
    }
    Pipeline before = Fx.call(() -> tab.project().document().get());
    for (KeyCode key : List.of(KeyCode.DELETE, KeyCode.F2, KeyCode.F5, KeyCode.F6)) {
      hands.press(key);
    }
    for (KeyCode key : List.of(KeyCode.X, KeyCode.V, KeyCode.D, KeyCode.M, KeyCode.B, KeyCode.G)) {
      hands.press(KeyCode.CONTROL, key);
    }
    Fx.settle();
    assertEquals(before, Fx.call(() -> tab.project().document().get()));
  }

  private static Node title(GraphView graph, String node) {
    return Fx.call(
        () ->
            graph.lookupAll(".label").stream()
                .filter(each -> each instanceof Labeled label && node.equals(label.getText()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void anEditableCopyHasWhatIsKnownHereAndSaysWhatIsNot(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab root = open(window, tree().resolve("pipelines/rows"));
    Path target = folder.resolve("copies/rows.pipewright");
    window.answers.toSave = Optional.of(target);
    hands.click(window.find("#root-copy"));
    Fx.await("the copy", () -> window.workbench.opening().tab(target).isPresent());
    Fx.settle();
    PipelineTab copy = Fx.call(() -> window.workbench.opening().tab(target).orElseThrow());
    Pipeline document = Fx.call(() -> copy.project().document().get());
    assertEquals(
        List.of("CsvExampleGen", "SchemaGen", "StatisticsGen", "latest_model"),
        document.nodes().stream().map(node -> node.id().value()).sorted().toList());
    assertEquals(1, document.layout().notes().size());
    String left = document.layout().notes().getFirst().text();
    assertTrue(left.contains("Comparer: there is no component Comparer here."), left);
    Fx.await("a notice", () -> window.errors.notices().size() == 1);
    assertTrue(Fx.call(() -> root.project().isReadOnly()));
    Screens.write(window.scene(), "root-copy");
  }

  @Test
  void whatIsNotThereOrNoRootIsSaid() throws Exception {
    Path root = tree();
    OpenWindow window = OpenWindow.of(folder);
    try (Stream<Path> all = Files.walk(root.resolve("pipelines/rows/SchemaGen"))) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
    PipelineTab tab = open(window, root.resolve("pipelines/rows"));
    showFirstRun(tab);
    ArtifactRow schema = row(tab, "schema");
    Fx.run(() -> window.workbench.opening().view(tab, schema));
    Fx.await("a notice", () -> window.errors.notices().size() == 1);
    assertEquals(
        "/tfx/root/pipelines/rows/SchemaGen/schema/6", window.errors.notices().getFirst().where());
    Path damaged = Files.writeString(folder.resolve("metadata.db"), "no database".repeat(99));
    Fx.call(() -> window.workbench.open(damaged)).get(20, TimeUnit.SECONDS);
    Fx.await("a notice", () -> window.errors.notices().size() == 2);
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
  }

  @Test
  void aViewOpensRowsOfWhatItsArtifactWasMadeFrom(Hands hands) throws Exception {
    OpenWindow window = OpenWindow.of(folder);
    PipelineTab tab = open(window, tree());
    showFirstRun(tab);
    ArtifactRow schema = row(tab, "schema");
    Fx.run(() -> window.workbench.opening().view(tab, schema));
    Fx.settle();
    Tab.Viewer shown = (Tab.Viewer) Fx.call(() -> window.workbench.selected().get());
    ViewedArtifact context = new ViewedArtifact(window.workbench, shown);
    Path examples = Fx.call(() -> context.related(ArtifactType.EXAMPLES).orElseThrow());
    assertEquals(row(tab, "examples").folder(), examples);
    assertEquals(List.of("rows", "SchemaGen"), Fx.call(context::path));

    Fx.run(() -> context.open(examples, new Focus.Rows(List.of(), "fare > 1")));
    Fx.await("the filter", () -> filter(window).equals("fare > 1"));
    assertEquals(3, Fx.call(() -> window.workbench.tabs().size()));
    Fx.run(() -> context.open(examples, new Focus.Rows(List.of(), "fare > 2")));
    Fx.await("the other filter", () -> filter(window).equals("fare > 2"));
    assertEquals(3, Fx.call(() -> window.workbench.tabs().size()));

    hands.click(window.find(".crumb"));
    Fx.await("the canvas", () -> window.workbench.selected().get() == tab);
    assertEquals(List.of(), window.errors.notices());
  }

  private static void showFirstRun(PipelineTab tab) {
    Fx.run(
        () -> {
          var open = java.util.Objects.requireNonNull(tab.root());
          open.run().set(open.content().get().runs().getLast());
        });
  }

  private static String filter(OpenWindow window) {
    return Fx.call(
        () ->
            window.scene().lookup(".examples-pane .code-field") instanceof CodeField field
                ? field.getText()
                : "");
  }

  private static ArtifactRow row(PipelineTab tab, String port) {
    return Fx.call(
        () ->
            tab.run().artifacts().stream()
                .filter(row -> row.port().equals(port))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void thePipelinesOfAStoreThatWereOpenAreOpenedAgainUnasked() throws Exception {
    Path root = tree();
    OpenWindow window = OpenWindow.of(folder);
    open(window, root);
    window.answers.pipeline = "other";
    Fx.call(() -> window.workbench.open(root)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    assertEquals(2, window.answers.asked.size());
    assertEquals(2, Fx.call(() -> window.workbench.tabs().size()));
    var left =
        Fx.call(
            () -> window.workbench.settings(dev.pipewright.app.settings.Settings.Window.DEFAULT));
    assertEquals(List.of(root), left.open());

    OpenWindow again = OpenWindow.of(folder, left);
    Fx.call(() -> again.workbench.open(root)).get(20, TimeUnit.SECONDS);
    Fx.settle();
    assertEquals(List.of(), again.answers.asked);
    assertEquals(
        List.of("other", "rows"),
        Fx.call(
            () -> again.workbench.opening().pipelines().map(PipelineTab::title).sorted().toList()));
    Fx.call(() -> again.workbench.open(root)).get(20, TimeUnit.SECONDS);
    assertEquals(1, again.answers.asked.size(), "who opens it by hand is asked");
  }

  @Test
  void aRootIsOpenedAgainWithTheWindow() throws Exception {
    Path root = tree().resolve("pipelines/rows");
    OpenWindow window = OpenWindow.of(folder);
    open(window, root);
    Fx.call(() -> window.workbench.open(root)).get(20, TimeUnit.SECONDS);
    assertEquals(1, Fx.call(() -> window.workbench.tabs().size()));
    var settings =
        Fx.call(
            () -> window.workbench.settings(dev.pipewright.app.settings.Settings.Window.DEFAULT));
    assertEquals(List.of(root), settings.open());
    assertEquals(List.of(root), settings.recent());
  }
}
