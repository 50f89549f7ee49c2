package dev.pipewright.data.parquet;

import dev.pipewright.data.FeatureBuilder;
import dev.pipewright.data.FeatureBuilder.Kind;
import dev.pipewright.data.binary.DamagedException;
import dev.pipewright.data.parquet.Footer.SchemaElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column of a Parquet file and the feature it becomes: whole numbers and booleans an int64 list,
/// numbers with fractions and decimals a float list, texts and bytes a bytes list; dates and times
/// are the whole numbers that stand in the file. A null is a missing value, as an empty cell of a
/// CSV file is.
///
/// @param index its place among the columns of each row group
/// @param feature the feature's name: a field of a struct has the struct's name before it, and a
///   dot
/// @param type how its values are stored
/// @param isUnsigned whether its whole numbers have no sign
/// @param isDecimal whether its values are decimals
/// @param scale how many digits decimals have after the point
/// @param maxRepetition in how many lists its values are
/// @param maxDefinition how many of the nodes above it can be missing, itself among them
record ParquetColumn(
    int index,
    String feature,
    PhysicalType type,
    boolean isUnsigned,
    boolean isDecimal,
    int scale,
    int maxRepetition,
    int maxDefinition) {

  private static final int REQUIRED = 0;
  private static final int REPEATED = 2;
  private static final int MAX_DEPTH = 64;

  /// The columns of a file, in their order.
  static List<ParquetColumn> of(List<SchemaElement> schema) throws DamagedException {
    Tree tree = new Tree(schema);
    SchemaElement root = schema.getFirst();
    for (int i = 0; i < root.children; i++) {
      SchemaElement child = tree.peek();
      tree.add(child.name, 0, 0, 0);
    }
    return tree.columns;
  }

  /// Goes through the nodes in their order.
  private static final class Tree {
    private final List<SchemaElement> schema;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private int at = 1;

    Tree(List<SchemaElement> schema) {
      this.schema = schema;
    }

    SchemaElement peek() throws DamagedException {
      if (at >= schema.size()) {
        throw new DamagedException("its columns are damaged");
      }
      return schema.get(at);
    }

    /// Adds the columns of the next node, which has this name.
    void add(String name, int repetition, int definition, int depth) throws DamagedException {
      SchemaElement node = peek();
      at++;
      if (depth > MAX_DEPTH || node.children < 0) {
        throw new DamagedException("its columns are damaged");
      }
      int repeated = repetition + (node.repetition == REPEATED ? 1 : 0);
      int defined = definition + (node.repetition == REQUIRED ? 0 : 1);
      if (node.children == 0) {
        columns.add(column(columns.size(), name, node, repeated, defined));
      } else if (node.children == 1 && (node.isList || node.isMap)) {
        addRepeated(name, node.isMap, repeated, defined, depth);
      } else {
        addChildren(name, node.children, repeated, defined, depth);
      }
    }

    private void addChildren(String name, int count, int repetition, int definition, int depth)
        throws DamagedException {
      for (int i = 0; i < count; i++) {
        add(name + "." + peek().name, repetition, definition, depth + 1);
      }
    }

    /// The node below a list or map, whose own name says nothing.
    private void addRepeated(String name, boolean isMap, int repetition, int definition, int depth)
        throws DamagedException {
      SchemaElement node = peek();
      boolean isElement =
          node.children != 1 || node.name.equals("array") || node.name.endsWith("_tuple");
      if (isMap || isElement) {
        add(name, repetition, definition, depth + 1);
      } else {
        at++;
        add(
            name,
            repetition + (node.repetition == REPEATED ? 1 : 0),
            definition + (node.repetition == REQUIRED ? 0 : 1),
            depth + 1);
      }
    }
  }

  private static ParquetColumn column(
      int index, String name, SchemaElement node, int repetition, int definition)
      throws DamagedException {
    return new ParquetColumn(
        index,
        name,
        PhysicalType.of(node.type),
        node.isUnsigned,
        node.isDecimal,
        node.scale,
        repetition,
        definition);
  }

  /// Why the column cannot become a feature.
  Optional<String> problem() {
    if (maxRepetition > 1) {
      return Optional.of("has lists in lists");
    }
    return switch (type) {
      case INT96, FIXED_LEN_BYTE_ARRAY -> Optional.of("is of the type " + type);
      case BYTE_ARRAY -> isDecimal ? Optional.of("has decimals in bytes") : Optional.empty();
      case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> Optional.empty();
    };
  }

  /// The kind of feature that it becomes.
  Kind kind() {
    return switch (type) {
      case BOOLEAN, INT32, INT64 -> isDecimal ? Kind.FLOAT : Kind.INT64;
      case FLOAT, DOUBLE -> Kind.FLOAT;
      case BYTE_ARRAY, INT96, FIXED_LEN_BYTE_ARRAY -> Kind.BYTES;
    };
  }

  /// What puts its values into a feature.
  Sink sink(FeatureBuilder target) {
    long mask = isUnsigned && type == PhysicalType.INT32 ? 0xffffffffL : -1L;
    double divisor = Math.pow(10, scale);
    return new Sink() {
      @Override
      public void integer(long value) {
        if (isDecimal) {
          target.add((float) (value / divisor));
        } else {
          target.add(value & mask);
        }
      }

      @Override
      public void number(double value) {
        target.add((float) value);
      }

      @Override
      public void bytes(byte[] data, int start, int end) {
        target.add(data, start, end);
      }
    };
  }
}
