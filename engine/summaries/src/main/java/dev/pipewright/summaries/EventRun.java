package dev.pipewright.summaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the event files of one folder hold, by tag. Scalars are kept in memory; of everything else
/// only where it is. Not for use by several threads.
public final class EventRun {

  private final Path folder;
  private final TreeMap<Path, EventFileReader> files = new TreeMap<>();
  private final TreeMap<String, ScalarSeries> scalars = new TreeMap<>();
  private final TreeMap<String, List<HistogramSeries.Entry>> histograms = new TreeMap<>();
  private final TreeMap<String, String> others = new TreeMap<>();

  EventRun(Path folder) {
    this.folder = folder;
  }

  /// The folder of the files.
  public Path folder() {
    return folder;
  }

  /// The tags of scalars.
  public SortedSet<String> scalarTags() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(scalars.keySet()));
  }

  /// The points of a scalar, as many as there are now.
  ///
  /// @throws IllegalArgumentException when there is no such scalar
  public ScalarSeries scalars(String tag) {
    ScalarSeries series = scalars.get(tag);
    if (series == null) {
      throw new IllegalArgumentException("no scalar " + tag);
    }
    return series.snapshot();
  }

  /// The tags of histograms.
  public SortedSet<String> histogramTags() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(histograms.keySet()));
  }

  /// The histograms of a tag, as many as there are now.
  ///
  /// @throws IllegalArgumentException when there is no such histogram
  public HistogramSeries histograms(String tag) {
    List<HistogramSeries.Entry> entries = histograms.get(tag);
    if (entries == null) {
      throw new IllegalArgumentException("no histogram " + tag);
    }
    return new HistogramSeries(entries);
  }

  /// The tags of everything else, with the plugin that shows it, as `graph_keras_model`; the plugin
  /// is empty where the file does not name one.
  public SortedMap<String, String> otherTags() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }

  /// Reads what was written since the last call.
  void refresh(List<Path> current) throws IOException {
    if (hasLost(current)) {
      files.clear();
      scalars.clear();
      histograms.clear();
      others.clear();
    }
    for (Path file : current) {
      EventFileReader reader = files.computeIfAbsent(file, EventFileReader::new);
      reader.readOn((value, record, index) -> add(value, reader, record, index));
    }
  }

  /// Whether a file is gone or is shorter than what was read of it, as after a training that went
  /// back to its last checkpoint.
  private boolean hasLost(List<Path> current) throws IOException {
    for (var file : files.entrySet()) {
      if (!current.contains(file.getKey())
          || Files.size(file.getKey()) < file.getValue().position()) {
        return true;
      }
    }
    return false;
  }

  private void add(EventValue value, EventFileReader file, long record, int index)
      throws IOException {
    String tag = value.tag();
    if (value.kind() == EventValue.Kind.SIMPLE || isShownBy("scalars", scalars, value)) {
      double[] numbers = value.numbers();
      if (numbers.length == 1) {
        scalars
            .computeIfAbsent(tag, t -> new ScalarSeries())
            .add(value.step(), value.wallTime(), numbers[0]);
        return;
      }
    }
    if (value.kind() == EventValue.Kind.HISTO || isShownBy("histograms", histograms, value)) {
      histograms
          .computeIfAbsent(tag, t -> new ArrayList<>())
          .add(new HistogramSeries.Entry(value.step(), value.wallTime(), file, record, index));
      return;
    }
    others.putIfAbsent(tag, value.plugin());
  }

  /// Only the first value of a tag has to name its plugin.
  private static boolean isShownBy(String plugin, SortedMap<String, ?> known, EventValue value) {
    return value.kind() == EventValue.Kind.TENSOR
        && (value.plugin().equals(plugin)
            || (value.plugin().isEmpty() && known.containsKey(value.tag())));
  }
}
