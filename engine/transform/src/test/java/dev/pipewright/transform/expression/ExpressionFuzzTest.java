package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is written, the parser and the type checker answer with a type or a message that says
/// where. `-Dpipewright.fuzz=1000000` makes a campaign of it.
class ExpressionFuzzTest {

  private static final int ROUNDS = Integer.getInteger("pipewright.fuzz", 4000);

  private static final List<String> TOKENS =
      List.of(
          ("x n pair word maybe count none `trip miles` 0 1 3 -1 2147483648 9223372036854775807"
                  + " 9223372036854775808 0.5 1e400 1_0 .5 'a' \"b\" '\\n' '\\ ' ` True False None"
                  + " tf.int64 tf.int32 tf.float32 tf.float64 tf.string tf.bool + - * / // % ** == !="
                  + " < <= > >= and or not if lambda ( ( ( ) ) ) [ ] , , , = . ? é 𝄞 axis= dtype="
                  + " depth= default= default_value= top_k= separator=")
              .split(" "));

  private static final TypeChecker CHECKER =
      new TypeChecker(
          Map.of(
              "x", ValueType.dense(ElementType.FLOAT32, List.of(1)),
              "n", ValueType.dense(ElementType.INT64, List.of(1)),
              "pair", ValueType.dense(ElementType.FLOAT32, List.of(2)),
              "word", ValueType.dense(ElementType.STRING, List.of()),
              "maybe", ValueType.sparse(ElementType.FLOAT32),
              "count", ValueType.sparse(ElementType.INT64)));

  /// Parses and checks the text; whether there is nothing wrong with it.
  private static boolean isGood(String text) {
    Expression expression;
    ValueType type;
    try {
      expression = ExpressionParser.parse(text);
      type = CHECKER.typeOf(expression);
      CHECKER.typeOfOutput(expression);
    } catch (ParameterException e) {
      assertTrue(e.where().column() >= 1, () -> shown(text) + ": " + e);
      assertTrue(e.where().column() <= text.length() + 1, () -> shown(text) + ": " + e);
      assertTrue(e.what().endsWith("(character " + e.where().column() + ")"), () -> shown(text));
      assertTrue(!e.fix().isBlank(), () -> shown(text));
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(shown(text), e);
    }
    Expression again = ExpressionParser.parse(canonical(expression));
    assertEquals(type, CHECKER.typeOf(again), () -> shown(text));
    assertTrue(again.toString().equals(expression.toString()), () -> shown(text));
    return true;
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(200, text.length()));
  }

  /// A float beyond all floats has no literal.
  private static String canonical(Expression expression) {
    return expression.toString().replaceAll("\\bInfinity\\b", "1e400");
  }

  @Test
  void anyTokensGiveATypeOrAMessage() {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      isGood(
          IntStream.rangeClosed(0, random.nextInt(14))
              .mapToObj(_ -> token(random))
              .collect(Collectors.joining(random.nextBoolean() ? " " : "")));
    }
  }

  private static String token(Random random) {
    List<Operation> all = Operations.all();
    return random.nextInt(4) == 0
        ? all.get(random.nextInt(all.size())).name() + "("
        : TOKENS.get(random.nextInt(TOKENS.size()));
  }

  @Test
  void callsWithAnyArgumentsGiveATypeOrAMessage() {
    Random random = new Random(2);
    int good = 0;
    for (int i = 0; i < ROUNDS; i++) {
      good += isGood(expression(random, 3)) ? 1 : 0;
    }
    assertTrue(good > ROUNDS / 100, "only " + good + " were valid");
  }

  /// A call whose arguments are of the kinds that it takes, mostly, and of any type.
  private static String expression(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return TOKENS.get(random.nextInt(7)).replace("none", "tf.cast(n, tf.int32)");
    }
    List<Operation> all = Operations.all();
    Operation operation = all.get(random.nextInt(all.size()));
    List<String> arguments = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      if (parameter.isRequired() || random.nextInt(3) == 0) {
        arguments.add(parameter.name() + "=" + argument(parameter.kind(), random, depth));
      }
    }
    return operation.name() + "(" + String.join(", ", arguments) + ")";
  }

  private static String argument(Operation.Kind kind, Random random, int depth) {
    Operation.Kind[] kinds = Operation.Kind.values();
    return switch (random.nextInt(12) == 0 ? kinds[random.nextInt(kinds.length)] : kind) {
      case VALUE ->
          random.nextInt(5) == 0
              ? List.of("1", "0.5", "3000000000", "'a'", "True").get(random.nextInt(5))
              : expression(random, depth - 1);
      case VALUES -> "[" + expression(random, depth - 1) + ", " + expression(random, 0) + "]";
      case INT -> List.of("-1", "0", "1", "2", "5", "2147483647").get(random.nextInt(6));
      case REAL -> List.of("-1", "0.5", "1e400", "7").get(random.nextInt(4));
      case TEXT -> List.of("''", "'a'", "' '", "'('").get(random.nextInt(4));
      case BOOL -> random.nextBoolean() ? "True" : "False";
      case TYPE -> "tf." + ElementType.values()[random.nextInt(6)];
    };
  }

  @Test
  void mutatedExpressionsGiveATypeOrAMessage() {
    Random random = new Random(3);
    String alphabet = " ()[]'\"`\\.,=*/+-<>!%0123456789_eExnaé\u0000\n";
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder(expression(random, 2));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          case 2 -> text.append(text, at, text.length());
          default -> text.deleteCharAt(at).append(' ');
        }
      }
      isGood(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "-",
        "not ",
        "tf.abs(",
        "2 ** ",
        "x + ",
        "x and ",
        "x * ",
        "a.",
        "`",
        "'",
        "\\",
        "x == ",
        "tf.add(1, ",
        "fill_missing(default=",
        "[[1], ",
        "1",
        "_",
        "1_",
        "((x) + (x)) * ",
      })
  void anythingRepeatedIsRefusedPlainlyAndSoon(String part) {
    for (int times : new int[] {189, 201, 5_000, 40_000}) {
      String text = part.repeat(times);
      for (String whole : List.of(text, text + "x", text + "x" + ")".repeat(times))) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isGood(whole));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" + ", " * ", " - "})
  void aChainIsAsLongAsWalkingItAllows(String operator) {
    assertTrue(isGood("x" + (operator + "x").repeat(190)));
    var e =
        assertThrows(
            ParameterException.class,
            () -> ExpressionParser.parse("x" + (operator + "x").repeat(191)));
    assertEquals("More than 190 operations are chained or nested here. (character 763)", e.what());
    assertEquals(
        "Group them in parentheses, as (a + b) + (c + d), or split the expression into several"
            + " outputs.",
        e.fix());
  }

  @Test
  void groupsMakeRoomForMoreTerms() {
    String group = "(" + "x + ".repeat(90) + "x)";
    assertTrue(isGood(group + (" + " + group).repeat(90)));
  }

  @Test
  void chainsInNestedGroupsAreNoWayAroundTheLimit() {
    String text = "x";
    for (int i = 0; i < 150; i++) {
      text = "(" + "x + ".repeat(20) + text + " + x".repeat(20) + ")";
    }
    String nested = text;
    assertThrows(ParameterException.class, () -> ExpressionParser.parse(nested));
  }
}
