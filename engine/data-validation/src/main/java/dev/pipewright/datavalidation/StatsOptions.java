package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.statistics.Detail;
import dev.pipewright.datavalidation.statistics.Slicing;
import dev.pipewright.datavalidation.statistics.StatisticsOptions;
import dev.pipewright.datavalidation.statistics.Weighting;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parameter `stats_options`: those of TFDV's `StatsOptions` that change what is computed, with
/// its names, and the slices in the JSON form of TFDV's `SlicingConfig`.
final class StatsOptions {

  private static final String NAME = "stats_options";

  private static final ParameterType TEXTS = new ParameterType.ListOf(new ParameterType.Text());
  private static final ParameterType RATE = new ParameterType.Real(Double.MIN_NORMAL, 1);

  private static final ParameterSpec SLICING =
      ParameterSpec.optional(
          "slicing_config",
          new ParameterType.Struct(
              List.of(
                  ParameterSpec.optional(
                      "slicing_specs",
                      new ParameterType.ListOf(
                          new ParameterType.Struct(
                              List.of(
                                  ParameterSpec.optional(
                                      "feature_keys",
                                      TEXTS,
                                      "A slice for each value of this feature, or for each"
                                          + " combination of values of several."),
                                  ParameterSpec.optional(
                                      "feature_values",
                                      new ParameterType.MapOf(new ParameterType.Text()),
                                      "Features that have this value in the slice.")))),
                      "The slices; none of both is all examples, which are there anyway."))),
          "Statistics of parts of the examples besides.");

  static final ParameterSpec PARAMETER =
      ParameterSpec.optional(
          NAME,
          new ParameterType.Struct(
              List.of(
                  ParameterSpec.optional(
                      "weight_feature",
                      new ParameterType.Text(),
                      "The feature that says how much an example weighs; weighted statistics stand"
                          + " beside the others."),
                  ParameterSpec.optional(
                      "per_feature_weight_override",
                      new ParameterType.MapOf(new ParameterType.Text()),
                      "For single features, another feature that says how much an example weighs."),
                  ParameterSpec.optional(
                      "feature_allowlist", TEXTS, "The features to look at; by default all."),
                  ParameterSpec.optional(
                      "sample_rate", RATE, "The share of the examples to look at; by default all."),
                  SLICING,
                  whole("num_top_values", 0, 20, "How many of the most frequent values are named."),
                  whole(
                      "frequency_threshold",
                      0,
                      1,
                      "How often a value occurs at least that is named."),
                  ParameterSpec.optional(
                      "weighted_frequency_threshold",
                      new ParameterType.Real(0, Double.MAX_VALUE),
                      "What a value weighs at least that is named by weight; by default 1."),
                  whole(
                      "num_rank_histogram_buckets",
                      0,
                      1000,
                      "How many of the most frequent values are counted."),
                  whole(
                      "num_values_histogram_buckets",
                      2,
                      10,
                      "Buckets of the histogram of how many values examples have."),
                  whole("num_histogram_buckets", 1, 10, "Buckets of equal width."),
                  whole("num_quantiles_histogram_buckets", 1, 10, "Buckets of equal count."),
                  ParameterSpec.optional(
                      "enable_semantic_domain_stats",
                      new ParameterType.Bool(),
                      "Whether to find out which features are images, natural language or times."),
                  ParameterSpec.optional(
                      "semantic_domain_stats_sample_rate",
                      RATE,
                      "The share of the examples to find that out from; by default all."))),
          "How statistics are computed: TFDV's StatsOptions.");

  static final ParameterSpec RATES =
      ParameterSpec.optional(
          "sample_rate_by_split",
          new ParameterType.MapOf(RATE),
          "The share of the examples to look at in a split, instead of sample_rate.");

  private static ParameterSpec whole(String name, int min, int standard, String doc) {
    return ParameterSpec.optional(
        name, new ParameterType.Int(min, 100_000), doc + " By default " + standard + ".");
  }

