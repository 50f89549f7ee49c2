package dev.pipewright.datavalidation;

import dev.pipewright.datavalidation.anomalies.DistributionComparison;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.Progress;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.FeatureComparator;
import dev.pipewright.protos.tfmd.HistogramSelection;
import dev.pipewright.protos.tfmd.NumericValueComparator;
import dev.pipewright.protos.tfmd.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The parameter `config` of DistributionValidator, in the JSON form of TFX's
/// `DistributionValidatorConfig`.
final class DistributionConfig {

  private static final String NAME = "config";

  private static final ParameterType THRESHOLD =
      struct(
          ParameterSpec.required(
              "threshold", new ParameterType.Real(0, 1), "What is not to be exceeded."));

  private static final ParameterType COMPARATOR =
      struct(
          ParameterSpec.optional(
              "infinity_norm",
              THRESHOLD,
              "Of strings: the greatest difference of the shares of a value."),
          ParameterSpec.optional(
              "normalized_abs_difference",
              THRESHOLD,
              "Of strings: the greatest difference of the counts of a value, in shares of all."),
          ParameterSpec.optional(
              "jensen_shannon_divergence",
              struct(
                  ParameterSpec.required(
                      "threshold", new ParameterType.Real(0, 1), "What is not to be exceeded."),
                  ParameterSpec.optional(
                      "source",
                      struct(
                          ParameterSpec.optional(
                              "type",
                              new ParameterType.Choice(List.of("DEFAULT", "QUANTILES", "STANDARD")),
                              "Which histograms of numbers are compared.")),
                      "By default those with buckets of equal width.")),
              "Of numbers and strings: the Jensen-Shannon divergence, from 0 to 1."));

  static final ParameterSpec PARAMETER =
      ParameterSpec.required(
          NAME,
          struct(
              ParameterSpec.required(
                  "default_slice_config",
                  struct(
                      ParameterSpec.optional(
                          "feature",
                          new ParameterType.ListOf(
                              struct(
                                  ParameterSpec.required(
                                      "path",
                                      struct(
                                          ParameterSpec.required(
                                              "step",
                                              new ParameterType.ListOf(new ParameterType.Text()),
                                              "The feature's name.")),
                                      "The feature."),
                                  ParameterSpec.required(
                                      "distribution_comparator",
                                      COMPARATOR,
                                      "How far it may be from the baseline."))),
                          "The features to compare."),
                      ParameterSpec.optional(
                          "num_examples_comparator",
                          struct(
                              ParameterSpec.optional(
                                  "min_fraction_threshold",
                                  new ParameterType.Real(0, Double.MAX_VALUE),
                                  "The least number of examples, in those of the baseline."),
                              ParameterSpec.optional(
                                  "max_fraction_threshold",
                                  new ParameterType.Real(0, Double.MAX_VALUE),
                                  "The greatest number of examples, in those of the baseline.")),
                          "How many examples there may be.")),
                  "What is compared of all examples.")),
          "What is compared, and how far it may differ: TFX's DistributionValidatorConfig.");

  private DistributionConfig() {}

  private static ParameterType struct(ParameterSpec... fields) {
    return new ParameterType.Struct(List.of(fields));
  }

  /// What the parameter asks for.
  static DistributionComparison of(Parameters parameters) {
    Parameters config = parameters.struct(NAME).struct("default_slice_config");
    Map<Path, FeatureComparator> features = new LinkedHashMap<>();
    for (Parameters feature : config.structs("feature")) {
      Path path = Path.newBuilder().addAllStep(feature.struct("path").texts("step")).build();
      features.put(path, comparator(feature.struct("distribution_comparator")));
    }
    NumericValueComparator.Builder examples = NumericValueComparator.newBuilder();
    Parameters counts = config.struct("num_examples_comparator");
    counts.number("min_fraction_threshold").ifPresent(examples::setMinFractionThreshold);
    counts.number("max_fraction_threshold").ifPresent(examples::setMaxFractionThreshold);
    return new DistributionComparison(features, examples.build());
  }

  private static FeatureComparator comparator(Parameters comparator) {
    FeatureComparator.Builder built = FeatureComparator.newBuilder();
    comparator
        .struct("infinity_norm")
        .number("threshold")
        .ifPresent(t -> built.getInfinityNormBuilder().setThreshold(t));
    comparator
        .struct("normalized_abs_difference")
        .number("threshold")
        .ifPresent(t -> built.getNormalizedAbsDifferenceBuilder().setThreshold(t));
    Parameters divergence = comparator.struct("jensen_shannon_divergence");
    divergence
        .number("threshold")
        .ifPresent(t -> built.getJensenShannonDivergenceBuilder().setThreshold(t));
    divergence
        .struct("source")
        .text("type")
        .ifPresent(
            type ->
                built
                    .getJensenShannonDivergenceBuilder()
                    .getSourceBuilder()
                    .setType(HistogramSelection.Type.valueOf(type)));
    return built.build();
  }

  /// What is wrong with the parameter, apart from its types.
  static List<Finding> check(Parameters parameters) {
    try {
      List<Finding> findings = new ArrayList<>();
      of(parameters)
          .features()
          .forEach(
              (path, comparator) -> {
                if (comparator.equals(FeatureComparator.getDefaultInstance())) {
                  findings.add(
                      new Finding(
                          NAME + ".default_slice_config.feature",
                          "Nothing of the feature %s is compared."
                              .formatted(String.join(".", path.getStepList())),
                          "Set a threshold in its distribution_comparator."));
                }
              });
      return findings;
    } catch (ParameterException | IllegalArgumentException e) {
      // The check of types has told this already.
      return List.of();
    }
  }

  static void tell(String pair, Anomalies anomalies, Progress progress) {
    anomalies
        .getDatasetAnomalyInfo()
        .getReasonList()
        .forEach(reason -> progress.warn("splits " + pair + ": " + reason.getDescription()));
    new TreeMap<>(anomalies.getAnomalyInfoMap())
        .forEach(
            (feature, anomaly) ->
                anomaly
                    .getReasonList()
                    .forEach(
                        reason ->
                            progress.warn(
                                "splits %s, feature %s: %s: %s"
                                    .formatted(
                                        pair,
                                        feature,
                                        reason.getShortDescription(),
                                        reason.getDescription()))));
  }
}
