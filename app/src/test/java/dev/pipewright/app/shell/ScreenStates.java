package dev.pipewright.app.shell;

import static dev.pipewright.app.shell.ScreenState.of;
import static dev.pipewright.app.shell.ScreenState.popup;

import dev.pipewright.app.error.Notice;
import dev.pipewright.app.help.Topic;
import dev.pipewright.app.run.RunState;
import dev.pipewright.app.run.Told;
import dev.pipewright.app.start.HomeFolder;
import dev.pipewright.data.starter.Template;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.file.ProjectFile;
import dev.pipewright.protocol.Failure;
import dev.pipewright.protocol.OutputMessage;
import dev.pipewright.protocol.RunResult;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.Hands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// All that is to be seen of the workbench, and how a person comes there.
final class ScreenStates {

  private static final NodeId TRAINER = new NodeId("Trainer");
  private static final String LONG = "a_name_of_a_node_that_somebody_made_rather_long";

  private ScreenStates() {}

  static List<ScreenState> all() {
    return Stream.of(
            start(),
            pipeline(),
            runs(),
            inspector(),
            search(),
            dock(),
            canvas(),
            pages(),
            files(),
            tabs())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ScreenState> start() {
    return List.of(
        of("welcome", visit -> {}),
        of("welcome-recent", ScreenStates::recent),
        of(
            "welcome-drop",
            visit -> Fx.run(() -> visit.window.find(".drop-frame").setVisible(true))),
        of("new-pipeline", visit -> Fx.run(visit.window.workbench.opening()::newPipeline)),
        of("csv-label", ScreenStates::csv),
        of("tour-1", visit -> tour(visit, 0)),
        of("tour-2", visit -> tour(visit, 1)),
        of("tour-3", visit -> tour(visit, 2)),
        of("tour-4", visit -> tour(visit, 3)),
        of("tour-5", visit -> tour(visit, 4)),
        of("tour-6", visit -> tour(visit, 5)),
        of("tour-7", visit -> tour(visit, 6)));
  }

  private static void recent(Visit visit) throws Exception {
    List<Path> recent =
        new ArrayList<>(
            Stream.of(Template.values())
                .map(each -> each.copyTo(visit.folder.resolve(each.id())))
                .toList());
    Path named = Files.createDirectories(visit.folder.resolve(LONG)).resolve(LONG + ".pipewright");
    ProjectFile.write(named, Pipeline.of(LONG, List.of()));
    recent.add(named);
    recent.add(visit.folder.resolve("gone/gone.pipewright"));
    Fx.run(() -> visit.window.workbench.recent().setAll(recent));
    visit.await("Never run").await("Missing");
  }

  private static void csv(Visit visit) {
    Fx.run(
        () ->
            visit
                .window
                .workbench
                .arrivals()
                .setHome(new HomeFolder(visit.folder.resolve("home"))));
    Path csv = Path.of("..", "samples", "penguins", "data", "penguins.csv").toAbsolutePath();
    Fx.run(() -> visit.window.workbench.arrivals().dropped(List.of(csv.normalize())));
    visit.await("What shall be predicted?");
  }

  private static void tour(Visit visit, int step) {
    visit.penguins();
    Fx.run(() -> visit.window.workbench.pages().tour());
    Fx.settle();
    for (int i = 0; i < step; i++) {
      visit.click(visit.window.find("#tour-next"));
    }
  }

  private static List<ScreenState> pipeline() {
    return List.of(
        of("idle", Visit::penguins),
        of("trainer", visit -> visit.penguins().reveal("Trainer")),
        of("taxi", visit -> template(visit, Template.TAXI)),
        of("regression", visit -> template(visit, Template.REGRESSION)),
        of("modes", ScreenStates::modes),
        of("notes", ScreenStates::notes),
        of("long-names", ScreenStates::longNames),
        of("unknown-component", ScreenStates::unknown),
        of("no-panels", ScreenStates::noPanels));
  }

  private static void template(Visit visit, Template template) throws Exception {
    visit.open(template.copyTo(visit.folder.resolve(template.id())));
    visit.window.window.workbench().activeNow();
  }

  private static void modes(Visit visit) {
    visit.penguins().select("SchemaGen").press(KeyCode.CONTROL, KeyCode.M);
    visit.select("ExampleValidator").press(KeyCode.CONTROL, KeyCode.B);
    visit.select("Transform").press(KeyCode.ALT, KeyCode.C);
    visit.edit(
        new Edit.SetCondition(
            new NodeId("Pusher"), "Evaluator.blessing.custom_property('blessed') == 1"));
  }

  private static void notes(Visit visit) {
    visit.penguins().select("StatisticsGen", "SchemaGen").press(KeyCode.CONTROL, KeyCode.G);
    visit.type("Data validation").press(KeyCode.ENTER);
    visit.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    visit.type("# Ask ops\n- **bold** and `code`\n- a [link](data)").press(KeyCode.ESCAPE);
  }

  private static void longNames(Visit visit) {
    visit.penguins();
    visit.edit(new Edit.RenameNode(TRAINER, new NodeId(LONG)));
    visit.reveal(LONG);
  }

  private static void unknown(Visit visit) throws Exception {
    visit.open(
        """
        {"format": 1, "name": "p", "nodes": [
          {"id": "Gen", "component": "CsvExampleGen", "parameters": {"input_base": "data"}},
          {"id": "Stats", "component": "StatisticGen", "inputs": {"examples": "Gen.examples"},
           "parameters": {"own": [1, 2]}}]}
        """);
    Fx.await("problems", () -> !visit.tab().project().problems().get().isEmpty());
    visit.reveal("Stats");
  }

  private static void noPanels(Visit visit) {
    visit.penguins();
    visit.press(KeyCode.CONTROL, KeyCode.DIGIT1).press(KeyCode.CONTROL, KeyCode.DIGIT2);
    visit.press(KeyCode.CONTROL, KeyCode.DIGIT3);
  }

  private static List<ScreenState> runs() {
    return List.of(
        of("running", ScreenStates::running),
        of(
            "queued",
            visit -> {
              running(visit);
              visit.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.F5);
            }),
        of("failed", ScreenStates::failed),
        of("done", visit -> visit.penguinsWithData().reveal("StatisticsGen")),
        of(
            "engine-died",
            visit -> {
              running(visit);
              visit.last().die(139);
              visit.await("The engine has ended.");
            }),
        of("engine-refused", ScreenStates::refused));
  }

