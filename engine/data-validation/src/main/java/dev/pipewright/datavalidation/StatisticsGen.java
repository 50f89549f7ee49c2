package dev.pipewright.datavalidation;

import dev.pipewright.data.ExampleBlock;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.Fold;
import dev.pipewright.data.KeptExamples;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.datavalidation.statistics.StatisticsAccumulator;
import dev.pipewright.datavalidation.statistics.StatisticsOptions;
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
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// TFX's StatisticsGen: statistics of each split of the examples.
public final class StatisticsGen implements Component {

  private static final ComponentSpec SPEC =
      new ComponentSpec(
          "StatisticsGen",
          Category.VALIDATION,
          2,
          "Computes statistics of every feature in each split: how often it is there, its range,"
              + " its distribution, its most frequent values.",
          List.of(
              PortSpec.one("examples", ArtifactType.EXAMPLES, "The examples to look at."),
              PortSpec.optional(
                  "schema",
                  ArtifactType.SCHEMA,
                  "Says which integers are categories, and which bytes are images.")),
          List.of(
              PortSpec.one(
                  "statistics", ArtifactType.EXAMPLE_STATISTICS, "The statistics of each split.")),
          List.of(StatsOptions.PARAMETER, SplitChoice.PARAMETER, StatsOptions.RATES),
          Resources.CPU);

  /// The component.
  public StatisticsGen() {}

  @Override
  public ComponentSpec spec() {
    return SPEC;
  }

  @Override
  public Behavior behavior() {
    return (Executor) StatisticsGen::execute;
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return StatsOptions.check(parameters);
  }

  private static void execute(Execution execution) throws IOException, InterruptedException {
    Artifact input = execution.input("examples");
    ExamplesArtifact examples = ExamplesArtifact.open(input);
    StatsOptions options = StatsOptions.of(execution.parameters());
    StatisticsAccumulator accumulator =
        new StatisticsAccumulator(withSchema(options.options(), execution));
    Optional<KeptExamples> kept = execution.kept("examples", KeptExamples.class);
    List<String> splits = SplitChoice.of(examples.splitNames(), execution);
    requireSplits(options.splitsWithRates(), splits, execution);
    for (int i = 0; i < splits.size(); i++) {
      String split = splits.get(i);
      execution.checkCancelled();
      execution.progress().report((double) i / splits.size(), "split " + split);
      try (RecordBlocks blocks = examples.blocks(split)) {
        Iterator<? extends ExampleBlock> source =
            kept.<Iterator<? extends ExampleBlock>>flatMap(k -> k.blocks(split)).orElse(blocks);
        DatasetFeatureStatisticsList statistics =
            Fold.over(
                new Sample(source, options.sampleRate(split)).taken(),
                accumulator.after(ExampleBlock::decode),
                execution.pool(),
                execution.parallelism());
        StatisticsArtifact.write(execution.output("statistics"), split, statistics);
        execution.progress().log(summary(split, statistics));
      }
    }
    SplitChoice.describe(execution, "statistics", splits, input);
    execution.setProperty("statistics", "stats_dashboard_link", ParameterValue.of(""));
    execution.setProperty("statistics", "sample_rate_by_split", sampleRates(splits, options));
  }

  private static StatisticsOptions withSchema(StatisticsOptions options, Execution execution)
      throws IOException {
    Optional<Artifact> schema = execution.optionalInput("schema");
    return schema.isPresent()
        ? options.withSchema(SchemaArtifact.open(schema.get().uri()).schema())
        : options;
  }

  private static void requireSplits(Set<String> named, List<String> splits, Execution execution) {
    for (String split : named) {
      if (!splits.contains(split)) {
        throw new ParameterException(
            "There is no split " + split + " to look at.",
            execution.parameters().at("sample_rate_by_split"),
            "Name some of these: " + String.join(", ", splits) + ".");
      }
    }
  }

  private static String summary(String split, DatasetFeatureStatisticsList statistics) {
    var dataset = statistics.getDatasets(0);
    int slices = statistics.getDatasetsCount() - 1;
    return "split %s: %,d examples, %d features%s"
        .formatted(
            split,
            dataset.getNumExamples(),
            dataset.getFeaturesCount(),
            slices == 0 ? "" : ", " + slices + " slices");
  }

  // TFX wraps JSON that is text in a struct with this one field.
  private static ParameterValue sampleRates(List<String> splits, StatsOptions options) {
    String json =
        splits.stream()
            .sorted()
            .map(s -> "\"" + s + "\": " + options.sampleRate(s))
            .collect(Collectors.joining(", ", "{", "}"));
    return ParameterValue.of(Map.of("__value__", ParameterValue.of(json)));
  }
}
