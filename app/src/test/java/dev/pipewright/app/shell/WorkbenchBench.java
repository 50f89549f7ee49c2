package dev.pipewright.app.shell;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.engine.Engine;
import dev.pipewright.app.engine.HostCommand;
import dev.pipewright.app.error.ErrorReporter;
import dev.pipewright.app.run.RunState;
import dev.pipewright.app.settings.Settings;
import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.canvas.GraphView;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Measures the whole window on the penguins with the real engine: how long a frame takes while a
/// person pans or types and a training streams its metrics, with pulses as close to one another as
/// drawing lets them (see `CanvasBench`), and how much memory the window holds after a run and
/// after a hundred. See `bench/workbench.sh`.
final class WorkbenchBench {

  private static final int WARM = 60;
  private static final int FRAMES = 300;
  private static final NodeId TRAINER = new NodeId("Trainer");

  private final PipelineTab tab;
  private final Scene scene;

  private WorkbenchBench(Path folder) throws IOException, InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Platform.startup(running::countDown);
    running.await();
    FxExecutor fx = FxExecutor.platform();
    Engine engine = new Engine(fx, HostCommand.ofProcess(folder.resolve("settings")));
    Stage stage = Fx.call(() -> new Stage(StageStyle.UNDECORATED));
    WorkbenchWindow window =
        Fx.call(
            () ->
                new WorkbenchWindow(
                    stage,
                    new WorkbenchWindow.Services(
                        fx, engine, new ErrorReporter(fx), folder.resolve("settings")),
                    Settings.DEFAULT,
                    new OpenWindow.Answers()));
    Fx.run(() -> window.show(now -> {}));
    Fx.run(() -> window.workbench().load(Components::load));
    Fx.await("components", () -> window.workbench().components().get() != null);
    Path file = copyOfSample(folder);
    Fx.call(() -> window.workbench().open(file)).join();
    tab = Fx.call(() -> window.workbench().activeNow().orElseThrow());
    scene = stage.getScene();
  }

  private static Path copyOfSample(Path folder) throws IOException {
    Path sample = Path.of("..", "samples", "penguins");
    Files.createDirectories(folder.resolve("data"));
    Files.copy(sample.resolve("data/penguins.csv"), folder.resolve("data/penguins.csv"));
    return Files.copy(sample.resolve("penguins.pipewright"), folder.resolve("penguins.pipewright"));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkbenchBench bench = new WorkbenchBench(Files.createTempDirectory("workbench-bench"));
    bench.memory();
    bench.frames();
    System.exit(0);
  }

  private void memory() throws IOException {
    run();
    report("after the first run");
    for (int i = 2; i <= 100; i++) {
      run();
      if (i == 10 || i == 50 || i == 100) {
        report("after run " + i);
      }
    }
  }

  private void run() {
    Fx.run(() -> tab.run().run());
    Fx.await(
        "the run's end", Duration.ofSeconds(120), () -> tab.run().state().get() == RunState.IDLE);
  }

  private static void report(String when) throws IOException {
    System.gc();
    Runtime java = Runtime.getRuntime();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElseThrow();
    System.out.printf(
        "%-20s %4d MB resident, %3d MB of objects%n",
        when, Long.parseLong(resident) / 1024, (java.totalMemory() - java.freeMemory()) >> 20);
  }

  private void frames() throws InterruptedException {
    Node trainer = Fx.call(() -> tab.project().document().get().node(TRAINER).orElseThrow());
    ParameterValue endless =
        ParameterValue.of(Map.of("num_steps", ParameterValue.of(100_000_000L)));
    Fx.run(() -> tab.project().edit(new Edit.SetParameter(trainer.id(), "train_args", endless)));
    Fx.run(() -> tab.canvas().reveal(TRAINER));
    Fx.run(() -> tab.run().run());
    NodeModel model = Fx.call(() -> Objects.requireNonNull(tab.run().nodes().get(TRAINER)));
    Fx.await(
        "the training",
        Duration.ofSeconds(60),
        () ->
            model.status().get().state() == NodeStatus.State.RUNNING
                && model.scalars().byTag().values().stream().anyMatch(s -> s.size() > 5));
    GraphView view = (GraphView) Fx.call(() -> scene.lookup(".graph-view"));
    TextField field = (TextField) Fx.call(() -> scene.lookup(".palette .text-field"));
    System.out.println("while training streams   p50 ms  p95 ms  max ms");
    measure("nothing", frame -> {});
    measure(
        "panning",
        frame -> view.panBy(frame / 60 % 2 == 0 ? 7 : -7, frame / 100 % 2 == 0 ? 3 : -3));
    Fx.run(field::requestFocus);
    measure("typing", frame -> type(field, frame));
    Fx.run(() -> tab.run().stop());
    Fx.await("the stop", Duration.ofSeconds(20), () -> tab.run().state().get() == RunState.IDLE);
  }

  /// A letter every fourth frame, and back again.
  private static void type(TextField field, int frame) {
    if (frame % 4 != 0) {
      return;
    }
    if (frame / 4 % 8 < 4) {
      key(field, KeyEvent.KEY_TYPED, "e", KeyCode.UNDEFINED);
    } else {
      key(field, KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE);
      key(field, KeyEvent.KEY_RELEASED, "", KeyCode.BACK_SPACE);
    }
  }

  private static void key(TextField field, EventType<KeyEvent> type, String text, KeyCode code) {
    field.fireEvent(new KeyEvent(type, text, text, code, false, false, false, false));
  }

  private void measure(String act, IntConsumer step) throws InterruptedException {
    double[] millis = new double[FRAMES];
    CountDownLatch done = new CountDownLatch(1);
    Fx.run(
        () ->
            new AnimationTimer() {
              private int frame;
              private long last;

              @Override
              public void handle(long ignored) {
                long now = System.nanoTime();
                if (frame >= WARM) {
                  millis[frame - WARM] = (now - last) / 1e6;
                }
                last = now;
                if (++frame == WARM + FRAMES) {
                  stop();
                  done.countDown();
                  return;
                }
                step.accept(frame);
              }
            }.start());
    done.await();
    Arrays.sort(millis);
    System.out.printf(
        "%-24s %6.1f  %6.1f  %6.1f%n",
        act, millis[FRAMES / 2], millis[FRAMES * 95 / 100], millis[FRAMES - 1]);
  }
}
