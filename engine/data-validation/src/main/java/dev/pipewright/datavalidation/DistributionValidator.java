package dev.pipewright.datavalidation;

import dev.pipewright.data.SplitNames;
import dev.pipewright.datavalidation.anomalies.DistributionComparison;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.ComponentSpec.Category;
import dev.pipewright.pipeline.component.ComponentSpec.Resources;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.ParameterSpec;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protos.tfmd.Anomalies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// TFX's DistributionValidator: how far the distributions of some features are from those of a
/// baseline. Anomalies are told, they do not fail the run; the artifact's property `blessed` says
/// for each pair of splits whether it has none (1) or some (0), or for each split that there is no
/// baseline (2).
public final class DistributionValidator implements Component {

  private static final String PAIRS = "include_split_pairs";
  private static final long NO_BASELINE = 2;

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "DistributionValidator",
          Category.VALIDATION,
          1,
          "Finds features that are distributed otherwise than in a baseline, as the data of an"
              + " earlier span.",
          List.of(
              PortSpec.one("statistics", ArtifactType.EXAMPLE_STATISTICS, "The statistics."),
              PortSpec.optional(
                  "baseline_statistics",
                  ArtifactType.EXAMPLE_STATISTICS,
                  "The statistics to compare with; without any, nothing is compared.")),
          List.of(
              PortSpec.one(
                  "anomalies",
                  ArtifactType.EXAMPLE_ANOMALIES,
                  "The anomalies of each pair of splits.")),
          List.of(
              DistributionConfig.PARAMETER,
              ParameterSpec.optional(
                  PAIRS,
                  new ParameterType.ListOf(new ParameterType.ListOf(new ParameterType.Text())),
                  "Which split to compare with which of the baseline: pairs, as [[\"eval\","
                      + " \"train\"]]. By default, splits of the same name.")),
          Resources.LIGHT);

  /// The component.
  public DistributionValidator() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Executor) DistributionValidator::execute;
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return DistributionConfig.check(parameters);
  }

  /// A split, and the one of the baseline to compare it with.
  private record Pair(String split, String baseline) {
    String name() {
      return split + "_" + baseline;
    }
  }

  private static void execute(Execution execution) throws IOException, InterruptedException {
    Artifact input = execution.input("statistics");
    StatisticsArtifact statistics = StatisticsArtifact.open(input);
    Optional<Artifact> baseline = execution.optionalInput("baseline_statistics");
    Map<String, ParameterValue> blessed = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    if (baseline.isPresent()) {
      StatisticsArtifact others = StatisticsArtifact.open(baseline.get());
      DistributionComparison comparison = DistributionConfig.of(execution.parameters());
      for (Pair pair : pairs(statistics.splitNames(), others.splitNames(), execution)) {
        execution.checkCancelled();
        Anomalies anomalies =
            comparison.compare(
                statistics.allExamples(pair.split), others.allExamples(pair.baseline));
        AnomaliesArtifact.writePair(execution.output("anomalies"), pair.name(), anomalies);
        names.add(pair.name());
        boolean isBlessed =
            anomalies.getAnomalyInfoCount() == 0 && !anomalies.hasDatasetAnomalyInfo();
        blessed.put(pair.name(), ParameterValue.of(isBlessed ? 1L : 0L));
        DistributionConfig.tell(pair.name(), anomalies, execution.progress());
      }
    } else {
      execution.progress().warn("There is no baseline: nothing is compared.");
      for (String split : statistics.splitNames()) {
        AnomaliesArtifact.write(
            execution.output("anomalies"), split, Anomalies.getDefaultInstance());
        names.add(split);
        blessed.put(split, ParameterValue.of(NO_BASELINE));
      }
    }
    execution.setProperty("anomalies", "split_names", ParameterValue.of(SplitNames.format(names)));
    ParameterValue span = input.properties().getOrDefault("span", ParameterValue.of(0L));
    execution.setProperty("anomalies", "span", span);
    execution.setProperty("anomalies", "blessed", ParameterValue.of(blessed));
  }

  private static List<Pair> pairs(List<String> splits, List<String> others, Execution execution) {
    List<Pair> pairs = included(execution.parameters());
    if (pairs.isEmpty()) {
      pairs = splits.stream().filter(others::contains).map(s -> new Pair(s, s)).toList();
    }
    for (Pair pair : pairs) {
      if (!splits.contains(pair.split) || !others.contains(pair.baseline)) {
        throw wrong(
            "There are no splits %s and %s to compare.".formatted(pair.split, pair.baseline),
            splits,
            others,
            execution);
      }
    }
    if (pairs.isEmpty()) {
      throw wrong("No two splits have the same name.", splits, others, execution);
    }
    return pairs;
  }

  private static List<Pair> included(Parameters parameters) {
    List<Pair> pairs = new ArrayList<>();
    for (ParameterValue item : parameters.items(PAIRS)) {
      if (item instanceof ParameterValue.Items(var two)
          && two.size() == 2
          && two.getFirst() instanceof ParameterValue.Text(String split)
          && two.getLast() instanceof ParameterValue.Text(String baseline)) {
        pairs.add(new Pair(split, baseline));
      } else {
        throw new ParameterException(
            "This is no pair of splits: " + item + ".",
            parameters.at(PAIRS),
            "Give lists of two splits: one of statistics, and one of baseline_statistics.");
      }
    }
    return pairs;
  }

  private static ParameterException wrong(
      String what, List<String> splits, List<String> others, Execution execution) {
    return new ParameterException(
        what,
        execution.parameters().at(PAIRS),
        "Pair splits of statistics (%s) with splits of baseline_statistics (%s)."
            .formatted(String.join(", ", splits), String.join(", ", others)));
  }
}
