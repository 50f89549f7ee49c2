package dev.pipewright.host.show;

import dev.pipewright.host.terminal.Bar;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Event files: each tag's course and last value.
final class EventsView implements View {

  private static final int CURVE_WIDTH = 24;

  @Override
  public boolean fits(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return isEventFile(path);
    }
    try (Stream<Path> files = Files.walk(path, 4)) {
      return files.anyMatch(EventsView::isEventFile);
    }
  }

  private static boolean isEventFile(Path path) {
    return Files.isRegularFile(path) && path.getFileName().toString().contains("tfevents");
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Path folder = Splits.folder(path).toAbsolutePath().normalize();
    for (var entry : EventRuns.open(folder).runs().entrySet()) {
      EventRun run = entry.getValue();
      String name = entry.getKey().equals(".") ? folder.getFileName().toString() : entry.getKey();
      out.println("Run " + name);
      TextTable table = TextTable.of("tag", "points#", "first#", "last#", "at step#", "course");
      for (String tag : run.scalarTags()) {
        ScalarSeries series = run.scalars(tag);
        int last = series.size() - 1;
        table.row(
            tag,
            Numbers.count(series.size()),
            Numbers.value(series.value(0)),
            Numbers.value(series.value(last)),
            Numbers.count(series.step(last)),
            curve(series));
      }
      for (String tag : run.histogramTags()) {
        table.row(tag, Numbers.count(run.histograms(tag).size()), "", "", "", "histograms");
      }
      out.print(table);
      out.println();
    }
  }

  /// The lowest value is the lowest bar, so that a course shows its shape whatever its level.
  private static String curve(ScalarSeries series) {
    int points = Math.min(CURVE_WIDTH, series.size());
    double[] sampled =
        IntStream.range(0, points)
            .mapToDouble(
                i -> series.value((int) ((long) i * (series.size() - 1) / Math.max(1, points - 1))))
            .map(x -> Double.isFinite(x) ? x : 0)
            .toArray();
    double lowest = IntStream.range(0, points).mapToDouble(i -> sampled[i]).min().orElse(0);
    return Bar.sparkline(
        IntStream.range(0, points).mapToDouble(i -> sampled[i] - lowest).toArray());
  }
}