  private static void running(Visit visit) {
    visit.penguins().reveal("Trainer");
    Told told = visit.run();
    OutputMessage output = new OutputMessage(5, "Examples", "/root/gen/examples/3", 1, 100);
    visit.last().tell(told.cached("CsvExampleGen", output));
    visit.last().tell(told.nodeStarted("Trainer"));
    visit
        .last()
        .tell(
            told.warning(
                "Trainer", "6,000 eval rows requested, the split has 5,021: rows repeat."));
    for (int step = 1; step <= 60; step++) {
      double value = 1 / (1 + step * 0.1);
      visit.last().tell(told.metric("Trainer", "epoch_loss", step, value));
      visit.last().tell(told.metric("Trainer", "epoch_accuracy", step, 1 - value / 2));
      visit.last().tell(told.log("Trainer", "step " + step + " of 300, loss " + value));
    }
    visit.last().tell(told.progress("Trainer", 0.42, "step 126 of 300"));
    visit.awaitState("Trainer", State.RUNNING);
    Fx.await("lines", () -> visit.tab().run().log().stream().count() > 60);
    Fx.frames(12);
    Fx.settle();
  }

  private static void failed(Visit visit) {
    visit.penguins().reveal("StatisticsGen");
    Told told = visit.run();
    OutputMessage output = new OutputMessage(5, "Examples", "/root/gen/examples/3", 1, 100);
    visit.last().tell(told.done("CsvExampleGen", output));
    visit
        .last()
        .tell(
            told.failed(
                "StatisticsGen",
                new Failure(
                    "Line 7 of penguins.csv has 7 fields, but the header has 8.",
                    "penguins.csv",
                    7,
                    "species",
                    "Correct the line, or set the delimiter that the file uses.")));
    visit.last().tell(told.skipped("SchemaGen", "StatisticsGen"));
    visit.last().answers.getLast().complete(new RunResult("failed", "/root", 10, List.of()));
    Fx.await("the end", () -> visit.tab().run().state().get() == RunState.IDLE);
    Fx.settle();
  }

