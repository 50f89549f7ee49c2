package dev.pipewright.app.dock;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.charts.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Sorts measured series into charts: one for each metric, with what was measured in training and
/// in evaluation side by side. A tag is `group/metric`, as `train/loss`.
final class MetricGroups {

  private static final List<String> TRAIN = List.of("train", "training");
  private static final List<String> EVAL = List.of("eval", "evaluation", "validation");

  private MetricGroups() {}

  /// The lines of each metric, in the order in which metrics came.
  static SequencedMap<String, List<PlotLine>> of(SequencedMap<String, Series> byTag) {
    SequencedMap<String, List<PlotLine>> groups = new LinkedHashMap<>();
    byTag.forEach(
        (tag, series) -> {
          int slash = tag.indexOf('/');
          String group = slash < 0 ? "" : tag.substring(0, slash);
          String metric = slash < 0 ? tag : tag.substring(slash + 1);
          List<PlotLine> lines = groups.computeIfAbsent(metric, m -> new ArrayList<>());
          lines.add(line(group, series, lines.size()));
        });
    groups.values().forEach(lines -> lines.sort(MetricGroups::trainFirst));
    return groups;
  }

  private static PlotLine line(String group, Series series, int index) {
    if (TRAIN.contains(group)) {
      return PlotLine.train(series);
    }
    return EVAL.contains(group) ? PlotLine.eval(series) : PlotLine.numbered(series, index + 2);
  }

  private static int trainFirst(PlotLine a, PlotLine b) {
    return Boolean.compare(
        !a.styleClass().equals("series-train"), !b.styleClass().equals("series-train"));
  }
}
