package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pipewright.data.Accumulator;
import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.Operation;
import dev.pipewright.transform.expression.Operations;
import dev.pipewright.transform.expression.TypeChecker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Every operation against tf.Transform (peers/goldens/transform_operations.py).
class OperationsGoldenTest {

  private static final TypeChecker TYPES = new TypeChecker(Goldens.features());

  @TempDir Path folder;

  private static List<JsonNode> cases() {
    return StreamSupport.stream(Goldens.JSON.get("cases").spliterator(), false).toList();
  }

  private static List<Expression> expressions() {
    return cases().stream().map(c -> ExpressionParser.parse(c.get("expression").asText())).toList();
  }

  /// Folds the table in blocks of so many rows.
  private static DataSetAnalysis.Pass inBlocks(int rows) {
    return new DataSetAnalysis.Pass() {
      @Override
      public <A, R> R fold(Set<String> features, Accumulator<ExampleBatch, A, R> accumulator) {
        A all = accumulator.create();
        for (int from = 0; from < Goldens.rowCount(); from += rows) {
          ExampleBatch block = Goldens.rows(from, Math.min(from + rows, Goldens.rowCount()));
          all = accumulator.merge(all, accumulator.add(accumulator.create(), block));
        }
        return accumulator.result(all);
      }
    };
  }

  private Analysis analysis(int blockRows) throws Exception {
    return new DataSetAnalysis(TYPES, 1, folder).of(expressions(), inBlocks(blockRows));
  }

  @Test
  void everyOperationGivesWhatTensorFlowTransformGives() throws Exception {
    List<Column> columns;
    try (var evaluator = new BlockEvaluator(expressions(), TYPES, analysis(25), 1)) {
      columns = evaluator.evaluate(Goldens.rows(0, Goldens.rowCount()));
    }
    List<Executable> checks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      JsonNode golden = cases().get(i);
      Column column = columns.get(i);
      checks.add(() -> compare(golden, column));
    }
    assertAll(checks);
  }

  private static void compare(JsonNode golden, Column column) {
    String expression = golden.get("expression").asText();
    for (int row = 0; row < golden.get("values").size(); row++) {
      List<Object> expected = Goldens.expected(golden.get("values").get(row));
      List<Object> actual = Goldens.actual(column, row);
      String where = expression + ", row " + row + ": " + expected + " but " + actual;
      assertEquals(expected.size(), actual.size(), where);
      for (int i = 0; i < expected.size(); i++) {
        assertTrue(isClose(expected.get(i), actual.get(i)), where);
      }
    }
  }

  private static boolean isClose(Object expected, Object actual) {
    if (expected instanceof Float e && actual instanceof Float a) {
      return e.equals(a) || Math.abs(e - a) <= 1e-6 * Math.max(1, Math.abs(e));
    }
    return expected.equals(actual);
  }

  @Test
  void vocabularyFilesHoldTheSameTermsInTheSameOrder() throws Exception {
    Analysis analysis = analysis(25);
    for (Analyzed.Vocabulary vocabulary : analysis.vocabularies()) {
      List<String> golden = new ArrayList<>();
      Goldens.JSON.get("vocabularies").get(vocabulary.key()).forEach(t -> golden.add(t.asText()));
      assertEquals(golden, Files.readAllLines(folder.resolve(vocabulary.fileName())));
    }
    assertEquals(
        List.of(
            "vocab_compute_and_apply_vocabulary_vocabulary",
            "vocab_compute_and_apply_vocabulary_1_vocabulary",
            "my-words_",
            "vocab_compute_and_apply_vocabulary_3_vocabulary"),
        analysis.vocabularies().stream().map(Analyzed.Vocabulary::fileName).toList());
  }

  @Test
  void theGoldensCallEveryOperation() {
    Set<String> called = new TreeSet<>();
    expressions().stream().flatMap(OperationsGoldenTest::callsIn).forEach(called::add);
    Set<String> all = new TreeSet<>(Operations.all().stream().map(Operation::name).toList());
    assertEquals(all, called);
    assertEquals(all, new TreeSet<>(Emitters.names()));
  }

  private static Stream<String> callsIn(Expression expression) {
    Stream<String> own =
        expression instanceof Call call ? Stream.of(call.operation().name()) : Stream.of();
    return Stream.concat(
        own, expression.children().stream().flatMap(OperationsGoldenTest::callsIn));
  }

  @Test
  void blocksOfOtherSizesGiveTheSameAnalysis() throws Exception {
    Analysis whole = analysis(1000);
    Analysis blocks = analysis(7);
    whole
        .results()
        .forEach((key, expected) -> assertAlike(key, expected, blocks.results().get(key)));
  }

  private static void assertAlike(String key, Analyzed expected, Analyzed actual) {
    if (expected instanceof Analyzed.Moments(float mean, float variance)
        && actual instanceof Analyzed.Moments(float otherMean, float otherVariance)) {
      assertEquals(mean, otherMean, 1e-6 * Math.max(1, Math.abs(mean)), key);
      assertEquals(variance, otherVariance, 1e-6 * Math.max(1, variance), key);
    } else if (expected instanceof Analyzed.Vocabulary vocabulary
        && actual instanceof Analyzed.Vocabulary other) {
      assertEquals(
          new String(vocabulary.terms().data(), StandardCharsets.UTF_8),
          new String(other.terms().data(), StandardCharsets.UTF_8));
    } else {
      assertEquals(expected, actual, key);
    }
  }
}
