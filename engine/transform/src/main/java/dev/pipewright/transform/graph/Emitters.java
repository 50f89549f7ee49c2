package dev.pipewright.transform.graph;

import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.ElementType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How each operation of the table becomes TensorFlow ops.
final class Emitters {

  /// Adds a call to its graph.
  @FunctionalInterface
  interface Emitter {
    GraphValue emit(Emission call);
  }

  private static final Map<String, Emitter> BY_NAME = new TreeMap<>();

  static {
    addElementwise(
        Map.ofEntries(
            Map.entry("subtract", "Sub"),
            Map.entry("multiply", "Mul"),
            Map.entry("floordiv", "FloorDiv"),
            Map.entry("floormod", "FloorMod"),
            Map.entry("pow", "Pow"),
            Map.entry("minimum", "Minimum"),
            Map.entry("maximum", "Maximum"),
            Map.entry("divide_no_nan", "DivNoNan"),
            Map.entry("equal", "Equal"),
            Map.entry("not_equal", "NotEqual"),
            Map.entry("less", "Less"),
            Map.entry("less_equal", "LessEqual"),
            Map.entry("greater", "Greater"),
            Map.entry("greater_equal", "GreaterEqual"),
            Map.entry("logical_and", "LogicalAnd"),
            Map.entry("logical_or", "LogicalOr")));
    addUnary();
    add("tf.math.add", call -> call.elementwise(isString(call) ? "Add" : "AddV2"));
    add("tf.math.divide", Emitters::divide);
    addSelection();
    addStrings();
    addShapes();
    BY_NAME.putAll(TftEmitters.all());
  }

  private Emitters() {}

  static GraphValue emit(Emission call) {
    Emitter emitter = BY_NAME.get(call.call().operation().name());
    if (emitter == null) {
      throw new IllegalArgumentException(call.call().operation() + " has no emitter");
    }
    return emitter.emit(call);
  }

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static void addElementwise(Map<String, String> ops) {
    ops.forEach((name, op) -> add("tf.math." + name, call -> call.elementwise(op)));
  }

  private static void addUnary() {
    addElementwise(
        Map.ofEntries(
            Map.entry("logical_not", "LogicalNot"),
            Map.entry("negative", "Neg"),
            Map.entry("abs", "Abs"),
            Map.entry("sign", "Sign"),
            Map.entry("square", "Square"),
            Map.entry("sqrt", "Sqrt"),
            Map.entry("exp", "Exp"),
            Map.entry("expm1", "Expm1"),
            Map.entry("log", "Log"),
            Map.entry("log1p", "Log1p"),
            Map.entry("sigmoid", "Sigmoid"),
            Map.entry("tanh", "Tanh"),
            Map.entry("sin", "Sin"),
            Map.entry("cos", "Cos"),
            Map.entry("round", "Round"),
            Map.entry("floor", "Floor"),
            Map.entry("ceil", "Ceil"),
            Map.entry("is_nan", "IsNan"),
            Map.entry("is_inf", "IsInf"),
            Map.entry("is_finite", "IsFinite")));
  }

  private static void addSelection() {
    add("fill_missing", Emitters::fillMissing);
    add("tf.where", Emitters::where);
    add("tf.cast", call -> dense(call.cast(call.first(), call.dtype("dtype"))));
    add("tf.zeros_like", call -> call.elementwise("ZerosLike"));
    add("tf.ones_like", call -> call.elementwise("OnesLike"));
    add("tf.identity", call -> call.elementwise("Identity"));
    add("tf.clip_by_value", Emitters::clip);
  }

