package dev.pipewright.keras.model;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads Keras's way to name a thing, `{"class_name": …, "config": {…}}` or the name alone, and
/// remembers which fields were read, so that a misspelt one is found.
final class ClassConfig {

  /// Fields Keras writes that change nothing here.
  private static final Set<String> IGNORED = Set.of("name", "dtype", "ema_momentum");

  /// Fields Keras writes that can only have their usual values here.
  private static final Map<String, Set<String>> USUAL =
      Map.of(
          "trainable", Set.of("true"),
          "reduction", Set.of("sum_over_batch_size", "auto"),
          "data_format", Set.of("channels_last"));

  private final String kind;
  private final String subject;
  private final String className;
  private final Map<String, ParameterValue> fields;
  private final Set<String> read = new HashSet<>();

  private ClassConfig(
      String kind, String subject, String className, Map<String, ParameterValue> fields) {
    this.kind = kind;
    this.subject = subject;
    this.className = className;
    this.fields = new LinkedHashMap<>(fields);
  }

  /// @param kind what it is, for messages: `layer`, `optimizer`
  static ClassConfig of(ParameterValue json, String kind) {
    return of(json, kind, "");
  }

  /// The thing of that kind that a field describes, if it is there and not null.
  Optional<ClassConfig> part(String field, String partKind) {
    return Optional.ofNullable(value(field)).map(json -> of(json, partKind, subject + ", "));
  }

  private static ClassConfig of(ParameterValue json, String kind, String owner) {
    if (json instanceof ParameterValue.Text(String name)) {
      return new ClassConfig(kind, owner + kind + " " + name, name, Map.of());
    }
    if (json instanceof ParameterValue.Fields(var outer)
        && outer.get("class_name") instanceof ParameterValue.Text(String className)) {
      Map<String, ParameterValue> config =
          outer.get("config") instanceof ParameterValue.Fields inner ? inner.values() : Map.of();
      String name =
          name(outer).or(() -> name(config)).map(n -> n + " (" + className + ")").orElse(className);
      return new ClassConfig(kind, owner + kind + " " + name, className, config);
    }
    throw new ParameterException(
        "It is not described as Keras does.",
        Location.subject(owner + kind),
        "Write its name, or an object with class_name and config.");
  }

  private static Optional<String> name(Map<String, ParameterValue> fields) {
    return fields.get("name") instanceof ParameterValue.Text(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  String className() {
    return className;
  }

  ParameterException unknownClass(String known) {
    return new ParameterException(
        "There is no " + kind + " " + className + ".",
        Location.subject(subject),
        "Choose one of " + known + ".");
  }

  /// The field, unless it is absent or null.
  @Nullable ParameterValue value(String field) {
    read.add(field);
    ParameterValue value = fields.get(field);
    return value instanceof ParameterValue.Null ? null : value;
  }

  int integer(String field, int otherwise) {
    ParameterValue value = value(field);
    return value == null ? otherwise : integerOf(field, value);
  }

  int requiredInteger(String field) {
    ParameterValue value = value(field);
    if (value == null) {
      throw wrong(field + " is missing", "Set " + field + ".");
    }
    return integerOf(field, value);
  }

  private int integerOf(String field, ParameterValue value) {
    if (value instanceof ParameterValue.Int(long n) && n == (int) n) {
      return (int) n;
    }
    throw wrong(field + " is not a whole number", "Set " + field + " to a whole number.");
  }

  OptionalLong seed() {
    ParameterValue value = value("seed");
    return value instanceof ParameterValue.Int(long seed)
        ? OptionalLong.of(seed)
        : OptionalLong.empty();
  }

  double real(String field, double otherwise) {
    ParameterValue value = value(field);
    return value == null ? otherwise : realOf(field, value);
  }

  private double realOf(String field, ParameterValue value) {
    return switch (value) {
      case ParameterValue.Int(long n) -> n;
      case ParameterValue.Real(double x) -> x;
      default -> throw wrong(field + " is not a number", "Set " + field + " to a number.");
    };
  }

  boolean flag(String field, boolean otherwise) {
    ParameterValue value = value(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ParameterValue.Bool(boolean flag)) {
      return flag;
    }
    throw wrong(field + " is not true or false", "Set " + field + " to true or false.");
  }

  String text(String field, String otherwise) {
    ParameterValue value = value(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ParameterValue.Text(String text)) {
      return text;
    }
    throw wrong(field + " is not a text", "Set " + field + " to a text.");
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type, E otherwise) {
    String name = text(field, otherwise.name());
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name)) {
        return constant;
      }
    }
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      known.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw wrong(field + " is " + name, "Choose one of " + String.join(", ", known) + ".");
  }

  /// Whole numbers; null stands for any length, -1.
  Optional<List<Integer>> integers(String field) {
    ParameterValue value = value(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof ParameterValue.Items(List<ParameterValue> items))) {
      throw wrong(field + " is not a list", "Set " + field + " to a list of whole numbers.");
    }
    List<Integer> numbers = new ArrayList<>();
    for (ParameterValue item : items) {
      numbers.add(item instanceof ParameterValue.Null ? -1 : integerOf(field, item));
    }
    return Optional.of(numbers);
  }

  /// A number, or numbers in lists however deep; empty if there are none.
  List<Double> reals(String field) {
    ParameterValue value = value(field);
    List<Double> numbers = new ArrayList<>();
    if (value != null) {
      collect(field, value, numbers);
    }
    return numbers;
  }

  private void collect(String field, ParameterValue value, List<Double> numbers) {
    if (value instanceof ParameterValue.Items(List<ParameterValue> items)) {
      items.forEach(item -> collect(field, item, numbers));
    } else {
      numbers.add(realOf(field, value));
    }
  }

  /// Refuses fields that nobody asked for and that say something.
  void requireAllRead() {
    Set<String> left = new TreeSet<>(fields.keySet());
    left.removeAll(read);
    left.removeAll(IGNORED);
    left.removeIf(ClassConfig.this::saysNothing);
    for (String field : left) {
      if (USUAL.containsKey(field)) {
        throw wrong(field + " is " + text(fields.get(field)), "Remove " + field + ".");
      }
    }
    if (!left.isEmpty()) {
      Set<String> known = new TreeSet<>(read);
      throw wrong(
          "it has no " + String.join(", ", left),
          known.isEmpty() ? "Remove it." : "Use " + String.join(", ", known) + ", or remove it.");
    }
  }

  /// Keras writes what is not used as null or false.
  private boolean saysNothing(String field) {
    ParameterValue value = fields.get(field);
    Set<String> usual = USUAL.get(field);
    return value instanceof ParameterValue.Null
        || (usual == null
            ? value instanceof ParameterValue.Bool(boolean flag) && !flag
            : usual.contains(text(value)));
  }

  private static String text(@Nullable ParameterValue value) {
    if (value instanceof ParameterValue.Text(String text)) {
      return text;
    }
    return value == null ? "null" : JsonText.compact(value);
  }

  ParameterException wrong(String what, String fix) {
    return new ParameterException(
        Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".",
        Location.subject(subject),
        fix);
  }
}
