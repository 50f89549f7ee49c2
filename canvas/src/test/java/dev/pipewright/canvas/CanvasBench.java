package dev.pipewright.canvas;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// Measures how long a frame takes in a graph of 1,000 nodes and 1,500 links in a window of 1600 by
/// 1000: the time from one pulse to the next while each pulse moves the view, zooms, or drags a
/// node, with pulses as close to one another as layout and drawing let them (JavaFX runs "at full
/// speed": no waiting for 60 Hz; a pulse waits until the frame before the last is drawn). Beside it
/// the processor time that the two threads of JavaFX spent on the frame, which other programs of
/// the machine do not add to.
final class CanvasBench {

  private static final int WARM = 90;
  private static final int FRAMES = 300;

  private enum Act {
    PAN,
    ZOOM,
    DRAG
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Case(double zoom, Act act) {}

  private final List<Case> cases =
      java.util.stream.DoubleStream.of(
              java.util.Arrays.stream(System.getProperty("zooms", "1,0.4,0.18").split(","))
                  .mapToDouble(Double::parseDouble)
                  .toArray())
          .boxed()
          .flatMap(
              zoom ->
                  Arrays.stream(System.getProperty("acts", "PAN,ZOOM,DRAG").split(","))
                      .map(Act::valueOf)
                      .map(act -> new Case(zoom, act)))
          .toList();
  private GraphView view;

  public static void main(String[] args) {
    Platform.startup(() -> new CanvasBench().start(new Stage()));
  }

  private void start(Stage stage) {
    view = new GraphView();
    view.setNodeContent(DemoGraph::content);
    long before = System.nanoTime();
    view.setDocument(DemoGraph.large(1000, 1500, 34));
    Scene scene = DemoGraph.scene(view, 1600, 1000, "light");
    stage.setScene(scene);
    stage.show();
    Iterator<Case> left = cases.iterator();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        stop();
        System.out.printf(
            Locale.ROOT, "opened in %d ms%n", (System.nanoTime() - before) / 1_000_000);
        System.out.println(
            "zoom  act   p50 ms  p95 ms  max ms   layout p50  p95   drawing p50  p95");
        next(left);
      }
    }.start();
  }

  private void next(Iterator<Case> left) {
    if (!left.hasNext()) {
      Platform.exit();
      return;
    }
    Case now = left.next();
    view.zoomTo(now.zoom());
    view.centerOn(34 * 240 / 2.0, 30 * 220 / 2.0);
    new Frames(now, () -> next(left)).start();
  }

  private final class Frames extends AnimationTimer {
    private final Case measured;
    private final Runnable then;
    private final double[] millis = new double[FRAMES];
    private final double[][] busy = new double[2][FRAMES];
    private final double[] lastBusy = new double[2];
    private final long[] drawing =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("JavaFX Application.*|QuantumRenderer.*"))
            .sorted(Comparator.comparing(Thread::getName))
            .mapToLong(Thread::threadId)
            .toArray();
    private int frame;
    private long last;

    Frames(Case measured, Runnable then) {
      this.measured = measured;
      this.then = then;
    }

    @Override
    public void handle(long ignored) {
      long now = System.nanoTime();
      if (frame >= WARM) {
        millis[frame - WARM] = (now - last) / 1e6;
        for (int i = 0; i < 2; i++) {
          busy[i][frame - WARM] = THREADS.getThreadCpuTime(drawing[i]) / 1e6 - lastBusy[i];
        }
      }
      for (int i = 0; i < 2; i++) {
        lastBusy[i] = THREADS.getThreadCpuTime(drawing[i]) / 1e6;
      }
      last = now;
      if (++frame == WARM + FRAMES) {
        stop();
        report();
        mouse(MouseEvent.MOUSE_RELEASED, 0);
        then.run();
        return;
      }
      switch (measured.act()) {
        // There and back again, so that cards come into sight that were seen before, and new ones.
        case PAN -> view.panBy(frame / 60 % 2 == 0 ? 23 : -19, frame / 100 % 2 == 0 ? 11 : -9);
        case ZOOM -> view.zoomTo(measured.zoom() * (1 + 0.12 * Math.sin(frame / 20.0)), 800, 500);
        case DRAG -> drag();
      }
    }

    private void drag() {
      if (frame == 1) {
        NodeItem node = ((GraphViewSkin) view.getSkin()).drawing().items().node("n527");
        view.centerOn(node.x() + 40, node.y() + 40);
        mouse(MouseEvent.MOUSE_PRESSED, 0);
      } else {
        mouse(MouseEvent.MOUSE_DRAGGED, 150 * Math.sin(frame / 25.0));
      }
    }

    private void mouse(EventType<MouseEvent> type, double offset) {
      double x = view.getWidth() / 2 + offset;
      double y = view.getHeight() / 2 + offset / 2;
      boolean down = type != MouseEvent.MOUSE_RELEASED;
      view.fireEvent(
          new MouseEvent(
              type,
              x,
              y,
              x,
              y,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              down,
              false,
              false,
              true,
              false,
              false,
              null));
    }

    private void report() {
      Arrays.sort(millis);
      Arrays.sort(busy[0]);
      Arrays.sort(busy[1]);
      System.out.printf(
          Locale.ROOT,
          "%4.2f  %-4s  %6.1f  %6.1f  %6.1f   %6.1f  %6.1f   %6.1f  %6.1f%n",
          measured.zoom(),
          measured.act().name().toLowerCase(Locale.ROOT),
          millis[FRAMES / 2],
          millis[FRAMES * 95 / 100],
          millis[FRAMES - 1],
          busy[0][FRAMES / 2],
          busy[0][FRAMES * 95 / 100],
          busy[1][FRAMES / 2],
          busy[1][FRAMES * 95 / 100]);
    }
  }
}
