package dev.pipewright.transform.expression;

import dev.pipewright.transform.expression.Expression.Bool;
import dev.pipewright.transform.expression.Expression.Int;
import dev.pipewright.transform.expression.Expression.None;
import dev.pipewright.transform.expression.Expression.Real;
import dev.pipewright.transform.expression.Expression.Text;
import dev.pipewright.transform.expression.Expression.TypeName;
import dev.pipewright.transform.expression.Operation.Analysis;
import dev.pipewright.transform.expression.Operation.Kind;
import dev.pipewright.transform.expression.Operation.Parameter;
import dev.pipewright.transform.expression.Operation.TypeRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The table of operations: what expressions may call. A new operation is a row here and an emitter
/// of the same name in `dev.pipewright.transform.graph`.
public final class Operations {

  /// More boundaries than this are of no use in a graph, which holds them all; more buckets are
  /// surely a mistake.
  private static final long MAX_BUCKETS = 1_000_000;

  /// The functions of `tf.math` that are in `tf` too.
  private static final Set<String> IN_TF =
      Set.of(
          ("add subtract multiply divide pow minimum maximum equal not_equal less less_equal greater"
                  + " greater_equal logical_and logical_or logical_not negative abs sign square sqrt"
                  + " exp sigmoid tanh sin cos round floor")
              .split(" "));

  private static final List<Operation> ROWS = new ArrayList<>();
  private static final Map<String, Operation> BY_NAME = new TreeMap<>();

  static {
    addScaling();
    addCategories();
    addAnalyzers();
    addSelection();
    addArithmetic();
    addComparisons();
    addUnary();
    addStrings();
    addStringConversions();
    addShapes();
  }

  private Operations() {}

  /// All rows, in the order of the documentation.
  public static List<Operation> all() {
    return Collections.unmodifiableList(ROWS);
  }

  /// Every name that can be called, aliases included.
  static Collection<String> names() {
    return BY_NAME.keySet();
  }

  /// The operation with this name or alias, or null.
  static @Nullable Operation find(String name) {
    return BY_NAME.get(name);
  }

  static Operation get(String name) {
    Operation operation = find(name);
    if (operation == null) {
      throw new IllegalArgumentException(name);
    }
    return operation;
  }

  private static void addScaling() {
    analyzer(
        "tft.scale_to_z_score",
        Analysis.MOMENTS,
        TypeRules.mapped(ElementType.FLOAT32),
        "(x - mean) / standard deviation over the data set; x - mean when all values are equal.",
        value("x"));
    analyzer(
        "tft.scale_to_0_1",
        Analysis.RANGE,
        TypeRules.mapped(ElementType.FLOAT32),
        "x scaled so that the data set's values lie from 0 to 1; sigmoid(x) when all are equal.",
        value("x"));
    analyzer(
        "tft.scale_by_min_max",
        Analysis.RANGE,
        TypeRules::scaledByMinMax,
        "x scaled so that the data set's values lie from output_min to output_max.",
        value("x"),
        option("output_min", Kind.REAL, new Real(0, 0)),
        option("output_max", Kind.REAL, new Real(1, 0)));
  }

  private static void addCategories() {
    analyzer(
        "tft.bucketize",
        Analysis.QUANTILES,
        TypeRules.mapped(ElementType.INT64),
        "The number, from 0, of the quantile bucket that x falls into.",
        value("x"),
        required("num_buckets", Kind.INT).from(2, MAX_BUCKETS));
    analyzer(
        "tft.compute_and_apply_vocabulary",
        Analysis.VOCABULARY,
        TypeRules::vocabulary,
        "The rank, from 0, of x among the data set's values, the most frequent first. A value that"
            + " is not in the vocabulary gets default_value, or, with num_oov_buckets, the number"
            + " of a bucket after the vocabulary by its hash.",
        value("x"),
        option("default_value", Kind.INT, new Int(-1, 0)),
        option("top_k", Kind.INT, new None(0)).from(1, Integer.MAX_VALUE),
        option("frequency_threshold", Kind.REAL, new None(0)),
        option("num_oov_buckets", Kind.INT, new Int(0, 0)).from(0, MAX_BUCKETS),
        option("vocab_filename", Kind.TEXT, new None(0)));
    map(
        "tft.hash_strings",
        TypeRules::hashed,
        "A bucket from 0 by the hash of the string (FarmHash fingerprint).",
        value("strings"),
        required("hash_buckets", Kind.INT).from(1, Integer.MAX_VALUE));
  }

