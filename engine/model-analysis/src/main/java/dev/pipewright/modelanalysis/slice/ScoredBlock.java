package dev.pipewright.modelanalysis.slice;

import dev.pipewright.data.Column;
import dev.pipewright.modelanalysis.metric.Scores;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A block of examples with what the models say of them.
///
/// @param rowCount how many examples there are
/// @param models the labels, predictions and weights of each model
/// @param columns the column of a slicing feature, or null when no row has it
public record ScoredBlock(
    int rowCount, List<Scores> models, Function<String, @Nullable Column> columns) {

  public ScoredBlock {
    models = List.copyOf(models);
    for (Scores scores : models) {
      if (scores.rows() != rowCount) {
        throw new IllegalArgumentException(scores.rows() + " scores of " + rowCount + " rows");
      }
    }
  }
}
