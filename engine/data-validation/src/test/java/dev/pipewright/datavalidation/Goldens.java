package dev.pipewright.datavalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What TFDV made (peers/goldens/datavalidation_goldens.py), and the tables that it made it of.
public final class Goldens {

  private Goldens() {}

  public static String text(String name) {
    try (var in = Goldens.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static DatasetFeatureStatisticsList statistics(String name) {
    var message = DatasetFeatureStatisticsList.newBuilder();
    return (DatasetFeatureStatisticsList) parse(name + ".statistics.pbtxt", message);
  }

  public static DatasetFeatureStatistics dataset(String name) {
    return statistics(name).getDatasets(0);
  }

  public static Schema schema(String name) {
    return (Schema) parse(name + ".schema.pbtxt", Schema.newBuilder());
  }

  public static Anomalies anomalies(String name) {
    return (Anomalies) parse(name + ".anomalies.pbtxt", Anomalies.newBuilder());
  }

  private static Message parse(String name, Message.Builder message) {
    try {
      TextFormat.merge(text(name), message);
      return message.build();
    } catch (TextFormat.ParseException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /// All columns of a table.
  public static SequencedMap<String, List<String>> cells(String name) {
    SequencedMap<String, List<String>> cells = new LinkedHashMap<>();
    List<String> lines = text(name + ".table").lines().toList();
    for (int i = 0; i < lines.size(); i += 2) {
      cells.put(lines.get(i), List.of(lines.get(i + 1).split("\t")));
    }
    return cells;
  }

  /// The rows of a table from `from` to before `to`.
  public static ExampleBatch rows(String name, int from, int to) {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    SequencedMap<String, ExampleBatch.Sequence> sequences = new LinkedHashMap<>();
    SortedSet<String> untyped = new TreeSet<>();
    cells(name)
        .forEach(
            (head, all) -> {
              String[] typeAndName = head.split(" ", 2);
              List<String> cells = all.subList(from, to);
              if (cells.stream().allMatch("-"::equals)) {
                // A batch has no column for a feature that all its rows lack.
              } else if (cells.stream().allMatch(c -> c.equals("-") || c.equals("?"))) {
                untyped.add(typeAndName[1]);
              } else if (typeAndName[0].startsWith("LISTS_")) {
                sequences.put(typeAndName[1], sequence(typeAndName[0].substring(6), cells));
              } else {
                columns.put(typeAndName[1], column(typeAndName[0], cells));
              }
            });
    return new ExampleBatch(to - from, columns, sequences, untyped);
  }

  private static ExampleBatch.Sequence sequence(String type, List<String> cells) {
    int[] offsets = new int[cells.size() + 1];
    BitSet absent = new BitSet();
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      absent.set(i, cell.equals("-"));
      if (!cell.equals("-") && !cell.equals("()")) {
        steps.addAll(List.of(cell.substring(1, cell.length() - 1).split(";")));
      }
      offsets[i + 1] = steps.size();
    }
    return new ExampleBatch.Sequence(RowLayout.ragged(offsets, absent), column(type, steps));
  }

  public static int rowCount(String name) {
    return cells(name).firstEntry().getValue().size();
  }

  private static Column column(String type, List<String> cells) {
    int[] offsets = new int[cells.size() + 1];
    BitSet absent = new BitSet();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      absent.set(i, cell.equals("-") || cell.equals("?"));
      if (!absent.get(i) && !cell.equals("[]")) {
        values.addAll(List.of(cell.split(",")));
      }
      offsets[i + 1] = values.size();
    }
    boolean isScalar = IntStream.range(0, cells.size()).allMatch(i -> offsets[i + 1] == i + 1);
    RowLayout layout =
        isScalar ? RowLayout.scalar(cells.size()) : RowLayout.ragged(offsets, absent);
    return switch (type) {
      case "INT" -> new Column.Int64(layout, values.stream().mapToLong(Long::parseLong).toArray());
      case "FLOAT" -> new Column.Float(layout, floats(values));
      default -> bytes(layout, values);
    };
  }

  private static float[] floats(List<String> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] =
          switch (values.get(i)) {
            case "nan" -> Float.NaN;
            case "inf" -> Float.POSITIVE_INFINITY;
            case "-inf" -> Float.NEGATIVE_INFINITY;
            case String number -> (float) Double.parseDouble(number);
          };
    }
    return floats;
  }

