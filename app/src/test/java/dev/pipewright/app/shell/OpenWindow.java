package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.EngineStarter;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterType.PathName;
import dev.pipewright.testing.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// The real window of the workbench for a test, without an engine where none is given.
final class OpenWindow {

  static final Components COMPONENTS = Components.load();

  final WorkbenchWindow window;
  final Workbench workbench;
  final Answers answers = new Answers();
  final ErrorReporter errors;
  final List<Settings> kept = new CopyOnWriteArrayList<>();
  private final Stage stage;

  private OpenWindow(Path folder, Settings settings, EngineStarter starter) {
    FxExecutor fx = FxExecutor.platform();
    errors = new ErrorReporter(fx);
    Engine engine = new Engine(fx, starter);
    stage = Fx.call(() -> new Stage(StageStyle.UNDECORATED));
    window =
        Fx.call(
            () ->
                new WorkbenchWindow(
                    stage,
                    new WorkbenchWindow.Services(fx, engine, errors, folder),
                    settings,
                    answers));
    workbench = window.workbench();
    Fx.run(() -> window.show(kept::add));
    Fx.run(() -> workbench.load(() -> COMPONENTS));
    Fx.await("components", () -> workbench.components().get() != null);
    Fx.settle();
  }

  /// A window of this size at the screen's corner.
  static OpenWindow of(Path folder, double width, double height) {
    return new OpenWindow(
        folder.resolve("settings"),
        settings(width, height),
        () -> {
          throw new IllegalStateException("a test of the window needs no engine");
        });
  }

  private static Settings settings(double width, double height) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        new Settings.Window(0, 0, width, height, false),
        usual.appearance(),
        usual.panels(),
        usual.splits(),
        usual.recent(),
        usual.open());
  }

  /// A window whose engine hosts are started so.
  static OpenWindow of(Path folder, EngineStarter starter) {
    return new OpenWindow(folder.resolve("settings"), settings(1600, 1000), starter);
  }

  static OpenWindow of(Path folder) {
    return of(folder, 1600, 1000);
  }

  /// A window that was left so.
  static OpenWindow of(Path folder, Settings settings) {
    return new OpenWindow(
        folder.resolve("settings"),
        settings,
        () -> {
          throw new IllegalStateException("a test of the window needs no engine");
        });
  }

  /// Opens a copy of the penguins sample, its data with it.
  PipelineTab penguins(Path folder) {
    try {
      Path sample = Path.of("..", "samples", "penguins");
      Path file = folder.resolve("penguins.pipewright");
      Files.copy(sample.resolve("penguins.pipewright"), file);
      Path data = Files.createDirectories(folder.resolve("data")).resolve("penguins.csv");
      Files.copy(sample.resolve("data/penguins.csv"), data);
      Fx.call(() -> workbench.open(file)).get(20, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
    Fx.settle();
    return Fx.call(() -> workbench.activeNow().orElseThrow());
  }

  Scene scene() {
    return stage.getScene();
  }

  boolean isShowing() {
    return Fx.call(stage::isShowing);
  }

  /// The node of this id or style class.
  Node find(String selector) {
    return Fx.call(() -> Objects.requireNonNull(scene().lookup(selector), selector));
  }

  /// The first visible control with this text.
  Node labelled(String text) {
    return Fx.call(
        () ->
            labelled(scene().getRoot(), text)
                .orElseThrow(() -> new AssertionError("nothing says " + text)));
  }

  boolean says(String text) {
    return Fx.call(() -> labelled(scene().getRoot(), text).isPresent());
  }

  private static Optional<Node> labelled(Node node, String text) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (node instanceof Labeled labeled && text.equals(labeled.getText())) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> labelled(child, text).stream())
            .findFirst()
        : Optional.empty();
  }

  /// What a person answers; to what nothing was prepared, the answer that changes nothing.
  static final class Answers implements Questions {
    List<Path> toOpen = List.of();
    Optional<Path> toSave = Optional.empty();
    Optional<Map<String, ParameterValue>> values = Optional.empty();
    Optional<Path> elsewhere = Optional.empty();
    Optional<Path> named = Optional.empty();
    String pipeline = "";
    final Deque<Object> next = new ArrayDeque<>();
    final List<String> asked = new ArrayList<>();
    final List<String> lines = new ArrayList<>();

    @Override
    public List<Path> filesToOpen(@Nullable Path folder) {
      return toOpen;
    }

    @Override
    public Optional<Path> fileToExport(Path suggested) {
      asked.add("export " + suggested.getFileName());
      return toSave;
    }

    @Override
    public Optional<Path> tableToOpen() {
      return toOpen.stream().findFirst();
    }

    @Override
    public Optional<Path> folderForProjects() {
      asked.add("folder");
      return elsewhere;
    }

    @Override
    public Optional<Map<String, ParameterValue>> values(
        List<RuntimeParameter> parameters, Map<String, ParameterValue> last) {
      asked.add("values " + parameters.stream().map(RuntimeParameter::name).toList());
      return values;
    }

    @Override
    public Optional<String> pipelineToOpen(Path root, List<String> pipelines) {
      asked.add("pipeline of " + pipelines);
      return Optional.of(pipelines.contains(pipeline) ? pipeline : pipelines.getLast());
    }

    @Override
    public Optional<Path> path(PathName.Role role, Path current) {
      asked.add("path " + role);
      return named;
    }

    @Override
    public Optional<Path> folderToOpen() {
      return toOpen.stream().findFirst();
    }

    @Override
    public Optional<Path> fileToSave(Path suggested) {
      asked.add("save " + suggested.getFileName());
      return toSave;
    }

    @Override
    public <A> A ask(Question<A> question) {
      asked.add(question.text());
      lines.add(question.line());
      Object answer = next.poll();
      return question.answers().keySet().stream()
          .filter(each -> each.equals(answer))
          .findFirst()
          .orElse(question.answers().lastEntry().getKey());
    }
  }
}
