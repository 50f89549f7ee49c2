package dev.pipewright.transform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The table of `operations.json`, and what tf.Transform made of it.
public final class Goldens {

  /// The whole file.
  public static final JsonNode JSON = read();

  private Goldens() {}

  private static JsonNode read() {
    try (InputStream stream = Goldens.class.getResourceAsStream("/operations.json")) {
      return JsonMapper.builder().build().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The types of the table's features.
  public static SortedMap<String, ValueType> features() {
    SortedMap<String, ValueType> types = new TreeMap<>();
    for (String name : List.of("x", "odd", "same")) {
      types.put(name, ValueType.dense(ElementType.FLOAT32, List.of(1)));
    }
    types.put("n", ValueType.dense(ElementType.INT64, List.of(1)));
    types.put("digits", ValueType.dense(ElementType.STRING, List.of(1)));
    types.put("maybe", ValueType.sparse(ElementType.FLOAT32));
    types.put("count", ValueType.sparse(ElementType.INT64));
    types.put("word", ValueType.sparse(ElementType.STRING));
    return types;
  }

  /// The rows from `from` to before `to`.
  public static ExampleBatch rows(int from, int to) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    features().forEach((name, type) -> columns.put(name, column(name, type, from, to)));
    return new ExampleBatch(to - from, columns);
  }

  /// How many rows there are.
  public static int rowCount() {
    return JSON.get("rows").size();
  }

  private static Column column(String name, ValueType type, int from, int to) {
    int[] offsets = new int[to - from + 1];
    List<JsonNode> values = new ArrayList<>();
    for (int row = from; row < to; row++) {
      JSON.get("rows").get(row).get(name).forEach(values::add);
      offsets[row - from + 1] = values.size();
    }
    RowLayout layout = type.isSparse() ? RowLayout.ragged(offsets) : RowLayout.scalar(to - from);
    return switch (type.element()) {
      case INT64 -> new Column.Int64(layout, values.stream().mapToLong(JsonNode::asLong).toArray());
      case FLOAT32 -> {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = real(values.get(i));
        }
        yield new Column.Float(layout, floats);
      }
      default -> bytes(layout, values);
    };
  }

  private static Column bytes(RowLayout layout, List<JsonNode> values) {
    int[] codes = new int[values.size()];
    List<String> strings = new ArrayList<>();
    for (JsonNode value : values) {
      codes[strings.size()] = strings.size();
      strings.add(value.asText());
    }
    return new Column.Bytes(layout, codes, ByteStrings.of(strings));
  }

  /// A float as the file writes it.
  public static float real(JsonNode value) {
    return switch (value.asText()) {
      case "nan" -> Float.NaN;
      case "inf" -> Float.POSITIVE_INFINITY;
      case "-inf" -> Float.NEGATIVE_INFINITY;
      default -> (float) value.asDouble();
    };
  }

  /// A row's values, laid flat, as the file has them.
  static List<Object> expected(JsonNode row) {
    List<Object> values = new ArrayList<>();
    if (row.isArray()) {
      row.forEach(value -> values.addAll(expected(value)));
    } else if (row.isIntegralNumber()) {
      values.add(row.asLong());
    } else if (row.isTextual() && !List.of("nan", "inf", "-inf").contains(row.asText())) {
      values.add(row.asText());
    } else {
      values.add(real(row));
    }
    return values;
  }

  /// A row's values.
  static List<Object> actual(Column column, int row) {
    List<Object> values = new ArrayList<>();
    for (int i = column.layout().start(row); i < column.layout().end(row); i++) {
      values.add(
          switch (column) {
            case Column.Int64 longs -> longs.values()[i];
            case Column.Float floats -> floats.values()[i];
            case Column.Bytes bytes ->
                new String(bytes.dictionary().get(bytes.codes()[i]), StandardCharsets.UTF_8);
          });
    }
    return values;
  }
}
