package dev.pipewright.nodes.form;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.RuntimeReference;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RuntimeParameter;
import dev.pipewright.pipeline.component.ParameterType;
import dev.pipewright.pipeline.file.JsonText;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values as people write them: `10,000`, `5e-4`, `relu` where JSON would say `"relu"`, and
/// `${name}` for a runtime parameter.
final class ValueText {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.*)}");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /// A word that is not JSON: JSON's own words and what looks like the start of a value are.
  private static final Pattern BARE = Pattern.compile("(?!(true|false|null)$)[A-Za-z_][\\w./ -]*");

  /// What a text is read as.
  sealed interface Parsed {

    /// A value.
    record Good(ParameterValue value) implements Parsed {}

    /// No value.
    ///
    /// @param message what is wrong with it, and what would do
    /// @param nearest the text of a value that would do; empty where there is none near
    record Bad(String message, String nearest) implements Parsed {
      Bad(String message) {
        this(message, "");
      }
    }
  }

  private ValueText() {}

  /// The text of a value of the type.
  static String format(ParameterType type, ParameterValue value) {
    return switch (value) {
      case RuntimeReference reference when Mixed.is(reference) -> "";
      case RuntimeReference(String name) -> "${" + name + "}";
      case ParameterValue.Int(long n) -> String.format(Locale.ROOT, "%,d", n);
      case ParameterValue.Real(double x) -> real(x);
      case ParameterValue.Text(String s) when type instanceof ParameterType.Json ->
          isBare(s) ? s : JsonText.compact(value);
      case ParameterValue.Text(String s) -> s;
      case ParameterValue.Items items -> JsonText.pretty(items).strip();
      case ParameterValue.Fields fields -> JsonText.pretty(fields).strip();
      case ParameterValue.Bool bool -> JsonText.compact(bool);
      case ParameterValue.Null nothing -> JsonText.compact(nothing);
    };
  }

  /// The value of the type that a text is.
  static Parsed parse(ParameterType type, String text) {
    Matcher reference = REFERENCE.matcher(text);
    if (reference.matches()) {
      return reference(reference.group(1));
    }
    return switch (type) {
      case ParameterType.Int(long min, long max) -> whole(text, min, max);
      case ParameterType.Real(double min, double max) -> number(text, min, max);
      case ParameterType.Json json -> json(text);
      default -> new Parsed.Good(ParameterValue.of(text));
    };
  }

  private static Parsed reference(String name) {
    return RuntimeParameter.isValidName(name)
        ? new Parsed.Good(new RuntimeReference(name))
        : new Parsed.Bad(Messages.text("bad.reference", name));
  }

  private static Parsed whole(String text, long min, long max) {
    String plain = ungrouped(text);
    if (!WHOLE.matcher(plain).matches()) {
      return new Parsed.Bad(Messages.text("bad.whole", text, Ranges.whole(min, max)));
    }
    BigInteger number = new BigInteger(plain);
    boolean isWithin =
        number.compareTo(BigInteger.valueOf(min)) >= 0
            && number.compareTo(BigInteger.valueOf(max)) <= 0;
    return isWithin
        ? new Parsed.Good(ParameterValue.of(number.longValueExact()))
        : new Parsed.Bad(
            Messages.text("bad.range", text, Ranges.whole(min, max)),
            near(number.max(BigInteger.valueOf(min)).min(BigInteger.valueOf(max))));
  }

  private static Parsed number(String text, double min, double max) {
    String plain = ungrouped(text);
    if (!NUMBER.matcher(plain).matches()) {
      return new Parsed.Bad(Messages.text("bad.number", text, Ranges.real(min, max)));
    }
    double number = Double.parseDouble(plain);
    if (!(number >= min && number <= max) || Double.isInfinite(number)) {
      return new Parsed.Bad(
          Messages.text("bad.range", text, Ranges.real(min, max)),
          near(Math.clamp(number, min, max)));
    }
    return new Parsed.Good(
        isLong(plain) ? ParameterValue.of(Long.parseLong(plain)) : ParameterValue.of(number));
  }

  /// A bound that is only there since every type has one is no help.
  private static String near(BigInteger bound) {
    return bound.abs().compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) >= 0
        ? ""
        : String.format(Locale.ROOT, "%,d", bound);
  }

  private static String near(double bound) {
    return Math.abs(bound) >= Double.MAX_VALUE ? "" : real(bound);
  }

  private static boolean isLong(String plain) {
    if (!WHOLE.matcher(plain).matches()) {
      return false;
    }
    BigInteger number = new BigInteger(plain);
    return number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
  }

  private static Parsed json(String text) {
    if (isBare(text)) {
      return new Parsed.Good(ParameterValue.of(text));
    }
    try {
      return new Parsed.Good(JsonText.parse(text));
    } catch (ProjectException e) {
      return new Parsed.Bad(
          e.where().line() > 0
              ? Messages.text("bad.json.at", e.where().line(), e.where().column(), e.what())
              : Messages.text("bad.json", e.what()));
    }
  }

  /// Whether JSON's quotes can be left away. An item that was just added has no text: quotes would
  /// be in the way of what is pasted.
  private static boolean isBare(String text) {
    return text.isEmpty() || BARE.matcher(text).matches();
  }

  private static String ungrouped(String text) {
    return GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
  }

  private static String real(double x) {
    return JsonText.compact(ParameterValue.of(x)).replaceFirst("\\.0($|E)", "$1").replace('E', 'e');
  }
}