  private final Parameters parameters;
  private final Parameters options;

  private StatsOptions(Parameters parameters) {
    this.parameters = parameters;
    this.options = parameters.struct(NAME);
  }

  static StatsOptions of(Parameters parameters) {
    return new StatsOptions(parameters);
  }

  /// What is wrong with the parameters, apart from their types.
  static List<Finding> check(Parameters parameters) {
    try {
      StatsOptions options = of(parameters);
      List<Finding> findings = new ArrayList<>();
      if (options.isSet("semantic_domain_stats_sample_rate") && !options.isSemantic()) {
        findings.add(
            new Finding(
                NAME + ".semantic_domain_stats_sample_rate",
                "There is a sample rate for what values mean, but that is not looked for.",
                "Set enable_semantic_domain_stats, or remove it."));
      }
      return findings;
    } catch (ParameterException e) {
      // The check of types has told this already.
      return List.of();
    }
  }

  /// The options, without a schema.
  StatisticsOptions options() {
    StatisticsOptions all =
        StatisticsOptions.DEFAULT
            .withDetail(detail())
            .withWeighting(
                new Weighting(
                    options.text("weight_feature").filter(f -> !f.isEmpty()).orElse(null),
                    texts(options, "per_feature_weight_override")))
            .withSlicing(slicing());
    if (isSemantic()) {
      all = all.withSemantics(options.number("semantic_domain_stats_sample_rate").orElse(1.0));
    }
    List<String> features = options.texts("feature_allowlist");
    return features.isEmpty() ? all : all.withFeatureAllowlist(Set.copyOf(features));
  }

  /// The share of the examples of a split to look at.
  double sampleRate(String split) {
    return rates().number(split).or(() -> options.number("sample_rate")).orElse(1.0);
  }

  /// The splits that have a share of their own.
  Set<String> splitsWithRates() {
    return rates().fields().values().keySet();
  }

  private Parameters rates() {
    return parameters.struct("sample_rate_by_split");
  }

  private boolean isSet(String name) {
    return options.value(name).isPresent();
  }

  private boolean isSemantic() {
    return isSet("enable_semantic_domain_stats") && options.flag("enable_semantic_domain_stats");
  }

  private Detail detail() {
    Detail standard = Detail.DEFAULT;
    return new Detail(
        whole("num_top_values", standard.numTopValues()),
        whole("num_rank_histogram_buckets", standard.numRankHistogramBuckets()),
        whole("frequency_threshold", (int) standard.frequencyThreshold()),
        options
            .number("weighted_frequency_threshold")
            .orElse(standard.weightedFrequencyThreshold()),
        whole("num_values_histogram_buckets", standard.numValuesHistogramBuckets()),
        whole("num_histogram_buckets", standard.numHistogramBuckets()),
        whole("num_quantiles_histogram_buckets", standard.numQuantilesHistogramBuckets()));
  }

  private int whole(String name, int standard) {
    return options.integer(name).map(Math::toIntExact).orElse(standard);
  }

  private List<Slicing> slicing() {
    List<Slicing> slicing = new ArrayList<>();
    for (Parameters spec : options.struct("slicing_config").structs("slicing_specs")) {
      SortedMap<String, Set<String>> features = new TreeMap<>();
      spec.texts("feature_keys").forEach(feature -> features.put(feature, Set.of()));
      texts(spec, "feature_values").forEach((f, value) -> features.put(f, Set.of(value)));
      if (!features.isEmpty()) {
        slicing.add(new Slicing(features));
      }
    }
    return slicing;
  }

  private static Map<String, String> texts(Parameters parameters, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    Parameters map = parameters.struct(name);
    for (String key : map.fields().values().keySet()) {
      Optional<String> text = map.text(key);
      texts.put(key, map.require(key, text));
    }
    return texts;
  }
}
