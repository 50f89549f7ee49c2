package dev.pipewright.pipeline.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// JSON text of parameter values. The same value always gives the same text.
public final class JsonText {

  /// The key of a runtime reference, an object with this key alone.
  static final String RUNTIME = "$runtime";

  private static final int LINE = 100;

  private JsonText() {}

  /// The value that the text is.
  ///
  /// @throws dev.pipewright.pipeline.ProjectException when it is not JSON, with line and column
  public static ParameterValue parse(String text) {
    return JsonReader.read(text, null).toValue();
  }

  /// The text on one line, fields in their order.
  public static String compact(ParameterValue value) {
    StringBuilder text = new StringBuilder();
    compact(text, value);
    return text.toString();
  }

  /// The text on one line, fields sorted by name: equal values give equal texts.
  public static String canonical(ParameterValue value) {
    return compact(sorted(value));
  }

  /// The text for people: indented by 2 spaces, with LF; lists of scalars and runtime references
  /// that fit stay on their line.
  public static String pretty(ParameterValue value) {
    StringBuilder text = new StringBuilder();
    pretty(text, value, 0);
    return text.append('\n').toString();
  }

  private static ParameterValue sorted(ParameterValue value) {
    return switch (value) {
      case ParameterValue.Items(var items) ->
          ParameterValue.of(items.stream().map(JsonText::sorted).toList());
      case Fields(var fields) -> {
        Map<String, ParameterValue> sorted = new TreeMap<>();
        fields.forEach((name, inner) -> sorted.put(name, sorted(inner)));
        yield ParameterValue.of(sorted);
      }
      default -> value;
    };
  }

  private static void compact(StringBuilder text, ParameterValue value) {
    switch (value) {
      case ParameterValue.Null v -> text.append("null");
      case ParameterValue.Bool(boolean b) -> text.append(b);
      case ParameterValue.Int(long n) -> text.append(n);
      case ParameterValue.Real(double x) -> text.append(real(x));
      case ParameterValue.Text(String s) -> string(text, s);
      case ParameterValue.RuntimeReference(String name) -> {
        text.append("{\"" + RUNTIME + "\": ");
        string(text, name);
        text.append('}');
      }
      case ParameterValue.Items(var items) -> {
        String separator = "[";
        for (ParameterValue item : items) {
          text.append(separator);
          compact(text, item);
          separator = ", ";
        }
        text.append(items.isEmpty() ? "[]" : "]");
      }
      case Fields(var fields) -> {
        String separator = "{";
        for (var field : fields.entrySet()) {
          text.append(separator);
          string(text, field.getKey());
          text.append(": ");
          compact(text, field.getValue());
          separator = ", ";
        }
        text.append(fields.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void pretty(StringBuilder text, ParameterValue value, int indent) {
    switch (value) {
      case ParameterValue.Items(var items) when !fitsOnALine(items, indent) -> {
        String separator = "[";
        for (ParameterValue item : items) {
          text.append(separator);
          newLine(text, indent + 1);
          pretty(text, item, indent + 1);
          separator = ",";
        }
        newLine(text, indent);
        text.append(']');
      }
      case Fields(var fields) when !fields.isEmpty() -> prettyFields(text, fields, indent);
      default -> compact(text, value);
    }
  }

  private static void prettyFields(
      StringBuilder text, SequencedMap<String, ParameterValue> fields, int indent) {
    String separator = "{";
    for (var field : fields.entrySet()) {
      text.append(separator);
      newLine(text, indent + 1);
      string(text, field.getKey());
      text.append(": ");
      pretty(text, field.getValue(), indent + 1);
      separator = ",";
    }
    newLine(text, indent);
    text.append('}');
  }

  private static boolean fitsOnALine(List<ParameterValue> items, int indent) {
    int length = 2 * indent;
    for (ParameterValue item : items) {
      if (item instanceof ParameterValue.Items || item instanceof Fields) {
        return false;
      }
      length += compact(item).length() + 2;
    }
    return length <= LINE;
  }

  private static void newLine(StringBuilder text, int indent) {
    text.append('\n').append("  ".repeat(indent));
  }

  private static void string(StringBuilder text, String value) {
    text.append('"').append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
  }

  /// Plain digits where they stay short, always with a point or an exponent: a whole `Real` must be
  /// read back as one.
  private static String real(double x) {
    double size = Math.abs(x);
    if (x == 0 || size < 1e-7 || size >= 1e15) {
      return Double.toString(x);
    }
    String plain = new BigDecimal(Double.toString(x)).stripTrailingZeros().toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }
}
