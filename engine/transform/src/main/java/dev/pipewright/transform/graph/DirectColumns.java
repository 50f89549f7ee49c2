package dev.pipewright.transform.graph;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Expression.Feature;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Expressions that need no graph: a feature as it is, or with its missing values filled. Most
/// analyzers see nothing else, and so a data set is often analyzed without TensorFlow.
final class DirectColumns {

  private final Map<String, ValueType> features;

  DirectColumns(Map<String, ValueType> features) {
    this.features = features;
  }

  /// Whether the expression is one of these.
  static boolean isDirect(Expression expression) {
    return expression instanceof Feature
        || expression instanceof Call call
            && call.operation().name().equals("fill_missing")
            && call.argument("x") instanceof Feature;
  }

  /// The expression's values in the batch.
  Column read(Expression expression, ExampleBatch batch) {
    return switch (expression) {
      case Feature(String name, _) -> feature(name, batch);
      case Call call when call.argument("x") instanceof Feature(String name, _) -> {
        Column column = feature(name, batch);
        ValueType type = typeOf(name);
        yield type.isSparse() ? filled(name, column, fillValue(call, type.element())) : column;
      }
      default -> throw new IllegalArgumentException(expression + " is not a feature");
    };
  }

  /// What stands for a missing value in a call of `fill_missing`.
  static Expression fillValue(Call call, ElementType element) {
    Expression given = call.argument("default");
    if (!(given instanceof Expression.None)) {
      return given;
    }
    return element == ElementType.STRING ? new Text("", 0) : new Int(0, 0);
  }

  private ValueType typeOf(String feature) {
    ValueType type = features.get(feature);
    if (type == null) {
      throw new IllegalArgumentException("no feature " + feature);
    }
    return type;
  }

  /// The feature's values, checked against its type.
  Column feature(String name, ExampleBatch batch) {
    ValueType type = typeOf(name);
    Column column = batch.column(name);
    if (column == null) {
      column = empty(type.element(), batch.rowCount());
    }
    requireElement(name, column, type.element());
    if (type.form() == ValueType.Form.DENSE) {
      requireCount(name, column.layout(), type);
    }
    return column;
  }

  private static Column empty(ElementType element, int rowCount) {
    RowLayout layout = RowLayout.ragged(new int[rowCount + 1]);
    return switch (element) {
      case INT64 -> new Column.Int64(layout, new long[0]);
      case FLOAT32 -> new Column.Float(layout, new float[0]);
      default -> new Column.Bytes(layout, new int[0], new ByteStrings(new byte[0], new int[1], 0));
    };
  }

  private static void requireElement(String name, Column column, ElementType expected) {
    ElementType element =
        switch (column) {
          case Column.Int64 _ -> ElementType.INT64;
          case Column.Float _ -> ElementType.FLOAT32;
          case Column.Bytes _ -> ElementType.STRING;
        };
    if (element != expected && column.layout().valueCount() > 0) {
      throw new DataException(
          "The examples have " + element + " where the schema says " + expected + ".",
          Location.subject("feature " + name),
          "Make the schema again from these examples, or correct the feature's type in it.");
    }
  }

  private static void requireCount(String name, RowLayout layout, ValueType type) {
    int expected = type.rowShape().stream().reduce(1, Math::multiplyExact);
    if (layout.isScalar() && expected == 1) {
      return;
    }
    for (int row = 0; row < layout.rowCount(); row++) {
      if (layout.count(row) != expected) {
        throw new DataException(
            "A row has " + layout.count(row) + " values where the schema says " + expected + ".",
            Location.subject("feature " + name),
            "Remove the feature's shape from the schema, and wrap it: fill_missing(" + name + ").");
      }
    }
  }

  private static Column filled(String name, Column column, Expression value) {
    RowLayout layout = column.layout();
    if (layout.isScalar()) {
      return column;
    }
    int rows = layout.rowCount();
    int[] source = new int[rows];
    for (int row = 0; row < rows; row++) {
      if (layout.count(row) > 1) {
        throw new DataException(
            "A row has " + layout.count(row) + " values, and fill_missing takes one at most.",
            Location.subject("feature " + name),
            "Use the feature without fill_missing, or keep one value a row.");
      }
      source[row] = layout.count(row) == 0 ? -1 : layout.start(row);
    }
    return fill(column, source, value);
  }

  private static Column fill(Column column, int[] source, Expression value) {
    RowLayout layout = RowLayout.scalar(source.length);
    return switch (column) {
      case Column.Int64(_, long[] values) -> {
        long[] filled = new long[source.length];
        long missing = value instanceof Int(long whole, _) ? whole : 0;
        Arrays.setAll(filled, row -> source[row] < 0 ? missing : values[source[row]]);
        yield new Column.Int64(layout, filled);
      }
      case Column.Float(_, float[] values) -> {
        float[] filled = new float[source.length];
        float missing = number(value);
        for (int row = 0; row < filled.length; row++) {
          filled[row] = source[row] < 0 ? missing : values[source[row]];
        }
        yield new Column.Float(layout, filled);
      }
      case Column.Bytes(_, int[] codes, ByteStrings dictionary) -> {
        int[] filled = new int[source.length];
        Arrays.setAll(filled, row -> source[row] < 0 ? dictionary.size() : codes[source[row]]);
        yield new Column.Bytes(layout, filled, with(dictionary, text(value)));
      }
    };
  }

  private static float number(Expression value) {
    return switch (value) {
      case Int(long whole, _) -> whole;
      case Real(double real, _) -> (float) real;
      default -> 0;
    };
  }

  private static byte[] text(Expression value) {
    return value instanceof Text(String text, _)
        ? text.getBytes(StandardCharsets.UTF_8)
        : new byte[0];
  }

  private static ByteStrings with(ByteStrings strings, byte[] last) {
    int end = strings.size() == 0 ? 0 : strings.end(strings.size() - 1);
    int[] offsets = new int[strings.size() + 2];
    for (int i = 0; i < strings.size(); i++) {
      offsets[i] = strings.start(i);
    }
    offsets[strings.size()] = end;
    offsets[strings.size() + 1] = end + last.length;
    byte[] data = Arrays.copyOf(strings.data(), end + last.length);
    System.arraycopy(last, 0, data, end, last.length);
    return new ByteStrings(data, offsets, strings.size() + 1);
  }
}