  private static void addAnalyzers() {
    analyzer(
        "tft.mean", Analysis.MOMENTS, TypeRules.MOMENT, "The mean over the data set.", value("x"));
    analyzer(
        "tft.var",
        Analysis.MOMENTS,
        TypeRules.MOMENT,
        "The (population) variance over the data set.",
        value("x"));
    analyzer(
        "tft.min",
        Analysis.RANGE,
        TypeRules::reduced,
        "The least value of the data set.",
        value("x"));
    analyzer(
        "tft.max",
        Analysis.RANGE,
        TypeRules::reduced,
        "The greatest value of the data set.",
        value("x"));
    analyzer("tft.sum", Analysis.SUM, TypeRules::reduced, "The sum over the data set.", value("x"));
    analyzer(
        "tft.size",
        Analysis.SIZE,
        TypeRules.reducedTo(ElementType.INT64, ElementType::isStorable, "a feature's type"),
        "How many values the data set has.",
        value("x"));
  }

  private static void addSelection() {
    map(
        "fill_missing",
        TypeRules::filled,
        "A sparse feature as one value a row, with the default (0 or '') where it is missing; a"
            + " dense one unchanged. It is what TFX's examples call _fill_in_missing.",
        value("x"),
        option("default", Kind.VALUE, new None(0)));
    map(
        "tf.where",
        TypeRules::where,
        "x where the condition is true, y elsewhere.",
        value("condition"),
        value("x"),
        value("y"));
    map(
        "tf.cast",
        TypeRules.converted(e -> e != ElementType.STRING, "a number or truth value", "dtype"),
        "x as another type; a float loses its fraction when it becomes a whole number.",
        value("x"),
        required("dtype", Kind.TYPE));
    map(
        "tf.zeros_like",
        TypeRules.same(e -> e.isNumeric() || e == ElementType.BOOL, "a number"),
        "Zeros of x's type and shape.",
        value("input"));
    map(
        "tf.ones_like",
        TypeRules.same(e -> e.isNumeric() || e == ElementType.BOOL, "a number"),
        "Ones of x's type and shape.",
        value("input"));
    map("tf.identity", TypeRules.same(TypeRules.ANY, "a value"), "x itself.", value("input"));
    map(
        "tf.clip_by_value",
        TypeRules.together(TypeRules.NUMERIC, "a number"),
        "t, but not under clip_value_min nor over clip_value_max.",
        value("t"),
        value("clip_value_min"),
        value("clip_value_max"));
  }

  private static void addArithmetic() {
    TypeRule numbers = TypeRules.together(TypeRules.NUMERIC, "a number");
    binary(
        "tf.math.add",
        TypeRules.together(e -> e.isNumeric() || e == ElementType.STRING, "a number or string"),
        "x + y; joins strings.");
    binary("tf.math.subtract", numbers, "x - y");
    binary("tf.math.multiply", numbers, "x * y");
    binary("tf.math.divide", TypeRules::divided, "x / y; float64 for whole numbers, as in Python.");
    binary("tf.math.floordiv", numbers, "x // y, rounded down.");
    binary("tf.math.floormod", numbers, "x % y, with the sign of y.");
    binary("tf.math.pow", numbers, "x ** y");
    binary("tf.math.minimum", numbers, "The lesser of both.");
    binary("tf.math.maximum", numbers, "The greater of both.");
    binary(
        "tf.math.divide_no_nan",
        TypeRules.together(TypeRules.FLOATING, "a float"),
        "x / y, or 0 where y is 0.");
  }

  private static void addComparisons() {
    TypeRule ordered = TypeRules.compared(TypeRules.NUMERIC, "a number");
    TypeRule any = TypeRules.compared(TypeRules.ANY, "a value");
    binary("tf.math.equal", any, "x == y");
    binary("tf.math.not_equal", any, "x != y");
    binary("tf.math.less", ordered, "x < y");
    binary("tf.math.less_equal", ordered, "x <= y");
    binary("tf.math.greater", ordered, "x > y");
    binary("tf.math.greater_equal", ordered, "x >= y");
    TypeRule truths = TypeRules.compared(TypeRules.BOOL, "a truth value");
    binary("tf.math.logical_and", truths, "x and y");
    binary("tf.math.logical_or", truths, "x or y");
    unary("tf.math.logical_not", TypeRules.same(TypeRules.BOOL, "a truth value"), "not x");
  }

  private static void addUnary() {
    TypeRule number = TypeRules.same(TypeRules.NUMERIC, "a number");
    TypeRule real = TypeRules.same(TypeRules.FLOATING, "a float");
    TypeRule test = TypeRules.to(TypeRules.FLOATING, "a float", ElementType.BOOL);
    unary("tf.math.negative", number, "-x");
    unary("tf.math.abs", number, "x without its sign.");
    unary("tf.math.sign", number, "-1, 0 or 1 by the sign of x.");
    unary("tf.math.square", number, "x * x");
    unary("tf.math.sqrt", real, "The square root.");
    unary("tf.math.exp", real, "e to the power of x.");
    unary("tf.math.expm1", real, "exp(x) - 1, exact near 0.");
    unary("tf.math.log", real, "The natural logarithm.");
    unary("tf.math.log1p", real, "log(1 + x), exact near 0.");
    unary("tf.math.sigmoid", real, "1 / (1 + exp(-x))");
    unary("tf.math.tanh", real, "The hyperbolic tangent.");
    unary("tf.math.sin", real, "The sine of x in radians.");
    unary("tf.math.cos", real, "The cosine of x in radians.");
    unary("tf.math.round", real, "The nearest whole number; halves go to the even one.");
    unary("tf.math.floor", real, "The next whole number down.");
    unary("tf.math.ceil", real, "The next whole number up.");
    unary("tf.math.is_nan", test, "Whether x is not a number.");
    unary("tf.math.is_inf", test, "Whether x is infinite.");
    unary("tf.math.is_finite", test, "Whether x is neither NaN nor infinite.");
  }

