package dev.pipewright.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Batches in the form of the goldens: a line a feature, with its name and the values of each row;
/// floats and texts in hex after an f or x.
public final class BatchText {

  private BatchText() {}

  /// The features of all batches that there are.
  public static List<String> of(
      Collection<String> features, Supplier<Optional<ExampleBatch>> batches) {
    List<StringBuilder> lines = features.stream().map(StringBuilder::new).toList();
    List<String> names = List.copyOf(features);
    for (Optional<ExampleBatch> next = batches.get(); next.isPresent(); next = batches.get()) {
      ExampleBatch batch = next.get();
      for (int i = 0; i < names.size(); i++) {
        for (int row = 0; row < batch.rowCount(); row++) {
          lines.get(i).append('|').append(row(batch.column(names.get(i)), row));
        }
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  /// The features of a batch.
  public static List<String> of(ExampleBatch batch) {
    List<ExampleBatch> left = new ArrayList<>(List.of(batch));
    return of(
        batch.featureNames(),
        () -> left.isEmpty() ? Optional.empty() : Optional.of(left.removeLast()));
  }

  private static String row(Column column, int row) {
    RowLayout layout = column.layout();
    return IntStream.range(layout.start(row), layout.end(row))
        .mapToObj(
            i ->
                switch (column) {
                  case Column.Int64(var l, long[] values) -> Long.toString(values[i]);
                  case Column.Float(var l, float[] values) ->
                      "f" + HexFormat.of().toHexDigits(Float.floatToRawIntBits(values[i]));
                  case Column.Bytes(var l, int[] codes, var dictionary) ->
                      "x" + HexFormat.of().formatHex(dictionary.get(codes[i]));
                })
        .collect(Collectors.joining(" "));
  }
}
