package dev.pipewright.datavalidation.schema;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// Messages as protobuf's text, byte for byte as Python's `text_format.MessageToString` writes it,
/// which is what TFX calls. Java's own printer differs in its floats and in non-ASCII text. Maps
/// are written in the order of their keys. There is no support for unknown fields and `Any`.
public final class ProtoText {

  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  private ProtoText() {}

  /// The text of a message.
  public static String of(MessageOrBuilder message) {
    ProtoText text = new ProtoText();
    text.message(message);
    return text.out.toString();
  }

  private void message(MessageOrBuilder message) {
    message.getAllFields().forEach(this::field);
  }

  private void field(FieldDescriptor field, Object value) {
    if (!field.isRepeated()) {
      element(field, value);
      return;
    }
    List<?> elements = (List<?>) value;
    if (field.isMapField()) {
      elements = elements.stream().sorted(Comparator.comparing(ProtoText::key)).toList();
    }
    elements.forEach(e -> element(field, e));
  }

  private static String key(Object entry) {
    Message message = (Message) entry;
    return message.getField(message.getDescriptorForType().findFieldByName("key")).toString();
  }

  private void element(FieldDescriptor field, Object value) {
    out.append(indent).append(field.getName());
    if (value instanceof MessageOrBuilder message) {
      out.append(" {\n");
      indent += "  ";
      message(message);
      indent = indent.substring(2);
      out.append(indent).append("}\n");
    } else {
      out.append(": ").append(scalar(field, value)).append('\n');
    }
  }

  private static String scalar(FieldDescriptor field, Object value) {
    return switch (value) {
      case EnumValueDescriptor constant -> constant.getName();
      case String text -> quoted(text);
      case Float x -> real(x, Float.toString(x));
      case Double x -> real(x, Double.toString(x));
      case Integer n when field.getJavaType() == FieldDescriptor.JavaType.INT ->
          unsigned(field) ? Integer.toUnsignedString(n) : n.toString();
      case Long n -> unsigned(field) ? Long.toUnsignedString(n) : n.toString();
      default -> value.toString();
    };
  }

  private static boolean unsigned(FieldDescriptor field) {
    return switch (field.getType()) {
      case UINT32, UINT64, FIXED32, FIXED64 -> true;
      default -> false;
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\t' -> quoted.append("\\t");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '"' -> quoted.append("\\\"");
        case '\'' -> quoted.append("\\'");
        case '\\' -> quoted.append("\\\\");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append("\\%03o".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  // Python's repr of a float: the shortest digits, in scientific notation below 1e-4 and from 1e16.
  private static String real(double value, String shortest) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return shortest;
    }
    BigDecimal digits = new BigDecimal(shortest).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      return digits.scale() <= 0 ? digits.toPlainString() + ".0" : digits.toPlainString();
    }
    String unscaled = digits.unscaledValue().abs().toString();
    String fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
    return (value < 0 ? "-" : "")
        + unscaled.charAt(0)
        + fraction
        + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
