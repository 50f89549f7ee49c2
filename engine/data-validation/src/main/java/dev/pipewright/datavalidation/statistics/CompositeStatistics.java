package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.protos.tfmd.CustomStatistic;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.RankHistogram;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.SparseFeature;
import dev.pipewright.protos.tfmd.WeightedFeature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether the parts of the schema's sparse and weighted features fit together: TFDV's
/// `sparse_feature_stats_generator` and `weighted_feature_stats_generator`.
final class CompositeStatistics {

  /// A feature made of a feature with values and others beside them.
  ///
  /// @param beside the index features in the order of their names, or the weight feature
  record Composite(String name, boolean isSparse, String value, List<String> beside) {}

  private final List<Tally> tallies;

  CompositeStatistics(List<Composite> composites) {
    tallies = composites.stream().map(Tally::new).toList();
  }

  /// The sparse and the weighted features of a schema.
  static List<Composite> of(Schema schema) {
    List<Composite> all = new ArrayList<>();
    for (SparseFeature feature : schema.getSparseFeatureList()) {
      List<String> indices =
          feature.getIndexFeatureList().stream()
              .map(SparseFeature.IndexFeature::getName)
              .distinct()
              .sorted(Comparator.comparing(FeaturePath::of))
              .toList();
      all.add(new Composite(feature.getName(), true, feature.getValueFeature().getName(), indices));
    }
    for (WeightedFeature feature : schema.getWeightedFeatureList()) {
      if (feature.getFeature().getStepCount() == 1
          && feature.getWeightFeature().getStepCount() == 1) {
        String weight = feature.getWeightFeature().getStep(0);
        all.add(
            new Composite(
                feature.getName(), false, feature.getFeature().getStep(0), List.of(weight)));
      }
    }
    return all;
  }

  void add(ExampleBatch batch) {
    tallies.forEach(tally -> tally.add(batch));
  }

  void addAll(CompositeStatistics other) {
    for (int i = 0; i < tallies.size(); i++) {
      tallies.get(i).addAll(other.tallies.get(i));
    }
  }

  Map<FeaturePath, FeatureNameStatistics> result() {
    Map<FeaturePath, FeatureNameStatistics> result = new TreeMap<>();
    for (Tally tally : tallies) {
      FeaturePath path = FeaturePath.of(tally.composite.name);
      var feature = FeatureNameStatistics.newBuilder().setPath(path.proto());
      result.put(
          path,
          feature
              .addAllCustomStats(tally.composite.isSparse ? tally.sparse() : tally.weighted())
              .build());
    }
    return result;
  }

  /// What was counted of one composite.
  private static final class Tally {
    private final Composite composite;
    private final long[] missing;
    private final int[] least;
    private final int[] most;
    private long missingValues;
    private boolean isEmpty = true;

    Tally(Composite composite) {
      this.composite = composite;
      int n = composite.beside.size();
      missing = new long[n];
      least = new int[n];
      most = new int[n];
    }

    void add(ExampleBatch batch) {
      Column value = batch.column(composite.value);
      List<@Nullable Column> beside = new ArrayList<>();
      composite.beside.forEach(name -> beside.add(batch.column(name)));
      for (int row = 0; row < batch.rowCount(); row++) {
        int at = row;
        if (isPresent(value, row) || beside.stream().anyMatch(c -> isPresent(c, at))) {
          missingValues += isPresent(value, row) ? 0 : 1;
          for (int i = 0; i < missing.length; i++) {
            missing[i] += isPresent(beside.get(i), row) ? 0 : 1;
            int difference = length(beside.get(i), row) - length(value, row);
            least[i] = isEmpty ? difference : Math.min(least[i], difference);
            most[i] = isEmpty ? difference : Math.max(most[i], difference);
          }
          isEmpty = false;
        }
      }
    }

    private static boolean isPresent(@Nullable Column column, int row) {
      return column != null && column.layout().isPresent(row);
    }

    private static int length(@Nullable Column column, int row) {
      return column == null ? 0 : column.layout().count(row);
    }

    void addAll(Tally other) {
      missingValues += other.missingValues;
      for (int i = 0; i < missing.length && !other.isEmpty; i++) {
        missing[i] += other.missing[i];
        least[i] = isEmpty ? other.least[i] : Math.min(least[i], other.least[i]);
        most[i] = isEmpty ? other.most[i] : Math.max(most[i], other.most[i]);
      }
      isEmpty &= other.isEmpty;
    }

    List<CustomStatistic> sparse() {
      RankHistogram.Builder missingIndices = RankHistogram.newBuilder();
      RankHistogram.Builder longest = RankHistogram.newBuilder();
      RankHistogram.Builder shortest = RankHistogram.newBuilder();
      for (int i = 0; i < missing.length; i++) {
        String name = composite.beside.get(i);
        missingIndices.addBucketsBuilder().setLabel(name).setSampleCount(missing[i]);
        longest.addBucketsBuilder().setLabel(name).setSampleCount(most[i]);
        shortest.addBucketsBuilder().setLabel(name).setSampleCount(least[i]);
      }
      return List.of(
          number("missing_value", missingValues),
          histogram("missing_index", missingIndices),
          histogram("max_length_diff", longest),
          histogram("min_length_diff", shortest));
    }

    List<CustomStatistic> weighted() {
      return List.of(
          number("missing_weight", missing[0]),
          number("missing_value", missingValues),
          number("min_weight_length_diff", least[0]),
          number("max_weight_length_diff", most[0]));
    }

    private static CustomStatistic number(String name, double number) {
      return CustomStatistic.newBuilder().setName(name).setNum(number).build();
    }

    private static CustomStatistic histogram(String name, RankHistogram.Builder histogram) {
      return CustomStatistic.newBuilder().setName(name).setRankHistogram(histogram).build();
    }
  }
}
