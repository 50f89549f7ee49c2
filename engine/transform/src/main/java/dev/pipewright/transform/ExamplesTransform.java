package dev.pipewright.transform;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.ExamplesWriter;
import dev.pipewright.data.OrderedTasks;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.datavalidation.statistics.StatisticsAccumulator;
import dev.pipewright.datavalidation.statistics.StatisticsOptions;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.BlockEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Transforms splits, block by block on the pool, and takes statistics of the result.
final class ExamplesTransform {

  private final Execution execution;
  private final List<String> names;
  private final List<Expression> expressions;
  private final TypeChecker types;
  private final Analysis analysis;
  private final StatisticsAccumulator statistics;
  private StatisticsAccumulator.State seen;
  private long rowCount;

  ExamplesTransform(
      Execution execution,
      OutputExpressions outputs,
      TypeChecker types,
      Analysis analysis,
      Schema transformedSchema) {
    this.execution = execution;
    this.names = List.copyOf(new TreeMap<>(outputs.outputs()).keySet());
    this.expressions = outputs.sorted();
    this.types = types;
    this.analysis = analysis;
    this.statistics =
        new StatisticsAccumulator(StatisticsOptions.DEFAULT.withSchema(transformedSchema));
    this.seen = statistics.create();
  }

  /// A transformed block, with its statistics unless they are not wanted.
  private record Block(ExampleBatch batch, StatisticsAccumulator.@Nullable State statistics) {}

  /// Transforms these splits.
  ///
  /// @return the statistics of all of them; empty ones when they are not wanted
  DatasetFeatureStatisticsList run(
      ExamplesArtifact examples, List<String> splits, boolean hasStatistics)
      throws IOException, InterruptedException {
    Path uri = execution.output(TransformSpec.TRANSFORMED_EXAMPLES);
    try (BlockEvaluator evaluator =
        new BlockEvaluator(expressions, types, analysis, execution.parallelism())) {
      for (String split : splits) {
        try (RecordBlocks blocks = examples.blocks(split);
            ExamplesWriter writer =
                ExamplesWriter.transformed(uri, split, execution.pool(), execution.parallelism())) {
          transform(blocks, writer, evaluator, hasStatistics);
          writer.commit();
        }
      }
    }
    return statistics.result(seen);
  }

  private void transform(
      RecordBlocks blocks, ExamplesWriter writer, BlockEvaluator evaluator, boolean hasStatistics)
      throws IOException, InterruptedException {
    Set<String> features = BlockEvaluator.featuresOf(expressions);
    try (var tasks =
        new OrderedTasks<Block>(
            execution.pool(), execution.parallelism(), block -> take(block, writer))) {
      while (blocks.hasNext()) {
        execution.checkCancelled();
        RecordBlock block = blocks.next();
        tasks.add(
            () -> {
              ExampleBatch batch = transformed(block.decode(features), evaluator);
              return new Block(
                  batch, hasStatistics ? statistics.add(statistics.create(), batch) : null);
            });
      }
      tasks.finish();
    }
  }

  private ExampleBatch transformed(ExampleBatch batch, BlockEvaluator evaluator) {
    List<Column> columns = evaluator.evaluate(batch);
    SequencedMap<String, Column> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(names.get(i), columns.get(i));
    }
    return new ExampleBatch(batch.rowCount(), named);
  }

  private void take(Block block, ExamplesWriter writer) throws IOException, InterruptedException {
    writer.write(block.batch());
    if (block.statistics() != null) {
      seen = statistics.merge(seen, block.statistics());
    }
    rowCount += block.batch().rowCount();
    execution.progress().report(Double.NaN, "%,d rows transformed".formatted(rowCount));
  }
}
