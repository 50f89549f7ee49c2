package dev.pipewright.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Holds the gradient of every operation that layers, losses and regularizers use against finite
/// differences, in float64 at seeded random points away from kinks.
class OpGradientsTest {

  private static final int SIZE = 6;
  private static final double STEP = 1e-3;

  /// What an operation makes of six numbers.
  private interface Case extends BiFunction<GraphBuilder, Value, Value> {}

  private static Value shaped(GraphBuilder g, Value x, int... dims) {
    return g.call("Reshape", x, g.constant(dims));
  }

  private static Value half(GraphBuilder g, Value x, int which) {
    return g.op("Slice")
        .inputs(x, g.constant(new int[] {3 * which}), g.constant(new int[] {3}))
        .value();
  }

  private static Value positive(GraphBuilder g, Value x) {
    return g.call("AddV2", g.call("Abs", x), g.constant(0.5));
  }

  private static Map<String, Case> cases() {
    var cases = new LinkedHashMap<String, Case>();
    for (String op :
        List.of(
            "Identity",
            "Neg",
            "Abs",
            "Square",
            "Exp",
            "Tanh",
            "Sigmoid",
            "Softplus",
            "Relu",
            "Relu6",
            "Elu",
            "Selu",
            "Erf",
            "ZerosLike+",
            "Sin",
            "Cos",
            "Expm1",
            "Softsign")) {
      boolean isConstant = op.endsWith("+");
      String type = isConstant ? op.substring(0, op.length() - 1) : op;
      cases.put(type, (g, x) -> isConstant ? g.call("AddV2", x, g.call(type, x)) : g.call(type, x));
    }
    for (String op : List.of("Log", "Log1p", "Sqrt", "Rsqrt", "Reciprocal")) {
      cases.put(op + " of positive numbers", (g, x) -> g.call(op, positive(g, x)));
    }
    binary(cases);
    reductions(cases);
    shapes(cases);
    products(cases);
    losses(cases);
    return cases;
  }

  private static void binary(Map<String, Case> cases) {
    for (String op :
        List.of("AddV2", "Sub", "Mul", "RealDiv", "SquaredDifference", "Maximum", "Minimum")) {
      cases.put(
          op, (g, x) -> g.call(op, half(g, x, 0), g.call("AddV2", half(g, x, 1), g.constant(3.0))));
      cases.put(
          op + " of a matrix and a row",
          (g, x) -> g.call(op, shaped(g, x, 2, 3), positive(g, half(g, x, 1))));
      cases.put(
          op + " of a column and a row",
          (g, x) -> g.call(op, shaped(g, half(g, x, 0), 3, 1), positive(g, half(g, x, 1))));
    }
    cases.put("Pow", (g, x) -> g.call("Pow", positive(g, half(g, x, 0)), half(g, x, 1)));
    cases.put(
        "SelectV2",
        (g, x) ->
            g.call(
                "SelectV2",
                g.call("GreaterEqual", half(g, x, 0), g.constant(0.0)),
                g.call("Square", half(g, x, 1)),
                half(g, x, 0)));
    cases.put("ClipByValue", (g, x) -> g.call("ClipByValue", x, g.constant(-0.5), g.constant(0.5)));
    cases.put(
        "BiasAdd",
        (g, x) -> g.call("BiasAdd", shaped(g, x, 2, 3), g.call("Square", half(g, x, 0))));
    cases.put(
        "AddN", (g, x) -> g.op("AddN").inputs(OpInput.list(x, g.call("Square", x), x)).value());
    cases.put(
        "Cast to float32 and back", (g, x) -> cast(g, cast(g, x, DType.FLOAT32), DType.FLOAT64));
  }

  private static Value cast(GraphBuilder g, Value x, DType to) {
    return g.op("Cast").inputs(x).attr("DstT", to).value();
  }

  private static void reductions(Map<String, Case> cases) {
    for (String op : List.of("Sum", "Mean", "Max", "Min", "Prod")) {
      for (int axis : new int[] {0, 1, -1}) {
        for (boolean isKept : new boolean[] {false, true}) {
          cases.put(
              op + " over axis " + axis + (isKept ? ", kept" : ""),
              (g, x) ->
                  g.op(op)
                      .inputs(shaped(g, x, 2, 3), g.constant(axis))
                      .attr("keep_dims", isKept)
                      .value());
        }
      }
    }
  }

  private static void shapes(Map<String, Case> cases) {
    cases.put("Reshape", (g, x) -> shaped(g, x, 3, 2));
    cases.put("ExpandDims", (g, x) -> g.call("ExpandDims", x, g.constant(-1)));
    cases.put(
        "Squeeze",
        (g, x) ->
            g.op("Squeeze").inputs(shaped(g, x, 6, 1)).attr("squeeze_dims", List.of(-1)).value());
    cases.put("Slice", (g, x) -> half(g, x, 1));
    cases.put(
        "Transpose",
        (g, x) -> g.call("Transpose", shaped(g, x, 2, 3), g.constant(new int[] {1, 0})));
    cases.put(
        "ConcatV2",
        (g, x) ->
            g.op("ConcatV2")
                .inputs(
                    OpInput.list(shaped(g, x, 2, 3), shaped(g, g.call("Square", x), 2, 3)),
                    g.constant(-1))
                .value());
    cases.put(
        "Pack",
        (g, x) ->
            g.op("Pack")
                .inputs(OpInput.list(half(g, x, 0), half(g, x, 1)))
                .attr("axis", 1)
                .value());
    cases.put("Tile", (g, x) -> g.call("Tile", x, g.constant(new int[] {2})));
    cases.put(
        "Pad",
        (g, x) -> g.call("Pad", shaped(g, x, 2, 3), g.constant(new int[] {1, 0, 0, 2}, 2, 2)));
    cases.put(
        "GatherV2",
        (g, x) -> g.call("GatherV2", x, g.constant(new int[] {5, 0, 5}), g.constant(0)));
    cases.put("Gather", (g, x) -> g.call("Gather", x, g.constant(new int[] {5, 0, 5})));
    cases.put(
        "Gather of rows",
        (g, x) -> g.call("Gather", shaped(g, x, 3, 2), g.constant(new int[] {2, 2}, 1, 2)));
  }

