package dev.pipewright.summaries;

import java.io.IOException;
import java.util.List;

/// The histograms of one tag in the order in which they were logged. They stay on disk until asked
/// for.
public final class HistogramSeries {

  private final List<Entry> entries;

  HistogramSeries(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// Where a histogram is.
  record Entry(long step, double wallTime, EventFileReader file, long record, int index) {}

  /// How many histograms there are.
  public int size() {
    return entries.size();
  }

  /// The step of a histogram.
  public long step(int index) {
    return entries.get(index).step();
  }

  /// When a histogram was logged, in seconds since 1970.
  public double wallTime(int index) {
    return entries.get(index).wallTime();
  }

  /// Reads a histogram from its file.
  public Histogram histogram(int index) throws IOException {
    Entry entry = entries.get(index);
    return entry.file().histogramAt(entry.record(), entry.index());
  }
}