  private static void refused(Visit visit) {
    visit.penguins();
    Fx.run(
        () ->
            visit.window.errors.report(
                new EnvironmentException(
                    "No space is left on the disk that holds /home/ada/projects/penguins.",
                    Location.NONE,
                    "Free some space, or save the pipeline elsewhere.",
                    null)));
    Fx.settle();
  }

  private static List<ScreenState> inspector() {
    List<ScreenState> states = new ArrayList<>();
    for (String component : OpenWindow.COMPONENTS.registry().names()) {
      states.add(
          of(
              "inspector-" + component,
              visit -> {
                visit.penguins();
                Fx.run(() -> visit.tab().canvas().add(component));
                Fx.settle();
                visit.reveal(visit.document().nodes().getLast().id().value());
              }));
    }
    states.add(
        of(
            "inspector-end",
            visit -> {
              visit.penguins().reveal("Trainer");
              scroll(visit, ".inspector", 1);
            }));
    states.add(
        of(
            "inspector-ports",
            visit -> visit.penguinsWithData().reveal("StatisticsGen").click("Inputs & Outputs")));
    states.add(
        of(
            "inspector-ports-none",
            visit -> visit.penguins().reveal("Trainer").click("Inputs & Outputs")));
    states.add(
        of(
            "inspector-runs",
            visit ->
                visit.penguinsWithData().reveal("StatisticsGen").click("Runs").await("Run 1")));
    states.add(
        of(
            "inspector-runs-none",
            visit -> visit.penguins().reveal("StatisticsGen").click("Runs").await("No runs yet")));
    states.add(
        of(
            "inspector-several",
            visit -> visit.penguins().select("SchemaGen", "StatisticsGen", "Trainer")));
    states.add(
        of(
            "inspector-search",
            visit -> {
              visit.penguins().reveal("Trainer").click(visit.window.find(".panel-search-button"));
              visit.type("batch");
            }));
    states.add(
        of(
            "inspector-search-none",
            visit -> {
              visit.penguins().reveal("Trainer").click(visit.window.find(".panel-search-button"));
              visit.type("qqqq");
            }));
    states.add(
        of(
            "inspector-problem",
            visit ->
                visit
                    .penguins()
                    .edit(
                        new Edit.SetParameter(
                            TRAINER, "save_checkpoints_secs", ParameterValue.of(-1)))
                    .reveal("Trainer")));
    states.add(of("inspector-pipeline", ScreenStates::parameters));
    return states;
  }

  private static void parameters(Visit visit) {
    visit.penguins();
    visit.edit(
        new Edit.SetRuntimeParameter(
            RuntimeParameter.of("train_batch_size", Kind.INT, ParameterValue.of(64))),
        new Edit.SetRuntimeParameter(RuntimeParameter.required("release", Kind.STRING)),
        new Edit.SetParameter(
            TRAINER, "train_batch_size", new ParameterValue.RuntimeReference("train_batch_size")));
  }

  private static void scroll(Visit visit, String parent, double to) {
    Fx.run(
        () -> {
          Node scroll = visit.window.find(parent).lookup(".scroll-pane");
          ((ScrollPane) scroll).setVvalue(to);
        });
    Fx.settle();
  }

