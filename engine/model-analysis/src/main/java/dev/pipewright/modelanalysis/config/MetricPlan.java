package dev.pipewright.modelanalysis.config;

import com.google.protobuf.BoolValue;
import dev.pipewright.modelanalysis.metric.Metric;
import dev.pipewright.modelanalysis.metric.MetricCatalog;
import dev.pipewright.modelanalysis.metric.Tally;
import dev.pipewright.modelanalysis.metric.Weighting;
import dev.pipewright.modelanalysis.slice.MetricFold;
import dev.pipewright.modelanalysis.slice.MetricFold.ModelMeasure;
import dev.pipewright.modelanalysis.slice.SliceSpec;
import dev.pipewright.modelanalysis.slice.Slicer;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.ExampleWeightOptions;
import dev.pipewright.protos.tfma.MetricConfig;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsSpec;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.PerSliceMetricThreshold;
import dev.pipewright.protos.tfma.SlicingSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an evaluation does: the slices to find, the measures to tally in each, the metrics to read
/// off them, in the order of TFMA's results, and the thresholds to hold them against.
///
/// @param fold finds slices and tallies measures
/// @param readings the metrics
/// @param thresholds the bounds of metrics, by key; those of changes by the key of the difference
public record MetricPlan(
    MetricFold fold,
    List<Reading> readings,
    SequencedMap<MetricKey, List<SliceThreshold>> thresholds) {

  /// A metric of a model.
  ///
  /// @param key its identity among the results
  /// @param stage when it is computed
  /// @param measure the index of its tally
  /// @param value reads it off the tally
  public record Reading(
      MetricKey key, Metric.Stage stage, int measure, Function<Tally, MetricValue> value) {}

  public MetricPlan {
    readings = List.copyOf(readings);
    thresholds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(thresholds));
  }

  /// The plan of a config whose defaults have been filled in.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when it names a metric that there is not
  public static MetricPlan of(EvalConfig config) {
    return new Maker(config).make();
  }

  private static final class Maker {
    private final EvalConfig config;
    private final List<ModelMeasure> measures = new ArrayList<>();
    private final Set<Reading> readings = new LinkedHashSet<>();
    private final Set<MetricKey> keys = new LinkedHashSet<>();
    private final SequencedMap<MetricKey, List<SliceThreshold>> thresholds = new LinkedHashMap<>();

    Maker(EvalConfig config) {
      this.config = config;
    }

    MetricPlan make() {
      config
          .getMetricsSpecsList()
          .forEach(spec -> spec.getMetricsList().forEach(metric -> add(spec, metric)));
      List<Reading> ordered = new ArrayList<>(readings);
      ordered.sort(Comparator.comparing(Reading::stage));
      return new MetricPlan(new MetricFold(slicer(), measures), ordered, thresholds);
    }

    private Slicer slicer() {
      List<SlicingSpec> specs =
          config.getSlicingSpecsCount() == 0
              ? List.of(SlicingSpec.getDefaultInstance())
              : config.getSlicingSpecsList();
      return new Slicer(specs.stream().map(SliceSpec::of).distinct().toList());
    }

    private void add(MetricsSpec spec, MetricConfig metricConfig) {
      Metric metric = MetricCatalog.create(metricConfig.getClassName(), metricConfig.getConfig());
      for (Weighting weighting : weightings(spec)) {
        for (String model : spec.getModelNamesList()) {
          MetricKey key = key(metric.name(), model, weighting);
          if (keys.add(key)) {
            int measure =
                measure(new ModelMeasure(model(model), metric.measure().apply(weighting)));
            readings.add(new Reading(key, metric.stage(), measure, metric.reading()));
          }
          addThresholds(key, metricConfig);
        }
      }
    }

    private int model(String name) {
      List<ModelSpec> specs = config.getModelSpecsList();
      for (int i = 0; i < specs.size(); i++) {
        if (specs.get(i).getName().equals(name)) {
          return i;
        }
      }
      throw new IllegalArgumentException("no model spec is named '" + name + "'");
    }

    private int measure(ModelMeasure measure) {
      int index = measures.indexOf(measure);
      if (index < 0) {
        measures.add(measure);
      }
      return index < 0 ? measures.size() - 1 : index;
    }

    private static MetricKey key(String name, String model, Weighting weighting) {
      return MetricKey.newBuilder()
          .setName(name)
          .setModelName(model)
          .setExampleWeighted(BoolValue.of(weighting == Weighting.WEIGHTED))
          .build();
    }

    private List<Weighting> weightings(MetricsSpec spec) {
      if (!spec.hasExampleWeights()) {
        boolean hasWeights =
            config.getModelSpecsList().stream().anyMatch(s -> !s.getExampleWeightKey().isEmpty());
        return List.of(hasWeights ? Weighting.WEIGHTED : Weighting.UNWEIGHTED);
      }
      ExampleWeightOptions options = spec.getExampleWeights();
      List<Weighting> weightings = new ArrayList<>();
      if (options.getWeighted()) {
        weightings.add(Weighting.WEIGHTED);
      }
      if (options.getUnweighted()) {
        weightings.add(Weighting.UNWEIGHTED);
      }
      return weightings;
    }

    private void addThresholds(MetricKey key, MetricConfig metric) {
      if (metric.hasThreshold()) {
        addThreshold(key, metric.getThreshold(), null);
      }
      for (PerSliceMetricThreshold perSlice : metric.getPerSliceThresholdsList()) {
        for (SlicingSpec slices : perSlice.getSlicingSpecsList()) {
          addThreshold(key, perSlice.getThreshold(), slices);
        }
      }
    }

    private void addThreshold(MetricKey key, MetricThreshold both, @Nullable SlicingSpec slices) {
      if (both.hasValueThreshold()) {
        addDistinct(key, slices, both.toBuilder().clearChangeThreshold().build());
      }
      if (both.hasChangeThreshold()) {
        MetricKey difference = key.toBuilder().setIsDiff(true).build();
        addDistinct(difference, slices, both.toBuilder().clearValueThreshold().build());
      }
    }

    private void addDistinct(
        MetricKey key, @Nullable SlicingSpec slices, MetricThreshold threshold) {
      List<SliceThreshold> all = thresholds.computeIfAbsent(key, k -> new ArrayList<>());
      SliceThreshold added = new SliceThreshold(slices, threshold);
      if (!all.contains(added)) {
        all.add(added);
      }
    }
  }
}
