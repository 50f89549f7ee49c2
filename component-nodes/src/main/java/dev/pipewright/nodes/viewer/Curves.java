package dev.pipewright.nodes.viewer;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import dev.pipewright.nodes.CurveTags;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Curves by what they measure: `loss` of train and of validation stand in one chart.
///
/// @param charts the lines of each chart, train before validation; what goes over steps comes first
/// @param otherTags how many tags are no curves
record Curves(SequencedMap<String, List<PlotLine>> charts, int otherTags) {

  private static final String LOSS = "loss";

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(Curves::rank).thenComparing(Comparator.naturalOrder());

  Curves {
    charts = Collections.unmodifiableSequencedMap(charts);
  }

  /// What the event files in a folder hold.
  static Curves read(Path folder) throws IOException {
    Map<String, EventRun> runs = EventRuns.open(folder).runs();
    SequencedMap<String, SequencedMap<String, Series>> charts = new TreeMap<>(ORDER);
    int others = 0;
    for (String run : SplitStyle.ordered(List.copyOf(runs.keySet()))) {
      EventRun events = Optional.ofNullable(runs.get(run)).orElseThrow();
      for (String tag : events.scalarTags()) {
        charts
            .computeIfAbsent(CurveTags.overSteps(tag).orElse(tag), name -> new LinkedHashMap<>())
            .put(run, series(run, events.scalars(tag)));
      }
      others += events.histogramTags().size() + events.otherTags().size();
    }
    return of(charts, others);
  }

  private static Series series(String name, ScalarSeries points) {
    Series series = new Series(name);
    for (int i = 0; i < points.size(); i++) {
      series.add(points.step(i), points.value(i));
    }
    return series;
  }

  /// What a training tells while it runs, under tags as `train/loss`.
  static Curves of(Map<String, Series> byTag) {
    SequencedMap<String, SequencedMap<String, Series>> charts = new TreeMap<>(ORDER);
    for (String tag : SplitStyle.ordered(List.copyOf(byTag.keySet()), Curves::run)) {
      charts
          .computeIfAbsent(tag.substring(tag.indexOf('/') + 1), name -> new LinkedHashMap<>())
          .put(run(tag), Optional.ofNullable(byTag.get(tag)).orElseThrow());
    }
    return of(charts, 0);
  }

  private static String run(String tag) {
    return tag.substring(0, Math.max(0, tag.indexOf('/')));
  }

  private static Curves of(
      SequencedMap<String, SequencedMap<String, Series>> charts, int otherTags) {
    SequencedMap<String, List<PlotLine>> lines = new LinkedHashMap<>();
    charts.forEach((name, runs) -> lines.put(name, lines(runs)));
    return new Curves(lines, otherTags);
  }

  private static List<PlotLine> lines(SequencedMap<String, Series> runs) {
    List<PlotLine> lines = new ArrayList<>();
    runs.forEach(
        (run, series) -> lines.add(new PlotLine(series, run, SplitStyle.of(run, lines.size()))));
    return List.copyOf(lines);
  }

  private static int rank(String chart) {
    if (chart.equals(LOSS)) {
      return 0;
    }
    return CurveTags.overEpochs(chart).isPresent() ? 2 : 1;
  }
}
