package dev.pipewright.transform.graph;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.TypeChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Runs the analyzers that expressions need over a data set, phase by phase.
public final class DataSetAnalysis {

  /// A pass over the data set's rows.
  @FunctionalInterface
  public interface Pass {
    /// Folds the rows; `features` are those that the accumulator looks at.
    <A, R> R fold(Set<String> features, Accumulator<ExampleBatch, A, R> accumulator)
        throws IOException, InterruptedException;
  }

  private final TypeChecker types;
  private final int parallelism;
  private final Path vocabularyFolder;

  /// @param types the raw features' types
  /// @param parallelism how many threads a pass uses at most
  /// @param vocabularyFolder an existing folder, where vocabularies are written
  public DataSetAnalysis(TypeChecker types, int parallelism, Path vocabularyFolder) {
    this.types = types;
    this.parallelism = parallelism;
    this.vocabularyFolder = vocabularyFolder;
  }

  /// Analyzes the data set: one pass a phase, none where no analyzer is needed.
  public Analysis of(Collection<Expression> outputs, Pass pass)
      throws IOException, InterruptedException {
    AnalysisPlan plan = AnalysisPlan.of(outputs);
    SequencedMap<String, Analyzed> found = new LinkedHashMap<>();
    for (List<AnalyzerCall> phase : plan.phases()) {
      List<Expression> inputs = phase.stream().map(AnalyzerCall::input).toList();
      List<Analyzed> results;
      try (var evaluator =
          new BlockEvaluator(inputs, types, new Analysis(found, vocabularyFolder), parallelism)) {
        results =
            pass.fold(
                BlockEvaluator.featuresOf(inputs),
                new Analyzers(evaluator::evaluate, analyzers(phase, plan)));
      }
      for (int i = 0; i < phase.size(); i++) {
        found.put(phase.get(i).key(), results.get(i));
        if (results.get(i) instanceof Analyzed.Vocabulary vocabulary) {
          write(vocabulary);
        }
      }
    }
    return new Analysis(found, vocabularyFolder);
  }

  private List<Accumulator<Column, ?, Analyzed>> analyzers(
      List<AnalyzerCall> phase, AnalysisPlan plan) {
    return phase.stream()
        .<Accumulator<Column, ?, Analyzed>>map(
            call -> Analyzers.analyzer(call, types.typeOf(call.input()).element(), plan))
        .toList();
  }

  /// A term a line, as `TextFileInitializer` reads it.
  private void write(Analyzed.Vocabulary vocabulary) throws IOException {
    var terms = vocabulary.terms();
    byte[] text = new byte[terms.end(terms.size() - 1) + terms.size()];
    int length = 0;
    for (int i = 0; i < terms.size(); i++) {
      System.arraycopy(terms.data(), terms.start(i), text, length, terms.length(i));
      length += terms.length(i);
      text[length++] = '\n';
    }
    Files.write(vocabularyFolder.resolve(vocabulary.fileName()), text);
  }
}
