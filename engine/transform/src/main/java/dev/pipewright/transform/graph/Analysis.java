package dev.pipewright.transform.graph;

import dev.pipewright.transform.expression.Expression.Call;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the analyzers found out, and the folder where vocabularies are written.
///
/// @param results what was found, by `AnalyzerCall.key()`
/// @param vocabularyFolder holds a file for every vocabulary among the results
public record Analysis(SequencedMap<String, Analyzed> results, Path vocabularyFolder) {

  public Analysis {
    results = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(results));
  }

  /// What was found out for this call.
  ///
  /// @throws IllegalArgumentException when it was not analyzed
  public Analyzed of(Call call) {
    Analyzed found = results.get(new AnalyzerCall(call).key());
    if (found == null) {
      throw new IllegalArgumentException(call + " was not analyzed");
    }
    return found;
  }

  /// The vocabularies, in the order in which they were first called for.
  public List<Analyzed.Vocabulary> vocabularies() {
    return results.values().stream()
        .filter(Analyzed.Vocabulary.class::isInstance)
        .map(Analyzed.Vocabulary.class::cast)
        .toList();
  }
}
