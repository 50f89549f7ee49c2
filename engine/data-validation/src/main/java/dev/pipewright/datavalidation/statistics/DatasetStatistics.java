package dev.pipewright.datavalidation.statistics;

import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.datavalidation.statistics.ValueStatistics.Kind;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is accumulated of some examples: all, or a slice.
final class DatasetStatistics {

  private final Map<FeaturePath, FeatureStatistics> features = new HashMap<>();
  private final Set<String> untyped = new HashSet<>();
  private final Presence sequences = new Presence();
  private final CompositeStatistics composites;
  private boolean hasSequences;
  private long rowCount;
  private double rowWeight;

  DatasetStatistics(StatisticsOptions options) {
    this.composites = new CompositeStatistics(options.composites());
  }

  /// Adds examples.
  void add(ExampleBatch batch, StatisticsOptions options) {
    RowWeights weights = new RowWeights(batch, options.weighting());
    batch
        .columns()
        .forEach(
            (name, column) -> {
              if (options.allows(name)) {
                FeaturePath path = FeaturePath.of(name);
                Kind kind = FeatureStatistics.kind(path, column, options);
                feature(path, kind, options).add(kind, column, weights.of(name));
              }
            });
    batch.untyped().stream().filter(options::allows).forEach(untyped::add);
    if (!batch.sequences().isEmpty() && options.allows(FeaturePath.SEQUENCES.steps().getFirst())) {
      addSequences(batch, options, weights);
    }
    composites.add(batch);
    rowCount += batch.rowCount();
    rowWeight += weights.total();
  }

  private void addSequences(ExampleBatch batch, StatisticsOptions options, RowWeights weights) {
    hasSequences = true;
    sequences.add(RowLayout.scalar(batch.rowCount()), weights.ofExamples());
    batch
        .sequences()
        .forEach(
            (name, sequence) -> {
              FeaturePath path = FeaturePath.ofSequence(name);
              Kind kind = FeatureStatistics.kind(path, sequence.values(), options);
              feature(path, kind, options).add(kind, sequence, weights.ofExamples());
            });
  }

  private FeatureStatistics feature(FeaturePath path, Kind kind, StatisticsOptions options) {
    return features.computeIfAbsent(path, _ -> new FeatureStatistics(path, kind, options));
  }

  void addAll(DatasetStatistics other) {
    other.features.forEach(
        (path, feature) -> features.merge(path, feature, FeatureStatistics::addAll));
    untyped.addAll(other.untyped);
    sequences.addAll(other.sequences);
    composites.addAll(other.composites);
    hasSequences |= other.hasSequences;
    rowCount += other.rowCount;
    rowWeight += other.rowWeight;
  }

  DatasetFeatureStatistics.Builder result(StatisticsOptions options) {
    SortedMap<FeaturePath, FeatureNameStatistics> sorted = new TreeMap<>();
    features.forEach(
        (path, feature) -> sorted.put(path, feature.result(rowCount, rowWeight, options.detail())));
    untyped.stream()
        .map(FeaturePath::of)
        .forEach(path -> sorted.computeIfAbsent(path, p -> withoutValues(p, options)));
    if (hasSequences) {
      sorted.put(FeaturePath.SEQUENCES, ofSequences(options));
    }
    composites
        .result()
        .forEach(
            (path, composite) ->
                sorted.merge(path, composite, (a, b) -> a.toBuilder().mergeFrom(b).build()));
    return DatasetFeatureStatistics.newBuilder()
        .setNumExamples(rowCount)
        .setWeightedNumExamples(rowWeight)
        .addAllFeatures(sorted.values());
  }

  private FeatureNameStatistics ofSequences(StatisticsOptions options) {
    var common = sequences.result(rowCount, rowWeight, options.detail());
    var sequence =
        FeatureNameStatistics.newBuilder()
            .setPath(FeaturePath.SEQUENCES.proto())
            .setType(FeatureNameStatistics.Type.STRUCT);
    sequence.getStructStatsBuilder().setCommonStats(common);
    return sequence.build();
  }

  // TFDV has no type for a feature that no example gives one, and says that it is a string.
  private FeatureNameStatistics withoutValues(FeaturePath path, StatisticsOptions options) {
    Presence none = new Presence();
    boolean isWeighted = options.weighting().of(path.steps().getFirst()).isPresent();
    none.add(RowLayout.ragged(new int[1]), isWeighted ? new double[0] : null);
    CommonStatistics.Builder common = none.result(rowCount, rowWeight, options.detail());
    var feature = FeatureNameStatistics.newBuilder().setPath(path.proto());
    if (options.opaqueBytes().contains(path)) {
      feature.setType(FeatureNameStatistics.Type.BYTES);
      feature.getBytesStatsBuilder().setCommonStats(common);
    } else {
      feature.setType(FeatureNameStatistics.Type.STRING);
      feature.getStringStatsBuilder().setCommonStats(common);
    }
    return feature.build();
  }

  /// The weights of a batch's rows, each feature with weights read once.
  private static final class RowWeights {
    private final ExampleBatch batch;
    private final Weighting weighting;
    private final Map<String, double[]> weights = new HashMap<>();

    RowWeights(ExampleBatch batch, Weighting weighting) {
      this.batch = batch;
      this.weighting = weighting;
    }

    double @Nullable [] of(String feature) {
      return weighting.of(feature).map(this::read).orElse(null);
    }

    double @Nullable [] ofExamples() {
      return weighting.feature() == null ? null : read(weighting.feature());
    }

    private double[] read(String weight) {
      return weights.computeIfAbsent(weight, w -> Weighting.ofRows(batch, w));
    }

    double total() {
      double[] all = ofExamples();
      return all == null ? 0 : Arrays.stream(all).sum();
    }
  }
}