  private static void addStrings() {
    add("tf.strings.lower", call -> call.elementwise("StringLower"));
    add("tf.strings.upper", call -> call.elementwise("StringUpper"));
    add("tf.strings.strip", call -> call.elementwise("StringStrip"));
    add("tf.strings.length", call -> call.elementwise("StringLength"));
    add("tf.strings.as_string", call -> call.elementwise("AsString"));
    add("tf.strings.substr", Emitters::substring);
    add("tf.strings.regex_replace", Emitters::regexReplace);
    add(
        "tf.strings.regex_full_match",
        call ->
            dense(
                call.graph()
                    .op("StaticRegexFullMatch")
                    .inputs(call.first())
                    .attr("pattern", call.text("pattern"))
                    .value()));
    add(
        "tf.strings.join",
        call ->
            dense(
                call.graph()
                    .op("StringJoin")
                    .inputs(OpInput.list(call.items("inputs")))
                    .attr("separator", call.text("separator"))
                    .value()));
    add(
        "tf.strings.to_number",
        call ->
            dense(
                call.graph()
                    .op("StringToNumber")
                    .inputs(call.first())
                    .attr("out_type", call.dtype("out_type"))
                    .value()));
    add("tf.strings.to_hash_bucket_fast", call -> hash(call, call.integer("num_buckets")));
    add("tft.hash_strings", call -> hash(call, call.integer("hash_buckets")));
  }

  private static void addShapes() {
    add(
        "tf.expand_dims",
        call -> dense(call.graph().call("ExpandDims", call.first(), call.graph().constant(-1))));
    add(
        "tf.squeeze",
        call ->
            dense(
                call.graph()
                    .op("Squeeze")
                    .inputs(call.first())
                    .attr("squeeze_dims", List.of(-1))
                    .value()));
    add(
        "tf.one_hot",
        call ->
            dense(
                call.graph()
                    .call(
                        "OneHot",
                        call.first(),
                        call.graph().constant(Math.toIntExact(call.integer("depth"))),
                        call.graph().constant(1f),
                        call.graph().constant(0f))));
  }

  /// TFX's `_fill_in_missing`: a row with two values does not fit the `[rows, 1]` it is laid into.
  private static GraphValue fillMissing(Emission call) {
    if (!(call.firstAsItIs() instanceof GraphValue.Sparse(var indices, var values, var shape))) {
      return call.firstAsItIs();
    }
    var graph = call.graph();
    Value rows =
        graph.call("Slice", shape, graph.constant(new int[] {0}), graph.constant(new int[] {1}));
    Value filledShape =
        graph
            .op("ConcatV2")
            .inputs(OpInput.list(rows, graph.constant(new long[] {1})), graph.constant(0))
            .value();
    Value filled = graph.call("SparseToDense", indices, filledShape, values, defaultValue(call));
    return dense(graph.op("Squeeze").inputs(filled).attr("squeeze_dims", List.of(1)).value());
  }

  private static Value defaultValue(Emission call) {
    ElementType element = call.firstElement();
    return call.compiler().literal(DirectColumns.fillValue(call.call(), element), element);
  }

  private static GraphValue where(Emission call) {
    List<Value> all = call.valuesAfterFirst();
    return dense(call.graph().call("SelectV2", all.get(0), all.get(1), all.get(2)));
  }

  private static GraphValue clip(Emission call) {
    List<Value> all = call.values();
    Value lowered = call.graph().call("Minimum", all.get(0), all.get(2));
    return dense(call.graph().call("Maximum", lowered, all.get(1)));
  }

  private static GraphValue divide(Emission call) {
    DType result = GraphCompiler.dtype(call.type().element());
    List<Value> both = call.values().stream().map(v -> call.cast(v, result)).toList();
    return dense(call.graph().call("RealDiv", both.get(0), both.get(1)));
  }

  private static GraphValue substring(Emission call) {
    return dense(
        call.graph()
            .call(
                "Substr",
                call.first(),
                call.graph().constant(call.integer("pos")),
                call.graph().constant(call.integer("len"))));
  }

  private static GraphValue regexReplace(Emission call) {
    return dense(
        call.graph()
            .op("StaticRegexReplace")
            .inputs(call.first())
            .attr("pattern", call.text("pattern"))
            .attr("rewrite", call.text("rewrite"))
            .attr("replace_global", call.flag("replace_global"))
            .value());
  }

  private static GraphValue hash(Emission call, long buckets) {
    return call.mapFirst(
        strings ->
            call.graph()
                .op("StringToHashBucketFast")
                .inputs(strings)
                .attr("num_buckets", buckets)
                .value());
  }

  private static boolean isString(Emission call) {
    return call.type().element() == ElementType.STRING;
  }

  private static GraphValue dense(Value value) {
    return new GraphValue.Dense(value);
  }

  private static void add(String name, Emitter emitter) {
    BY_NAME.put(name, emitter);
  }
}