  private static void products(Map<String, Case> cases) {
    for (boolean a : new boolean[] {false, true}) {
      for (boolean b : new boolean[] {false, true}) {
        cases.put(
            "MatMul" + (a ? ", a transposed" : "") + (b ? ", b transposed" : ""),
            (g, x) ->
                g.op("MatMul")
                    .inputs(
                        a ? shaped(g, x, 3, 2) : shaped(g, x, 2, 3),
                        b ? shaped(g, g.call("Exp", x), 2, 3) : shaped(g, g.call("Exp", x), 3, 2))
                    .attr("transpose_a", a)
                    .attr("transpose_b", b)
                    .value());
      }
    }
    cases.put(
        "BatchMatMul",
        (g, x) ->
            g.call("BatchMatMul", shaped(g, x, 3, 1, 2), shaped(g, g.call("Square", x), 3, 2, 1)));
  }

  private static void losses(Map<String, Case> cases) {
    cases.put("Softmax", (g, x) -> g.call("Softmax", shaped(g, x, 2, 3)));
    cases.put("LogSoftmax", (g, x) -> g.call("LogSoftmax", shaped(g, x, 2, 3)));
    cases.put(
        "SoftmaxCrossEntropyWithLogits",
        (g, x) ->
            cast(
                g,
                g.op("SoftmaxCrossEntropyWithLogits")
                    // TensorFlow's gradient of it knows no float64.
                    .inputs(
                        cast(g, shaped(g, x, 2, 3), DType.FLOAT32),
                        g.constant(new float[] {.2f, .3f, .5f, 0, 1, 0}, 2, 3))
                    .values()
                    .getFirst(),
                DType.FLOAT64));
    cases.put(
        "SparseSoftmaxCrossEntropyWithLogits",
        (g, x) ->
            g.op("SparseSoftmaxCrossEntropyWithLogits")
                .inputs(shaped(g, x, 2, 3), g.constant(new long[] {2, 0}))
                .values()
                .getFirst());
  }

  @TestFactory
  Stream<DynamicTest> everyOperationAgreesWithFiniteDifferences() {
    return cases().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getValue())));
  }

  /// The loss weighs every element of the output otherwise, so that none can stand for another.
  private static void check(Case function) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session =
            GraphSession.open(
                graph, SessionSettings.callerThread().with(SessionSettings.Rewriting.NONE))) {
      Value x = graph.placeholder("x", DType.FLOAT64, TensorShape.of(SIZE));
      Value y = function.apply(graph, x);
      int count = Math.toIntExact(y.shape().elementCount());
      double[] weights = new Random(3).doubles(count, 0.5, 2).toArray();
      Value flat = graph.call("Reshape", y, graph.constant(new int[] {-1}));
      Value weighted = graph.call("Mul", flat, graph.constant(weights));
      Value loss = graph.call("Sum", weighted, graph.constant(0));
      Value dx = Gradients.of(graph, loss, List.of(x)).getFirst();
      assertEquals(DType.FLOAT64, dx.dtype());
      Step values = session.step(List.of(x), List.of(loss), List.of());
      Step gradients = session.step(List.of(x), List.of(dx), List.of());
      boolean isAnyNotZero = false;
      for (long seed = 1; seed <= 3; seed++) {
        isAnyNotZero |= compare(values, gradients, point(new Random(seed)));
      }
      assertTrue(isAnyNotZero);
    }
  }

  /// Numbers at least 0.05 from 0 and from ±0.5, where the operations above have kinks, and from
  /// each other, where a maximum changes.
  private static double[] point(Random random) {
    List<Double> numbers = new ArrayList<>();
    while (numbers.size() < SIZE) {
      double x = random.nextDouble(-1.5, 1.5);
      boolean isAtKink =
          Stream.of(0.0, 0.5, -0.5).anyMatch(kink -> Math.abs(x - kink) < 0.05)
              || numbers.stream().anyMatch(other -> Math.abs(x - other) < 0.05)
              || numbers.stream().anyMatch(other -> Math.abs(Math.abs(other) + 0.5 - x) < 0.05)
              || numbers.stream().anyMatch(other -> Math.abs(Math.abs(x) + 0.5 - other) < 0.05);
      if (!isAtKink) {
        numbers.add(x);
      }
    }
    return numbers.stream().mapToDouble(x -> x).toArray();
  }

  /// @return whether any gradient is not 0
  private static boolean compare(Step values, Step gradients, double[] at) {
    double[] analytic = run(gradients, at);
    assertEquals(SIZE, analytic.length);
    boolean isAnyNotZero = false;
    for (int i = 0; i < SIZE; i++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[i] += STEP;
      below[i] -= STEP;
      double numeric = (run(values, above)[0] - run(values, below)[0]) / (2 * STEP);
      assertEquals(numeric, analytic[i], 2e-3 * Math.max(1, Math.abs(numeric)), "d/dx" + i);
      isAnyNotZero |= analytic[i] != 0;
    }
    return isAnyNotZero;
  }

  private static double[] run(Step step, double[] x) {
    try (HostTensor feed = HostTensor.of(x);
        Fetches fetches = step.run(feed)) {
      return fetches.get(0).toDoubles();
    }
  }
}
