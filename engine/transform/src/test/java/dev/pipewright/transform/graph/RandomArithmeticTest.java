package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.transform.expression.ElementType;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random expressions, written with no more parentheses than Python needs, against what they mean:
/// a wrong precedence, a swapped operand or a wrong emitter gives other numbers.
class RandomArithmeticTest {

  private static final int ROWS = 40;
  private static final int EXPRESSIONS = 80;

  private static final TypeChecker TYPES =
      new TypeChecker(
          Map.of(
              "a", ValueType.dense(ElementType.FLOAT32, List.of()),
              "b", ValueType.dense(ElementType.FLOAT32, List.of()),
              "i", ValueType.dense(ElementType.INT64, List.of()),
              "j", ValueType.dense(ElementType.INT64, List.of())));

  @TempDir Path folder;

  /// Python's precedence, from loose to tight.
  private enum Tightness {
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    UNARY,
    ATOM;

    Tightness next() {
      return values()[ordinal() + 1];
    }
  }

  /// A row's features.
  private record Row(float a, float b, long i, long j) {}

  /// What an expression gives for a row: a `Float`, `Long` or `Boolean`.
  private interface Meaning {
    Object of(Row row);
  }

  /// @param isLiteral whether no feature is in it
  private record Term(String text, Tightness tightness, boolean isLiteral, Meaning meaning) {

    String within(Tightness least) {
      return tightness.compareTo(least) >= 0 ? text : "(" + text + ")";
    }

    float real(Row row) {
      return (Float) meaning.of(row);
    }

    long whole(Row row) {
      return (Long) meaning.of(row);
    }

    boolean truth(Row row) {
      return (Boolean) meaning.of(row);
    }
  }

  private static Term atom(String text, Meaning meaning) {
    return new Term(text, Tightness.ATOM, false, meaning);
  }

  private static Term binary(Term left, String sign, Term right, Tightness own, Meaning meaning) {
    boolean isChain = own != Tightness.COMPARISON;
    String text =
        left.within(isChain ? own : own.next()) + " " + sign + " " + right.within(own.next());
    return new Term(text, own, false, meaning);
  }

