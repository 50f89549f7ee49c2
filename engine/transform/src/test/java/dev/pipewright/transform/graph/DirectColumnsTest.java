package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectColumnsTest {

  private static final Analysis NOTHING = new Analysis(new LinkedHashMap<>(), Path.of("unused"));

  private static List<List<Object>> rows(Expression expression) {
    TypeChecker types = new TypeChecker(Goldens.features());
    try (var evaluator = new BlockEvaluator(List.of(expression), types, NOTHING, 1)) {
      Column column = evaluator.evaluate(Goldens.rows(0, 30)).getFirst();
      List<List<Object>> rows = new ArrayList<>();
      for (int row = 0; row < 30; row++) {
        rows.add(Goldens.actual(column, row));
      }
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fill_missing(maybe)",
        "fill_missing(maybe, -2.5)",
        "fill_missing(maybe, 3)",
        "fill_missing(count)",
        "fill_missing(count, default=-1)",
        "fill_missing(word)",
        "fill_missing(word, 'none')",
        "fill_missing(n)",
        "x",
        "digits"
      })
  void givesWhatTheGraphGives(String text) {
    Expression direct = ExpressionParser.parse(text);
    assertEquals(rows(ExpressionParser.parse("tf.identity(" + text + ")")), rows(direct), text);
  }

  private static DataException refused(ValueType type, Column column, String text) {
    ExampleBatch batch =
        new ExampleBatch(column.layout().rowCount(), new LinkedHashMap<>(Map.of("a", column)));
    var direct = new DirectColumns(Map.of("a", type));
    return assertThrows(
        DataException.class, () -> direct.read(ExpressionParser.parse(text), batch));
  }

  @Test
  void refusesTwoValuesToFill() {
    Column two = new Column.Int64(RowLayout.ragged(new int[] {0, 1, 3}), new long[3]);
    assertEquals(
        "A row has 2 values, and fill_missing takes one at most.",
        refused(ValueType.sparse(ElementType.INT64), two, "fill_missing(a)").what());
  }

  @Test
  void refusesAnotherTypeThanTheSchemas() {
    Column longs = new Column.Int64(RowLayout.scalar(1), new long[1]);
    assertEquals(
        "The examples have int64 where the schema says float32.",
        refused(ValueType.sparse(ElementType.FLOAT32), longs, "a").what());
  }

  @Test
  void refusesRowsOfAnotherLength() {
    Column pairs = new Column.Float(RowLayout.ragged(new int[] {0, 2, 4}), new float[4]);
    ValueType triple = ValueType.dense(ElementType.FLOAT32, List.of(3));
    assertEquals("A row has 2 values where the schema says 3.", refused(triple, pairs, "a").what());
  }

  @Test
  void takesAFeatureThatNoRowHasForMissing() {
    var direct = new DirectColumns(Map.of("a", ValueType.sparse(ElementType.STRING)));
    Column filled =
        direct.read(
            ExpressionParser.parse("fill_missing(a, 'x')"),
            new ExampleBatch(2, new LinkedHashMap<>()));
    assertEquals(
        List.of(List.of("x"), List.of("x")),
        List.of(Goldens.actual(filled, 0), Goldens.actual(filled, 1)));
  }
}
