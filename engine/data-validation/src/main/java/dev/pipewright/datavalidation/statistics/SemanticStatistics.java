package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CustomStatistic;
import java.util.ArrayList;
import java.util.List;

/// What a feature's values seem to mean: images, natural language or times. TFDV's
/// `enable_semantic_domain_stats`, with the custom statistics that it writes.
///
/// Rows are looked at in chunks of as many as TFDV's batches have by default, since it takes but
/// the first values of each batch for natural language, and samples whole batches.
final class SemanticStatistics {

  private static final int CHUNK_ROWS = 1000;

  private final double sampleRate;
  private final ImageFormats images = new ImageFormats();
  private final NaturalLanguage language = new NaturalLanguage();
  private final TimeFormats times = new TimeFormats();

  SemanticStatistics(double sampleRate) {
    this.sampleRate = sampleRate;
  }

  void add(Column column) {
    RowLayout layout = column.layout();
    int chunks = (layout.rowCount() + CHUNK_ROWS - 1) / CHUNK_ROWS;
    for (int chunk = 0; chunk < chunks; chunk++) {
      boolean isTaken = Math.ceil((chunk + 1) * sampleRate) > Math.ceil(chunk * sampleRate);
      if (isTaken) {
        int lastRow = Math.min(layout.rowCount(), (chunk + 1) * CHUNK_ROWS) - 1;
        add(column, layout.start(chunk * CHUNK_ROWS), layout.end(lastRow));
      }
    }
  }

  private void add(Column column, int from, int to) {
    switch (column) {
      case Column.Bytes(_, int[] codes, ByteStrings strings) -> {
        images.add(codes, strings, from, to);
        language.add(codes, strings, from, to);
        times.add(codes, strings, from, to);
      }
      case Column.Int64(_, long[] values) -> {
        for (int i = from; i < to; i++) {
          times.add(values[i]);
        }
      }
      case Column.Float _ -> {}
    }
  }

  void addAll(SemanticStatistics other) {
    images.addAll(other.images);
    language.addAll(other.language);
    times.addAll(other.times);
  }

  List<CustomStatistic> result() {
    List<CustomStatistic> all = new ArrayList<>(images.result());
    all.addAll(language.result());
    all.addAll(times.result());
    return all;
  }

  static CustomStatistic domain(String domain) {
    return CustomStatistic.newBuilder().setName("domain_info").setStr(domain).build();
  }
}
