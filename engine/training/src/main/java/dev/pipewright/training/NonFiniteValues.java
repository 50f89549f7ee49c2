package dev.pipewright.training;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.Execution;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// NaN and infinite numbers in rows, each of which ruins a training.
final class NonFiniteValues {

  static final String FIX =
      "Replace them in Transform, as with tf.where(tf.math.is_nan(x), 0.0, x), or leave those"
          + " rows out.";

  private NonFiniteValues() {}

  /// What a training that failed is to say: the features to blame, or else the failure itself.
  static RuntimeException explain(ParameterException failure, RowStore rows, Execution execution)
      throws InterruptedException {
    SequencedMap<String, Long> counts = count(rows, execution);
    if (counts.isEmpty()) {
      return failure;
    }
    String features =
        counts.entrySet().stream()
            .map(e -> e.getKey() + " (" + rowCount(e.getValue()) + ")")
            .collect(Collectors.joining(", "));
    return new DataException(
        failure.what() + " There are NaN or infinite values in: " + features + ".",
        Location.subject("feature " + String.join(", ", counts.keySet())),
        FIX,
        failure);
  }

  private static SequencedMap<String, Long> count(RowStore rows, Execution execution)
      throws InterruptedException {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    for (int field = 0; field < rows.fields().size(); field++) {
      long count = FieldValues.of(rows, field, execution).nonFiniteRows();
      if (count > 0) {
        counts.put(rows.fields().get(field).name(), count);
      }
    }
    return counts;
  }

  static String rowCount(long count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }
}
