package dev.pipewright.transform.graph;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Operation.Analysis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Which analyzers a set of expressions needs, in phases: those of a phase see values that depend
/// only on what earlier phases found. Vocabularies get their names here.
final class AnalysisPlan {

  private final List<SequencedMap<String, AnalyzerCall>> phases = new ArrayList<>();
  private final Map<String, String> vocabularyNames = new LinkedHashMap<>();

  private AnalysisPlan() {}

  /// The plan for these expressions.
  ///
  /// @throws ParameterException when two vocabularies have the same file
  static AnalysisPlan of(Collection<Expression> expressions) {
    AnalysisPlan plan = new AnalysisPlan();
    expressions.forEach(plan::visit);
    return plan;
  }

  /// The analyzers of each phase.
  List<List<AnalyzerCall>> phases() {
    return phases.stream().map(phase -> List.copyOf(phase.values())).toList();
  }

  /// The file name of the vocabulary that this call makes.
  String vocabularyFile(AnalyzerCall call) {
    String name = vocabularyNames.get(call.key());
    if (name == null) {
      throw new IllegalArgumentException(call + " is not in the plan");
    }
    return name;
  }

  /// Adds what the expression needs and returns the phase after which its value is known.
  private int visit(Expression expression) {
    int phase = 0;
    for (Expression child : expression.children()) {
      phase = Math.max(phase, visit(child));
    }
    if (!(expression instanceof Call call) || call.operation().analysis() == Analysis.NONE) {
      return phase;
    }
    AnalyzerCall analyzer = new AnalyzerCall(call);
    while (phases.size() <= phase) {
      phases.add(new LinkedHashMap<>());
    }
    if (phases.get(phase).putIfAbsent(analyzer.key(), analyzer) == null
        && analyzer.analysis() == Analysis.VOCABULARY) {
      String name = newName(analyzer);
      if (vocabularyNames.containsValue(name)) {
        throw new ParameterException(
            "Two different vocabularies would be in the file " + name + ".",
            new Location(null, 0, call.column(), null),
            "Give each its own vocab_filename.");
      }
      vocabularyNames.put(analyzer.key(), name);
    }
    return phase + 1;
  }

  /// As `analyzers.sanitized_vocab_filename` of TFT: without a `vocab_filename` it is the name of
  /// the call's scope in the graph.
  private String newName(AnalyzerCall call) {
    int earlier = vocabularyNames.size();
    return call.text("vocab_filename")
        .map(name -> name.replaceAll("(?U)[^\\w\\s-]", "_").strip().replaceAll("(?U)[-\\s]+", "-"))
        .orElse(
            "vocab_compute_and_apply_vocabulary"
                + (earlier == 0 ? "" : "_" + earlier)
                + "_vocabulary");
  }
}