  // A dictionary with an entry that is not used.
  private static Column bytes(RowLayout layout, List<String> values) {
    List<String> distinct = new ArrayList<>(values.stream().distinct().toList());
    distinct.add("x756e75736564");
    int[] offsets = new int[distinct.size() + 1];
    byte[] data = new byte[0];
    for (int i = 0; i < distinct.size(); i++) {
      byte[] value = HexFormat.of().parseHex(distinct.get(i).substring(1));
      data = Arrays.copyOf(data, offsets[i] + value.length);
      System.arraycopy(value, 0, data, offsets[i], value.length);
      offsets[i + 1] = data.length;
    }
    int[] codes = values.stream().mapToInt(distinct::indexOf).toArray();
    return new Column.Bytes(layout, codes, new ByteStrings(data, offsets, distinct.size()));
  }

  /// Asserts that statistics are equal, but for the last digits of sums, which depend on the order
  /// of addition (docs/decisions/0011-statistics-beside-tfdv.md).
  public static void assertSame(
      DatasetFeatureStatisticsList expected, DatasetFeatureStatisticsList actual) {
    var adjusted = actual.toBuilder();
    adjust(adjusted, expected, 1e-12);
    assertEquals(
        TextFormat.printer().printToString(expected), TextFormat.printer().printToString(adjusted));
  }

  // What is weighted is summed in floats by TFDV, and in doubles here.
  private static final double WEIGHTED = 2e-6;

  private static void adjust(Message.Builder actual, Message expected, double tolerance) {
    for (var entry : expected.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      double allowed = field.getName().startsWith("weighted") ? WEIGHTED : tolerance;
      int count = field.isRepeated() ? expected.getRepeatedFieldCount(field) : 1;
      if (field.isRepeated() && count != actual.getRepeatedFieldCount(field)) {
        continue;
      }
      for (int i = 0; i < count; i++) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
          if (field.isRepeated()) {
            Message.Builder part = ((Message) actual.getRepeatedField(field, i)).toBuilder();
            adjust(part, (Message) expected.getRepeatedField(field, i), allowed);
            actual.setRepeatedField(field, i, part.build());
          } else if (actual.hasField(field)) {
            adjust(actual.getFieldBuilder(field), (Message) entry.getValue(), allowed);
          }
        } else if (field.getJavaType() == FieldDescriptor.JavaType.DOUBLE
            && isSum(field, allowed)
            && isClose((double) actual.getField(field), (double) entry.getValue(), allowed)) {
          actual.setField(field, entry.getValue());
        }
      }
    }
    if (actual.getDescriptorForType().getName().equals("WeightedCommonStatistics")) {
      zeroWhereExpected(actual, expected);
    }
  }

  // Without weights, only means and deviations depend on the order.
  private static boolean isSum(FieldDescriptor field, double tolerance) {
    return tolerance == WEIGHTED || Set.of("mean", "std_dev").contains(field.getName());
  }

  // What is missing is the difference of two such sums, and need not be exactly 0.
  private static void zeroWhereExpected(Message.Builder actual, Message expected) {
    FieldDescriptor missing = actual.getDescriptorForType().findFieldByName("num_missing");
    double total =
        (double)
            expected.getField(expected.getDescriptorForType().findFieldByName("num_non_missing"));
    double difference = (double) actual.getField(missing) - (double) expected.getField(missing);
    if (Math.abs(difference) <= WEIGHTED * total) {
      actual.setField(missing, expected.getField(missing));
    }
  }

  private static boolean isClose(double a, double b, double tolerance) {
    return a != b && Math.abs(a - b) <= tolerance * Math.abs(b);
  }
}
