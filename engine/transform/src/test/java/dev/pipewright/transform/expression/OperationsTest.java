package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.Expression.Call;
import dev.pipewright.transform.expression.Operation.Analysis;
import dev.pipewright.transform.expression.Operation.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every row of the table.
class OperationsTest {

  private static final TypeChecker CHECKER =
      new TypeChecker(
          Map.of(
              "f", ValueType.scalar(ElementType.FLOAT32),
              "i", ValueType.scalar(ElementType.INT64),
              "s", ValueType.scalar(ElementType.STRING),
              "maybe", ValueType.sparse(ElementType.FLOAT32)));

  static Stream<Operation> all() {
    return Operations.all().stream();
  }

  /// A call of it whose values are all this, and whose other arguments are of the right kind.
  private static String call(Operation operation, String value) {
    return operation.parameters().stream()
        .filter(Operation.Parameter::isRequired)
        .map(
            parameter ->
                switch (parameter.kind()) {
                  case VALUE -> value;
                  case VALUES -> "[" + value + "]";
                  case INT -> "2";
                  case REAL -> "0.5";
                  case TEXT -> "'a'";
                  case BOOL -> "True";
                  case TYPE -> "tf.int64";
                })
        .collect(Collectors.joining(", ", operation.name() + "(", ")"));
  }

  private static boolean isGood(String text) {
    try {
      CHECKER.typeOf(ExpressionParser.parse(text));
      return true;
    } catch (ParameterException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesAValueOfSomeType(Operation operation) {
    assertTrue(
        Stream.of("f", "i", "s", "f > 1", "tf.expand_dims(f)")
            .anyMatch(value -> isGood(call(operation, value))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isFoundByAllItsNames(Operation operation) {
    assertSame(operation, Operations.get(operation.name()));
    for (String alias : operation.aliases()) {
      assertSame(operation, Operations.get(alias));
      assertEquals(
          ExpressionParser.parse(call(operation, "f")).toString(),
          ExpressionParser.parse(call(operation, "f").replace(operation.name(), alias)).toString());
    }
    assertTrue(Operations.names().containsAll(operation.aliases()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesItsParametersByNameInAnyOrder(Operation operation) {
    Call positional = (Call) ExpressionParser.parse(call(operation, "f"));
    String reversed =
        operation.parameters().reversed().stream()
            .map(p -> p.name() + "=" + positional.argument(p.name()))
            .collect(Collectors.joining(", ", operation.name() + "(", ")"));
    Call named = (Call) ExpressionParser.parse(reversed);
    assertEquals(positional.toString(), named.toString());
    assertSame(operation, named.operation());
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysHowItIsCalledWhenAnArgumentIsMissing(Operation operation) {
    String name = operation.name();
    var e = assertThrows(ParameterException.class, () -> ExpressionParser.parse(name + "()"));
    String first = operation.parameters().getFirst().name();
    assertEquals(name + " needs " + first + ". (character 1)", e.what());
    assertEquals("It is called so: " + operation.signature() + ".", e.fix());
  }

  @ParameterizedTest
  @MethodSource("all")
  void analyzersSeeTheirFirstArgumentAndMayBeSparse(Operation operation) {
    if (operation.analysis() != Analysis.NONE) {
      assertEquals(Kind.VALUE, operation.parameters().getFirst().kind());
      String value = operation.analysis() == Analysis.VOCABULARY ? "s" : "maybe";
      assertTrue(isGood(call(operation, value)));
      var e =
          assertThrows(
              ParameterException.class,
              () -> CHECKER.typeOf(ExpressionParser.parse(call(operation, constant(operation)))));
      assertTrue(e.what().contains("needs a value of every row"), e.what());
    }
  }

  private static String constant(Operation operation) {
    return operation.analysis() == Analysis.VOCABULARY ? "'a'" : "1";
  }

  @Test
  void onlyMappersAnalyzersAndFillingTakeSparseValues() {
    Set<String> sparse = new TreeSet<>();
    for (Operation operation : Operations.all()) {
      if (isGood(call(operation, "maybe"))) {
        sparse.add(operation.name());
      }
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "fill_missing",
                "tft.bucketize",
                "tft.max",
                "tft.mean",
                "tft.min",
                "tft.scale_by_min_max",
                "tft.scale_to_0_1",
                "tft.scale_to_z_score",
                "tft.size",
                "tft.sum",
                "tft.var")),
        sparse);
  }

  @Test
  void theNameDecidesWhetherOperationsAreEqual() {
    Operation add = Operations.get("tf.add");
    assertEquals(add, Operations.get("tf.math.add"));
    assertEquals(add.hashCode(), Operations.get("tf.math.add").hashCode());
    assertTrue(!add.equals(Operations.get("tf.math.subtract")));
    assertEquals("tf.math.add(x, y)", add.toString());
    assertThrows(IllegalArgumentException.class, () -> Operations.get("tf.none"));
    assertThrows(IllegalArgumentException.class, () -> add.indexOf("z"));
    assertThrows(IllegalArgumentException.class, () -> new Call(add, List.of(), 1));
  }

  @Test
  void theTableIsReadOnly() {
    Operation first = Operations.all().getFirst();
    assertThrows(UnsupportedOperationException.class, () -> Operations.all().add(first));
  }
}