  private static List<ScreenState> search() {
    List<ScreenState> states = new ArrayList<>();
    for (String words :
        List.of(
            "", "undo", "statisticsgen", "theme", "penguins", "run", "how do links", "qqqqqq")) {
      states.add(
          of(
              "search-" + words.replace(' ', '-'),
              visit -> visit.penguinsWithData().press(KeyCode.CONTROL, KeyCode.K).type(words)));
    }
    states.add(
        of(
            "palette-filter",
            visit ->
                visit
                    .penguins()
                    .click(visit.window.find(".palette-filter .text-field"))
                    .type("gn")));
    states.add(
        of(
            "palette-none",
            visit ->
                visit
                    .penguins()
                    .click(visit.window.find(".palette-filter .text-field"))
                    .type("qqqq")));
    states.add(popup("quick-search", visit -> quick(visit, "")));
    states.add(popup("quick-search-none", visit -> quick(visit, "qqqq")));
    states.add(
        of(
            "find",
            visit ->
                visit
                    .penguins()
                    .press(KeyCode.CONTROL, KeyCode.F)
                    .type("batch_size")
                    .await("2 matches in 1 place")));
    states.add(
        of(
            "find-none",
            visit ->
                visit
                    .penguins()
                    .press(KeyCode.CONTROL, KeyCode.F)
                    .type("qqqq")
                    .await("No matches")));
    states.add(
        of("replace", visit -> visit.penguins().press(KeyCode.CONTROL, KeyCode.H).type("300")));
    states.add(
        of(
            "outline",
            visit ->
                visit
                    .penguins()
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E)
                    .reveal("Trainer")));
    states.add(
        of(
            "outline-empty",
            visit -> {
              Fx.run(visit.window.workbench.opening()::newPipeline);
              visit.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            }));
    return states;
  }

  private static void quick(Visit visit, String words) {
    visit.penguins();
    Fx.run(() -> visit.graph().requestFocus());
    visit.press(KeyCode.TAB).type(words);
  }

  private static List<ScreenState> dock() {
    return List.of(
        of(
            "log-filter",
            visit -> {
              running(visit);
              visit.click(visit.window.find(".log-filter .text-field")).type("step 1");
            }),
        of(
            "log-none",
            visit -> {
              running(visit);
              visit.click(visit.window.find(".log-filter .text-field")).type("qqqq");
            }),
        of("artifacts", visit -> visit.penguinsWithData().click("Artifacts")),
        of("artifacts-none", visit -> visit.penguins().click("Artifacts")),
        of("problems-none", visit -> visit.penguins().click("Problems")),
        of("problems", ScreenStates::problems),
        popup(
            "log-nodes",
            visit -> {
              running(visit);
              visit.click(visit.window.find(".log-nodes"));
            }));
  }

  private static void problems(Visit visit) {
    visit.penguins();
    visit.edit(
        new Edit.RemoveNode(new NodeId("CsvExampleGen")),
        new Edit.SetParameter(TRAINER, "save_checkpoints_secs", ParameterValue.of(-1)));
    visit.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    Fx.await("problems", () -> !visit.tab().project().problems().get().isEmpty());
    visit.select("StatisticsGen");
  }

  private static List<ScreenState> canvas() {
    return List.of(
        of(
            "preview-examples",
            visit -> preview(visit, "Output examples, Examples, of CsvExampleGen", "#1")),
        of(
            "preview-statistics",
            visit ->
                preview(
                    visit, "Output statistics, ExampleStatistics, of StatisticsGen", "8 features")),
        of(
            "preview-schema",
            visit -> preview(visit, "Output schema, Schema, of SchemaGen", "domains")),
        of(
            "preview-anomalies",
            visit ->
                preview(
                    visit,
                    "Output anomalies, ExampleAnomalies, of ExampleValidator",
                    "No anomalies")),
        of("preview-nothing", visit -> preview(visit, "Input model, Model, of Pusher", "Nothing")),
        of(
            "rename",
            visit -> {
              visit.penguins().select("Trainer");
              Fx.run(() -> visit.graph().requestFocus());
              visit.press(KeyCode.F2);
            }),
        of(
            "condition",
            visit -> {
              visit.penguins().reveal("Pusher");
              visit.edit(
                  new Edit.SetCondition(
                      new NodeId("Pusher"), "Evaluator.blessing.custom_property('blessed') == 1"));
              scroll(visit, ".inspector", 1);
            }),
        popup(
            "menu-node",
            visit -> {
              visit.penguins();
              visit.hands.rightClick(node(visit, "Trainer"));
              Fx.settle();
            }),
        popup(
            "menu-canvas",
            visit -> {
              visit.penguins();
              visit
                  .hands
                  .moveTo(Hands.pointIn(visit.graph(), 40, visit.graph().getHeight() - 60))
                  .click(javafx.scene.input.MouseButton.SECONDARY);
              Fx.settle();
            }),
        popup(
            "menu-history",
            visit -> {
              modes(visit);
              visit.click(visit.window.find("#history"));
            }),
        popup("menu-file", visit -> visit.penguins().click("File")),
        popup("menu-edit", visit -> visit.penguins().click("Edit")),
        popup("menu-view", visit -> visit.penguins().click("View")),
        popup("menu-pipeline", visit -> visit.penguins().click("Pipeline")),
        popup("menu-run", visit -> visit.penguins().click("Run")),
        popup("menu-window", visit -> visit.penguins().click("Window")),
        popup(
            "combo",
            visit -> {
              visit.penguins().reveal("Trainer");
              visit.click(visit.window.find(".inspector .combo-box-base"));
            }),
        popup(
            "tip",
            visit -> {
              visit.penguins();
              visit.hands.moveTo(visit.window.find("#history"));
              Fx.await("a tip", () -> Window.getWindows().size() > 1);
              Fx.settle();
            }));
  }

  static Node node(Visit visit, String key) {
    return Fx.call(
        () ->
            visit.graph().lookupAll(".graph-node").stream()
                .filter(each -> String.valueOf(each.getAccessibleText()).startsWith(key))
                .findFirst()
                .map(each -> each.lookup(".title"))
                .orElseThrow(() -> new AssertionError("no node " + key)));
  }

  private static void preview(Visit visit, String port, String words) {
    visit.penguinsWithData();
    Fx.run(() -> visit.graph().fit());
    Fx.settle();
    Point2D at =
        Fx.call(
            () ->
                visit.graph().lookupAll(".graph-port").stream()
                    .filter(each -> port.equals(each.getAccessibleText()))
                    .findFirst()
                    .map(Hands::middle)
                    .orElseThrow(() -> new AssertionError("no " + port)));
    visit.hands.moveTo(at);
    Fx.run(() -> visit.graph().requestFocus());
    visit.press(KeyCode.P);
    Fx.await("the preview", () -> visit.window.find(".preview-card").isVisible());
    visit.awaitNot("Reading…");
    Fx.frames(20);
    Fx.settle();
  }

  private static List<ScreenState> pages() {
    List<ScreenState> states = new ArrayList<>();
    states.add(of("settings", visit -> visit.press(KeyCode.CONTROL, KeyCode.COMMA)));
    states.add(
        of(
            "settings-end",
            visit -> {
              visit.press(KeyCode.CONTROL, KeyCode.COMMA);
              scroll(visit, ".settings-page", 1);
            }));
    states.add(
        of("settings-none", visit -> visit.press(KeyCode.CONTROL, KeyCode.COMMA).type("qqqq")));
    states.add(of("settings-keys", ScreenStates::keys));
    states.add(of("help-index", visit -> visit.penguins().press(KeyCode.F1)));
    states.add(of("help-trainer", visit -> visit.penguins().reveal("Trainer").press(KeyCode.F1)));
    states.add(
        of(
            "help-keys",
            visit -> {
              visit.penguins();
              Fx.run(() -> visit.window.workbench.pages().openHelp(Topic.SHORTCUTS));
              Fx.settle();
            }));
    states.add(
        of(
            "help-none",
            visit -> {
              visit
                  .penguins()
                  .press(KeyCode.F1)
                  .click(visit.window.find("#help-search"))
                  .type("qqqq");
            }));
    states.add(of("help-editing", ScreenStates::editing));
    states.add(
        of("export", visit -> visit.penguins().press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.E)));
    states.add(
        of(
            "versions-none",
            visit ->
                visit
                    .penguins()
                    .press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.H)
                    .await("No versions yet")));
    states.add(of("versions", ScreenStates::versions));
    states.add(of("compare", ScreenStates::compare));
    return states;
  }

  private static void keys(Visit visit) {
    visit.press(KeyCode.CONTROL, KeyCode.COMMA).type("new pipeline");
    visit.click(
        Fx.call(
            () ->
                visit.window.find("#shortcut-file-new").lookupAll(".button").stream()
                    .filter(each -> "New pipeline: Ctrl+N".equals(each.getAccessibleText()))
                    .findFirst()
                    .orElseThrow()));
    visit.press(KeyCode.CONTROL, KeyCode.O);
  }

  private static void editing(Visit visit) {
    visit.penguins().press(KeyCode.F1);
    ListView<?> list = (ListView<?>) visit.window.find(".help-index .list-view");
    Fx.run(
        () ->
            IntStream.range(0, list.getItems().size())
                .filter(i -> list.getItems().get(i).toString().contains("EDITING"))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
    Fx.settle();
  }

  private static Edit[] much() {
    return new Edit[] {
      new Edit.RemoveNode(new NodeId("Pusher")),
      new Edit.AddNode(0, dev.pipewright.pipeline.Node.of(new NodeId("BulkCheck"), "ExampleDiff")),
      new Edit.SetParameter(TRAINER, "custom_config", ParameterValue.of("epochs: 40\nrate: 0.001")),
      new Edit.SetSeed(7)
    };
  }

  private static void versions(Visit visit) {
    visit.penguins().edit(much());
    int before = Fx.call(() -> visit.tab().versions().revision().get());
    visit.press(KeyCode.CONTROL, KeyCode.S);
    Fx.await("a version", () -> visit.tab().versions().revision().get() > before);
    visit.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.H);
    ListView<?> list = (ListView<?>) visit.window.find(".version-list");
    Fx.await("versions", () -> list.getItems().size() == 2);
    Fx.run(() -> list.getSelectionModel().select(1));
    Fx.settle();
  }

  private static void compare(Visit visit) {
    visit.penguins();
    Path other = visit.folder.resolve("other.pipewright");
    ProjectFile.write(other, new Edit.Sequence(List.of(much())).apply(visit.document()));
    visit.window.answers.toOpen = List.of(other);
    Fx.run(() -> visit.window.workbench.comparisons().ask(visit.tab()));
    Fx.await("the comparison", () -> visit.window.scene().lookup(".compare") != null);
    Fx.settle();
    visit.press(KeyCode.F7);
  }

  private static List<ScreenState> files() {
    return List.of(
        of("notices", ScreenStates::notices),
        of(
            "changed-on-disk",
            visit -> {
              changed(visit);
              Fx.run(visit.window.workbench::checkFiles);
              visit.await("Its name, seed or parameters differ.");
            }),
        of(
            "gone-from-disk",
            visit -> {
              visit.penguins();
              Files.delete(visit.folder.resolve("penguins.pipewright"));
              Fx.run(visit.window.workbench::checkFiles);
              visit.await("penguins.pipewright is no longer there.");
            }),
        of(
            "newer-version",
            visit -> {
              visit.open("{\"format\": 9, \"name\": \"p\"}");
              visit.await("The file has format 9; this version reads up to 1.");
            }),
        of("root", visit -> visit.open(root(visit).resolve("pipelines/rows"))),
        of(
            "dialog-unsaved",
            visit ->
                ask(
                    visit,
                    "Unsaved changes",
                    "Save the changes of 2 pipelines?",
                    "penguins.pipewright\nuntitled",
                    "Save",
                    "Don't save",
                    "Cancel")),
        of(
            "dialog-read-only",
            visit ->
                ask(
                    visit,
                    "File is read-only",
                    "penguins.pipewright is read-only.",
                    "/home/ada/projects/of_the_penguins_of_the_antarctic/penguins.pipewright",
                    "Save as…",
                    "Replace it",
                    "Cancel")),
        of(
            "dialog-full-disk",
            visit ->
                ask(
                    visit,
                    "Not saved",
                    "penguins.pipewright was not saved.",
                    "No space is left on the device. /home/ada/projects/penguins.pipewright",
                    "Try again",
                    "Save as…",
                    "Cancel")),
        of("dialog-values", ScreenStates::values));
  }

  private static void changed(Visit visit) throws Exception {
    visit.penguins();
    Path file = visit.folder.resolve("penguins.pipewright");
    ProjectFile.write(file, ProjectFile.read(file).withSeed(5).withName("birds"));
    visit.edit(new Edit.SetSeed(9));
  }

  private static void notices(Visit visit) {
    visit.penguins();
    for (int i = 0; i < 7; i++) {
      visit.window.errors.report(
          new DataException(
              "Line " + i + " has 7 fields, but the header has 8.",
              Location.of("/home/ada/projects/penguins/data/penguins_of_the_antarctic_2007.csv", i),
              "Correct the line, or set the delimiter that the file uses."));
    }
    visit.window.errors.report(new IllegalStateException("nobody expected this"));
    visit.window.errors.tell(
        new Notice("Unsaved changes of taxi were restored.", "", "Save them, or undo.", "", false));
    Fx.await("notices", () -> visit.window.errors.notices().size() == 9);
    Fx.settle();
  }

  private static void ask(Visit visit, String title, String text, String line, String... answers) {
    visit.penguins();
    SequencedMap<String, String> choices = new LinkedHashMap<>();
    for (String answer : answers) {
      choices.put(answer, answer);
    }
    Dialogs dialogs = new Dialogs(visit.window.scene()::getWindow);
    Platform.runLater(() -> dialogs.ask(new Question<>(title, text, line, choices)));
    Fx.await("the dialog", () -> Window.getWindows().size() > 1);
    Fx.settle();
  }

  private static void values(Visit visit) {
    visit.penguins();
    Dialogs dialogs = new Dialogs(visit.window.scene()::getWindow);
    List<RuntimeParameter> asked =
        List.of(
            RuntimeParameter.of("train_batch_size", Kind.INT, ParameterValue.of(64)),
            RuntimeParameter.required("release", Kind.STRING));
    Platform.runLater(() -> dialogs.values(asked, Map.of()));
    Fx.await("the dialog", () -> Window.getWindows().size() > 1);
    Fx.settle();
  }

  static Path root(Visit visit) throws Exception {
    RootsTest roots = new RootsTest();
    roots.folder = visit.folder;
    return roots.tree();
  }

  private static List<ScreenState> tabs() {
    List<ScreenState> states = new ArrayList<>();
    for (String type :
        List.of(
            "anomalies",
            "blessing",
            "evaluation",
            "examples",
            "model",
            "model_run",
            "schema",
            "statistics",
            "transform_graph")) {
      states.add(of("viewer-" + type, visit -> viewer(visit, type)));
    }
    states.add(
        of(
            "tabs-many",
            visit -> {
              visit.penguins();
              for (String name : List.of("schema.pbtxt", "FeatureStats.pb", "saved_model.pb")) {
                open(visit, name);
              }
              visit.click("penguins.pipewright");
            }));
    states.add(
        of(
            "tabs-split",
            visit -> {
              visit.penguins();
              open(visit, "FeatureStats.pb");
              visit
                  .awaitNot("Reading…")
                  .press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R)
                  .click("penguins.pipewright");
            }));
    states.add(of("tabs-part", ScreenStates::part));
    states.add(
        popup(
            "tabs-detached",
            visit -> {
              visit.penguins();
              open(visit, "schema.pbtxt");
              visit.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O);
            }));
    return states;
  }

  private static void open(Visit visit, String name) throws Exception {
    Path file = Visit.artifact(name);
    Path shown = name.equals("saved_model.pb") ? file.getParent() : file;
    Fx.call(() -> visit.window.workbench.open(shown)).get(20, TimeUnit.SECONDS);
    Fx.settle();
  }

  /// An artifact as if a run had made it.
  private static void viewer(Visit visit, String port) {
    visit.penguins();
    dev.pipewright.pipeline.Node maker =
        visit.document().nodes().stream()
            .filter(
                node ->
                    OpenWindow.COMPONENTS
                        .registry()
                        .find(node.component())
                        .orElseThrow()
                        .spec()
                        .outputs()
                        .stream()
                        .anyMatch(out -> out.name().equals(port)))
            .findFirst()
            .orElseThrow();
    dev.pipewright.pipeline.component.ArtifactType type =
        OpenWindow.COMPONENTS
            .registry()
            .find(maker.component())
            .orElseThrow()
            .spec()
            .outputs()
            .stream()
            .filter(out -> out.name().equals(port))
            .findFirst()
            .orElseThrow()
            .type();
    dev.pipewright.app.run.ArtifactRow row =
        new dev.pipewright.app.run.ArtifactRow(
            7,
            maker.id(),
            port,
            type,
            Visit.ARTIFACTS.resolve(port).toAbsolutePath().normalize(),
            100,
            java.time.Instant.EPOCH,
            1);
    Fx.run(() -> visit.window.workbench.opening().view(visit.tab(), row));
    Fx.settle();
    visit.awaitNot("Reading…");
  }

  private static void part(Visit visit) {
    visit.penguins().select("StatisticsGen", "SchemaGen", "Transform");
    Fx.run(() -> visit.graph().requestFocus());
    visit.press(KeyCode.CONTROL, KeyCode.G).type("Preparation").press(KeyCode.ENTER);
    visit.press(KeyCode.CONTROL, KeyCode.K).type("open group in").press(KeyCode.ENTER);
  }
}
