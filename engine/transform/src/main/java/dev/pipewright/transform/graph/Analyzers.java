package dev.pipewright.transform.graph;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.transform.expression.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Folds all analyzers of a phase together over batches.
final class Analyzers implements Accumulator<ExampleBatch, List<Object>, List<Analyzed>> {

  private final Function<ExampleBatch, List<Column>> inputs;
  private final List<Accumulator<Column, Object, Analyzed>> analyzers;

  /// @param inputs computes the analyzers' inputs of a batch, in the analyzers' order
  Analyzers(
      Function<ExampleBatch, List<Column>> inputs,
      List<? extends Accumulator<Column, ?, Analyzed>> analyzers) {
    this.inputs = inputs;
    this.analyzers = analyzers.stream().map(Analyzers::erased).toList();
  }

  /// The analyzer for a call over input of these elements.
  static Accumulator<Column, ?, Analyzed> analyzer(
      AnalyzerCall call, ElementType input, AnalysisPlan plan) {
    boolean isReal = input == ElementType.FLOAT32;
    return switch (call.analysis()) {
      case MOMENTS -> new NumberAnalyzers.MomentsAnalyzer();
      case RANGE ->
          isReal ? new NumberAnalyzers.RealRangeAnalyzer() : new NumberAnalyzers.IntRangeAnalyzer();
      case SUM ->
          isReal ? new NumberAnalyzers.RealSumAnalyzer() : new NumberAnalyzers.IntSumAnalyzer();
      case SIZE -> new NumberAnalyzers.SizeAnalyzer();
      case QUANTILES ->
          new QuantilesAnalyzer(Math.toIntExact(call.integer("num_buckets").orElseThrow()));
      case VOCABULARY -> vocabulary(call, plan);
      case NONE -> throw new IllegalArgumentException(call.toString());
    };
  }

  private static VocabularyAnalyzer vocabulary(AnalyzerCall call, AnalysisPlan plan) {
    String fileName = plan.vocabularyFile(call);
    return new VocabularyAnalyzer(
        call.text("vocab_filename").orElse(fileName),
        fileName,
        call.integer("top_k").orElse(Long.MAX_VALUE),
        call.real("frequency_threshold").orElse(0));
  }

  // Each state goes only to the analyzer that made it.
  @SuppressWarnings("unchecked")
  private static Accumulator<Column, Object, Analyzed> erased(
      Accumulator<Column, ?, Analyzed> analyzer) {
    return (Accumulator<Column, Object, Analyzed>) analyzer;
  }

  @Override
  public List<Object> create() {
    return new ArrayList<>(analyzers.stream().map(Accumulator::create).toList());
  }

  @Override
  public List<Object> add(List<Object> states, ExampleBatch batch) {
    List<Column> columns = inputs.apply(batch);
    for (int i = 0; i < columns.size(); i++) {
      states.set(i, analyzers.get(i).add(states.get(i), columns.get(i)));
    }
    return states;
  }

  @Override
  public List<Object> merge(List<Object> left, List<Object> right) {
    for (int i = 0; i < analyzers.size(); i++) {
      left.set(i, analyzers.get(i).merge(left.get(i), right.get(i)));
    }
    return left;
  }

  @Override
  public List<Analyzed> result(List<Object> states) {
    List<Analyzed> results = new ArrayList<>();
    for (int i = 0; i < analyzers.size(); i++) {
      results.add(analyzers.get(i).result(states.get(i)));
    }
    return results;
  }
}
