package dev.pipewright.transform;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.SplitNames;
import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.Analyzed;
import dev.pipewright.transform.graph.BlockEvaluator;
import dev.pipewright.transform.graph.DataSetAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// Analyzes the raw examples, writes the transform's graph, and transforms the examples with it.
final class TransformExecutor implements Executor {

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    Parameters parameters = execution.parameters();
    OutputExpressions outputs = OutputExpressions.of(parameters);
    Schema schema =
        SchemaText.read(execution.input(TransformSpec.SCHEMA).uri().resolve(SchemaText.FILE_NAME));
    TypeChecker checker = new TypeChecker(RawFeatures.of(schema));
    ExamplesArtifact examples = ExamplesArtifact.open(execution.input(TransformSpec.EXAMPLES));
    SplitReader analyzed = new SplitReader(execution, examples, analyzeSplits(parameters));
    Set<String> used = new TreeSet<>(BlockEvaluator.featuresOf(outputs.sorted()));
    RawPresence.require(analyzed, used, checker.features().keySet());
    SortedMap<String, ValueType> types = outputs.types(checker);
    boolean hasStatistics = !parameters.flag(TransformSpec.DISABLE_STATISTICS);

    TensorFlowRuntime.loadFor(execution.progress());
    RawStatistics raw = new RawStatistics(analyzed, hasStatistics ? used : Set.of(), schema);
    Analysis analysis =
        new DataSetAnalysis(checker, execution.parallelism(), vocabularyFolder(execution))
            .of(outputs.outputs().values(), raw);
    log(execution, analysis);
    new TransformGraphWriter(schema, RawFeatures.of(schema), outputs, types, analysis)
        .write(execution.output(TransformSpec.TRANSFORM_GRAPH));

    Schema transformedSchema = TransformedSchema.withoutRanges(outputs, types);
    ExamplesTransform transform =
        new ExamplesTransform(execution, outputs, checker, analysis, transformedSchema);
    List<String> splits = transformSplits(parameters, examples);
    DatasetFeatureStatisticsList statistics = transform.run(examples, splits, hasStatistics);
    execution.setProperty(
        TransformSpec.TRANSFORMED_EXAMPLES,
        "split_names",
        ParameterValue.of(SplitNames.format(splits)));
    if (hasStatistics) {
      new StatisticsOutputs(execution)
          .write(schema, raw.statistics(), transformedSchema, statistics);
    }
  }

  private static List<String> analyzeSplits(Parameters parameters) {
    List<String> splits = parameters.struct(TransformSpec.SPLITS_CONFIG).texts("analyze");
    return splits.isEmpty() ? List.of("train") : splits;
  }

  /// In alphabetical order, as TFX lists them.
  private static List<String> transformSplits(Parameters parameters, ExamplesArtifact examples) {
    List<String> splits = parameters.struct(TransformSpec.SPLITS_CONFIG).texts("transform");
    return (splits.isEmpty() ? examples.splitNames() : splits).stream().sorted().toList();
  }

  private static Path vocabularyFolder(Execution execution) throws IOException {
    return Files.createDirectories(execution.workFolder().resolve("vocabularies"));
  }

  private static void log(Execution execution, Analysis analysis) {
    for (Analyzed.Vocabulary vocabulary : analysis.vocabularies()) {
      execution
          .progress()
          .log("Vocabulary " + vocabulary.key() + ": " + vocabulary.terms().size() + " terms.");
    }
  }
}
