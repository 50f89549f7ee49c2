package dev.pipewright.transform;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.EngineException;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.graph.Analysis;
import dev.pipewright.transform.graph.BlockEvaluator;
import dev.pipewright.transform.graph.Goldens;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Expressions that are well typed and yet cannot be computed.
class RuntimeErrorsTest {

  private static final Analysis NOTHING = new Analysis(new LinkedHashMap<>(), Path.of("unused"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n // 0",
        "n % 0",
        "tf.strings.to_number(fill_missing(word))",
        "tf.strings.substr(digits, 100, 1)",
        "tf.strings.regex_replace(digits, '(', '')",
        "tf.cast(tf.strings.regex_full_match(digits, '*'), tf.int64)",
        "2 ** (0 * n - 1)",
      })
  void areTheUsersToMend(String text) {
    Expression expression = ExpressionParser.parse(text);
    TypeChecker types = new TypeChecker(Goldens.features());
    var e =
        assertThrows(
            RuntimeException.class,
            () -> {
              try (var evaluator = new BlockEvaluator(List.of(expression), types, NOTHING, 1)) {
                evaluator.evaluate(Goldens.rows(0, 20));
              }
            });
    var shown = assertInstanceOf(EngineException.class, e);
    assertTrue(!shown.what().isBlank() && !shown.fix().isBlank(), shown.getMessage());
  }
}