  private static void addStrings() {
    TypeRule string = TypeRules.same(TypeRules.STRING, "a string");
    map("tf.strings.lower", string, "In lower case (ASCII letters).", value("input"));
    map("tf.strings.upper", string, "In upper case (ASCII letters).", value("input"));
    map("tf.strings.strip", string, "Without white space at both ends.", value("input"));
    map(
        "tf.strings.length",
        TypeRules.to(TypeRules.STRING, "a string", ElementType.INT32),
        "How many bytes it has.",
        value("input"));
    map(
        "tf.strings.substr",
        string,
        "len bytes from byte pos on; pos must lie within the string.",
        value("input"),
        required("pos", Kind.INT),
        required("len", Kind.INT));
    map(
        "tf.strings.regex_replace",
        string,
        "With what matches the RE2 pattern rewritten.",
        value("input"),
        required("pattern", Kind.TEXT),
        required("rewrite", Kind.TEXT),
        option("replace_global", Kind.BOOL, new Bool(true, 0)));
    map(
        "tf.strings.regex_full_match",
        TypeRules.to(TypeRules.STRING, "a string", ElementType.BOOL),
        "Whether the RE2 pattern matches all of it.",
        value("input"),
        required("pattern", Kind.TEXT));
  }

  private static void addStringConversions() {
    map(
        "tf.strings.join",
        TypeRules::joined,
        "The strings one after the other.",
        required("inputs", Kind.VALUES),
        option("separator", Kind.TEXT, new Text("", 0)));
    map(
        "tf.strings.as_string",
        TypeRules.to(
            e -> e.isNumeric() || e == ElementType.BOOL,
            "a number or truth value",
            ElementType.STRING),
        "The number written out.",
        value("input"));
    map(
        "tf.strings.to_number",
        TypeRules.converted(TypeRules.STRING, "a string", "out_type"),
        "The number that is written there; an error where none is.",
        value("input"),
        option("out_type", Kind.TYPE, new TypeName(ElementType.FLOAT32, 0)));
    map(
        "tf.strings.to_hash_bucket_fast",
        TypeRules::hashed,
        "A bucket from 0 by the hash of the string (FarmHash fingerprint).",
        value("input"),
        required("num_buckets", Kind.INT).from(1, Integer.MAX_VALUE));
  }

  private static void addShapes() {
    map(
        "tf.expand_dims",
        TypeRules::expanded,
        "With an axis of length 1 at the end.",
        value("input"),
        option("axis", Kind.INT, new Int(-1, 0)));
    map(
        "tf.squeeze",
        TypeRules::squeezed,
        "Without the last axis, which has length 1.",
        value("input"),
        option("axis", Kind.INT, new Int(-1, 0)));
    map(
        "tf.one_hot",
        TypeRules::oneHot,
        "depth floats: 1 at the index, 0 elsewhere.",
        value("indices"),
        required("depth", Kind.INT).from(1, Integer.MAX_VALUE));
  }

  private static void unary(String name, TypeRule rule, String doc) {
    map(name, rule, doc, value("x"));
  }

  private static void binary(String name, TypeRule rule, String doc) {
    map(name, rule, doc, value("x"), value("y"));
  }

  private static void map(String name, TypeRule rule, String doc, Parameter... parameters) {
    add(name, Analysis.NONE, rule, doc, parameters);
  }

  private static void analyzer(
      String name, Analysis analysis, TypeRule rule, String doc, Parameter... parameters) {
    add(name, analysis, rule, doc, parameters);
  }

  private static void add(
      String name, Analysis analysis, TypeRule rule, String doc, Parameter... parameters) {
    String shortName = name.substring(name.lastIndexOf('.') + 1);
    List<String> aliases =
        name.equals("tf.math." + shortName) && IN_TF.contains(shortName)
            ? List.of("tf." + shortName)
            : List.of();
    Operation row = new Operation(name, aliases, List.of(parameters), analysis, rule, doc);
    ROWS.add(row);
    BY_NAME.put(name, row);
    aliases.forEach(alias -> BY_NAME.put(alias, row));
  }

  private static Parameter value(String name) {
    return new Parameter(name, Kind.VALUE, null);
  }

  private static Parameter required(String name, Kind kind) {
    return new Parameter(name, kind, null);
  }

  private static Parameter option(String name, Kind kind, Expression defaultValue) {
    return new Parameter(name, kind, defaultValue);
  }
}