  private static Term real(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? atom("a", Row::a) : atom("b", Row::b);
    }
    Term left = real(random, depth - 1);
    Term right = random.nextInt(4) == 0 ? realLiteral(random) : real(random, random.nextInt(depth));
    return switch (random.nextInt(10)) {
      case 0, 1 -> binary(left, "+", right, Tightness.SUM, r -> left.real(r) + right.real(r));
      case 2, 3 -> binary(left, "-", right, Tightness.SUM, r -> left.real(r) - right.real(r));
      case 4 -> binary(left, "*", right, Tightness.PRODUCT, r -> left.real(r) * right.real(r));
      case 5 -> {
        float divisor = List.of(2f, -4f, 0.5f).get(random.nextInt(3));
        Term by = new Term(Float.toString(divisor), Tightness.UNARY, true, r -> divisor);
        yield binary(left, "/", by, Tightness.PRODUCT, r -> left.real(r) / divisor);
      }
      case 6 -> {
        float divisor = List.of(0.75f, 2f, -1.5f).get(random.nextInt(3));
        Term by = new Term(Float.toString(divisor), Tightness.UNARY, true, r -> divisor);
        yield binary(left, "%", by, Tightness.PRODUCT, r -> floorMod(left.real(r), divisor));
      }
      case 7 -> {
        String text = "-" + left.within(Tightness.UNARY);
        yield new Term(text, Tightness.UNARY, false, r -> -left.real(r));
      }
      case 8 -> {
        Term whole = whole(random, depth - 1);
        yield atom("tf.cast(" + whole.text() + ", tf.float32)", r -> (float) whole.whole(r));
      }
      default -> {
        Term condition = truth(random, depth - 1);
        yield atom(
            "tf.where(" + condition.text() + ", " + left.text() + ", y=" + right.text() + ")",
            r -> condition.truth(r) ? left.real(r) : right.real(r));
      }
    };
  }

  /// As Python and TensorFlow have it: with the divisor's sign.
  private static float floorMod(float x, float y) {
    float rest = x % y;
    return rest != 0 && rest < 0 != y < 0 ? rest + y : rest;
  }

  private static Term realLiteral(Random random) {
    float value = random.nextInt(1, 9) / 4f;
    return new Term(Float.toString(value), Tightness.ATOM, true, r -> value);
  }

  private static Term whole(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? atom("i", Row::i) : atom("`j`", Row::j);
    }
    Term left = whole(random, depth - 1);
    Term right =
        random.nextInt(4) == 0 ? wholeLiteral(random) : whole(random, random.nextInt(depth));
    return switch (random.nextInt(8)) {
      case 0 -> binary(left, "+", right, Tightness.SUM, r -> left.whole(r) + right.whole(r));
      case 1, 2 -> binary(left, "-", right, Tightness.SUM, r -> left.whole(r) - right.whole(r));
      case 3 -> binary(left, "*", right, Tightness.PRODUCT, r -> left.whole(r) * right.whole(r));
      case 4 -> {
        long by = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
        Term divisor = new Term(Long.toString(by), Tightness.UNARY, true, r -> by);
        yield binary(left, "//", divisor, Tightness.PRODUCT, r -> Math.floorDiv(left.whole(r), by));
      }
      case 5 -> {
        long by = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
        Term divisor = new Term(Long.toString(by), Tightness.UNARY, true, r -> by);
        yield binary(left, "%", divisor, Tightness.PRODUCT, r -> Math.floorMod(left.whole(r), by));
      }
      case 6 -> atom("tf.math.abs(" + left.text() + ")", r -> Math.abs(left.whole(r)));
      default -> {
        Term condition = truth(random, depth - 1);
        yield atom(
            "tf.cast(" + condition.text() + ", tf.int64)", r -> condition.truth(r) ? 1L : 0L);
      }
    };
  }

  private static Term wholeLiteral(Random random) {
    long value = random.nextInt(10);
    return new Term(Long.toString(value), Tightness.ATOM, true, r -> value);
  }

  private static Term truth(Random random, int depth) {
    int inner = Math.max(0, depth - 1);
    switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0:
        Term x = real(random, inner);
        Term y = random.nextBoolean() ? realLiteral(random) : real(random, inner);
        return comparison(random, x, y, r -> Float.compare(x.real(r) + 0f, y.real(r) + 0f));
      case 1:
        Term n = whole(random, inner);
        Term m = random.nextBoolean() ? wholeLiteral(random) : whole(random, inner);
        return comparison(random, n, m, r -> Long.compare(n.whole(r), m.whole(r)));
      case 2:
        Term not = truth(random, inner);
        return new Term(
            "not " + not.within(Tightness.NOT), Tightness.NOT, false, r -> !not.truth(r));
      case 3, 4:
        Term a = truth(random, inner);
        Term b = truth(random, inner);
        return binary(a, "and", b, Tightness.AND, r -> a.truth(r) & b.truth(r));
      default:
        Term p = truth(random, inner);
        Term q = truth(random, inner);
        return binary(p, "or", q, Tightness.OR, r -> p.truth(r) | q.truth(r));
    }
  }

  private interface Order {
    int of(Row row);
  }

  private static Term comparison(Random random, Term left, Term right, Order order) {
    Tightness own = Tightness.COMPARISON;
    return switch (random.nextInt(6)) {
      case 0 -> binary(left, "<", right, own, r -> order.of(r) < 0);
      case 1 -> binary(left, "<=", right, own, r -> order.of(r) <= 0);
      case 2 -> binary(left, ">", right, own, r -> order.of(r) > 0);
      case 3 -> binary(left, ">=", right, own, r -> order.of(r) >= 0);
      case 4 -> binary(left, "==", right, own, r -> order.of(r) == 0);
      default -> binary(left, "!=", right, own, r -> order.of(r) != 0);
    };
  }

  /// Quarters of small numbers, whose sums and products float32 holds exactly.
  private static List<Row> rows(Random random) {
    return IntStream.range(0, ROWS)
        .mapToObj(
            n ->
                new Row(
                    random.nextInt(-8, 9) / 4f,
                    random.nextInt(-8, 9) / 4f,
                    random.nextInt(-6, 7),
                    random.nextInt(-6, 7)))
        .toList();
  }

  private static ExampleBatch batch(List<Row> rows) {
    float[] a = new float[ROWS];
    float[] b = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      a[row] = rows.get(row).a();
      b[row] = rows.get(row).b();
    }
    RowLayout layout = RowLayout.scalar(ROWS);
    var columns = new LinkedHashMap<String, Column>();
    columns.put("a", new Column.Float(layout, a));
    columns.put("b", new Column.Float(layout, b));
    columns.put("i", new Column.Int64(layout, rows.stream().mapToLong(Row::i).toArray()));
    columns.put("j", new Column.Int64(layout, rows.stream().mapToLong(Row::j).toArray()));
    return new ExampleBatch(ROWS, columns);
  }

  /// Nothing is to be analyzed.
  private static final DataSetAnalysis.Pass NO_PASS =
      new DataSetAnalysis.Pass() {
        @Override
        public <A, R> R fold(Set<String> features, Accumulator<ExampleBatch, A, R> accumulator) {
          throw new AssertionError("reads " + features);
        }
      };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesWhatTheExpressionMeans(long seed) throws Exception {
    Random random = new Random(seed);
    List<Term> terms = new ArrayList<>();
    for (int n = 0; n < EXPRESSIONS; n++) {
      terms.add(n % 2 == 0 ? real(random, 3) : whole(random, 3));
    }
    List<Expression> expressions =
        terms.stream().map(t -> ExpressionParser.parse(t.text())).toList();
    List<Row> rows = rows(random);
    Analysis analysis = new DataSetAnalysis(TYPES, 1, folder).of(expressions, NO_PASS);
    List<Column> columns;
    try (var evaluator = new BlockEvaluator(expressions, TYPES, analysis, 1)) {
      columns = evaluator.evaluate(batch(rows));
    }
    boolean hasDifferences = false;
    for (int n = 0; n < EXPRESSIONS; n++) {
      for (int row = 0; row < ROWS; row++) {
        Object expected = terms.get(n).meaning().of(rows.get(row));
        Object actual = Goldens.actual(columns.get(n), row).getFirst();
        String where = terms.get(n).text() + " of " + rows.get(row);
        if (expected instanceof Float real) {
          assertEquals(real, (Float) actual, 1e-6f * Math.max(1, Math.abs(real)), where);
        } else {
          assertEquals(expected, actual, where);
        }
        hasDifferences |= !actual.equals(Goldens.actual(columns.get(n), 0).getFirst());
      }
    }
    assertTrue(hasDifferences);
  }
}
