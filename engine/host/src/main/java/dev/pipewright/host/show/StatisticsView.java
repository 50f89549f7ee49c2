package dev.pipewright.host.show;

import dev.pipewright.datavalidation.StatisticsArtifact;
import dev.pipewright.host.terminal.Bar;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.NumericStatistics;
import dev.pipewright.protos.tfmd.StringStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Statistics, as Facets Overview has them: numeric features in one table, the others in another.
final class StatisticsView implements View {

  private static final int TOP_SHOWN = 3;

  @Override
  public boolean fits(Path path) throws IOException {
    return !Splits.files(path, StatisticsArtifact.FILE_NAME).isEmpty();
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Path folder = Splits.folder(path);
    StatisticsArtifact artifact = StatisticsArtifact.open(folder);
    for (String split : artifact.splitNames()) {
      DatasetFeatureStatistics statistics = artifact.allExamples(split);
      out.println(
          Splits.title("Statistics", split, folder)
              + ": "
              + Numbers.count(statistics.getNumExamples())
              + " examples");
      List<FeatureNameStatistics> features =
          statistics.getFeaturesList().stream()
              .sorted(Comparator.comparing(StatisticsView::name))
              .toList();
      numeric(features, out);
      categorical(features, out);
      out.println();
    }
  }

  private static void numeric(List<FeatureNameStatistics> features, PrintWriter out) {
    TextTable table =
        TextTable.of(
            "numeric feature",
            "missing#",
            "mean#",
            "std dev#",
            "zeros#",
            "min#",
            "median#",
            "max#",
            "histogram");
    for (FeatureNameStatistics feature : features) {
      if (feature.hasNumStats()) {
        NumericStatistics s = feature.getNumStats();
        if (s.getCommonStats().getTotNumValues() == 0) {
          table.row(name(feature), missing(s.getCommonStats()));
          continue;
        }
        table.row(
            name(feature),
            missing(s.getCommonStats()),
            Numbers.value(s.getMean()),
            Numbers.value(s.getStdDev()),
            share(s.getNumZeros(), s.getCommonStats()),
            Numbers.value(s.getMin()),
            Numbers.value(s.getMedian()),
            Numbers.value(s.getMax()),
            histogram(s));
      }
    }
    if (!table.isEmpty()) {
      out.print(table);
    }
  }

  private static void categorical(List<FeatureNameStatistics> features, PrintWriter out) {
    TextTable table =
        TextTable.of("other feature", "missing#", "unique#", "most frequent", "avg length#");
    for (FeatureNameStatistics feature : features) {
      if (feature.hasStringStats()) {
        StringStatistics s = feature.getStringStats();
        table.row(
            name(feature),
            missing(s.getCommonStats()),
            Numbers.count(s.getUnique()),
            s.getTopValuesList().stream()
                .limit(TOP_SHOWN)
                .map(v -> v.getValue() + " (" + Numbers.count((long) v.getFrequency()) + ")")
                .collect(Collectors.joining(", ")),
            Numbers.value(s.getAvgLength()));
      } else if (feature.hasBytesStats()) {
        table.row(
            name(feature),
            missing(feature.getBytesStats().getCommonStats()),
            Numbers.count(feature.getBytesStats().getUnique()),
            "bytes");
      }
    }
    if (!table.isEmpty()) {
      out.print(table);
    }
  }

  private static String name(FeatureNameStatistics feature) {
    return feature.hasPath()
        ? String.join(".", feature.getPath().getStepList())
        : feature.getName();
  }

  /// TFX writes an empty cell as an empty list, which counts as present: a row without a value is
  /// missing here.
  private static String missing(CommonStatistics s) {
    long rows = s.getNumMissing() + s.getNumNonMissing();
    long empty = Math.max(0, s.getNumNonMissing() - s.getTotNumValues());
    long without = s.getNumMissing() + (s.getMaxNumValues() <= 1 ? empty : 0);
    return without == 0 || rows == 0 ? "" : Numbers.percent((double) without / rows);
  }

  private static String share(long part, CommonStatistics s) {
    return part == 0 || s.getTotNumValues() == 0
        ? ""
        : Numbers.percent((double) part / s.getTotNumValues());
  }

  private static String histogram(NumericStatistics statistics) {
    return statistics.getHistogramsList().stream()
        .filter(h -> h.getType() == Histogram.HistogramType.STANDARD)
        .findFirst()
        .map(
            h ->
                Bar.sparkline(
                    h.getBucketsList().stream()
                        .mapToDouble(Histogram.Bucket::getSampleCount)
                        .toArray()))
        .orElse("");
  }
}
