package dev.pipewright.charts;

import com.sun.management.ThreadMXBean;
import dev.pipewright.charts.demo.ChartsDemo;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Times drawing a [LinePlot] of 1000 by 400: of everything, and after 1,000 more points. Run with
/// the flags of the headless tests; prints milliseconds of processor time (median and 95th
/// percentile) and the bytes that a redraw allocates.
final class LinePlotBench {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 60;
  private static final int APPENDED = 1000;

  private LinePlotBench() {}

  /// Runs all cases.
  public static void main(String[] arguments) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.startup(
        () -> {
          for (int count : new int[] {10_000, 1_000_000, 10_000_000}) {
            for (double smoothing : new double[] {0, 0.6}) {
              report(count, smoothing);
            }
          }
          done.complete(null);
        });
    done.get();
    Platform.exit();
  }

  private static void report(int count, double smoothing) {
    Random random = new Random(1);
    Series series = new Series("train");
    for (int index = 0; index < count; index++) {
      series.add(index, Math.exp(-index * 5.0 / count) + 0.1 * random.nextGaussian());
    }
    LinePlot plot = new LinePlot();
    plot.lines().setAll(PlotLine.train(series));
    StackPane page = new StackPane(plot);
    ChartsDemo.style(page, "light");
    Stage stage = new Stage();
    stage.setScene(new Scene(page, 1000, 400));
    stage.show();
    PlotArea area = (PlotArea) plot.lookup(".plot-area");
    plot.setSmoothing(smoothing);
    double first = time(area);
    double[] full = new double[ROUNDS];
    double[] appended = new double[ROUNDS];
    long allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      allocated = bytes();
      full[round] = time(area);
      allocated = bytes() - allocated;
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int index = 0; index < APPENDED; index++) {
        series.add(series.size(), 0.1 * random.nextGaussian());
      }
      appended[round] = time(area);
    }
    System.out.printf(
        Locale.ROOT,
        "%,11d points, smoothing %.1f: first %7.1f ms, redraw %s, after append %s, %,d bytes%n",
        count,
        smoothing,
        first,
        summary(full),
        summary(appended),
        allocated);
    stage.close();
  }

  private static double time(PlotArea area) {
    long start = THREADS.getCurrentThreadCpuTime();
    area.drawWith(1);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static long bytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static String summary(double[] times) {
    Arrays.sort(times);
    return String.format(
        Locale.ROOT, "%5.1f / %5.1f ms", times[ROUNDS / 2], times[ROUNDS * 95 / 100]);
  }
}
