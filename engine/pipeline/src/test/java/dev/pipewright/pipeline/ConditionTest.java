package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Condition.And;
import dev.pipewright.pipeline.Condition.Comparison;
import dev.pipewright.pipeline.Condition.Literal;
import dev.pipewright.pipeline.Condition.Not;
import dev.pipewright.pipeline.Condition.Operand;
import dev.pipewright.pipeline.Condition.Operator;
import dev.pipewright.pipeline.Condition.Or;
import dev.pipewright.pipeline.Condition.Reading;
import dev.pipewright.pipeline.Condition.Reading.What;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  private static Comparison compare(int value) {
    Reading reading =
        new Reading(Source.parse("E.b.blessing").orElseThrow(), 0, What.CUSTOM_PROPERTY, "blessed");
    return new Comparison(reading, Operator.EQUAL, new Literal(ParameterValue.of(value)));
  }

  @Test
  void notBindsStrongestAndOrWeakest() {
    String one = "E.b.blessing.custom_property('blessed')==";
    assertEquals(
        new Or(List.of(compare(1), new And(List.of(new Not(compare(2)), compare(3))))),
        Condition.parse(one + "1 or not " + one + "2 and " + one + "3"));
    assertEquals(
        new And(List.of(new Or(List.of(compare(1), compare(2))), compare(3))),
        Condition.parse("(" + one + "1 or " + one + "2) and " + one + "3"));
  }

  @Test
  void anyConditionIsReadBackFromItsText() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      Condition condition = condition(random, 3);
      assertEquals(condition, Condition.parse(condition.text()), condition::text);
    }
  }

  private static Condition condition(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 1)) {
      case 1 -> new And(parts(random, depth));
      case 2 -> new Or(parts(random, depth));
      case 3 -> new Not(condition(random, depth - 1));
      default ->
          new Comparison(
              operand(random),
              Operator.values()[random.nextInt(Operator.values().length)],
              operand(random));
    };
  }

  private static List<Condition> parts(Random random, int depth) {
    return Stream.generate(() -> condition(random, depth - 1))
        .limit(2 + random.nextInt(2))
        .toList();
  }

  private static Operand operand(Random random) {
    List<String> texts = List.of("", "x", "it's", "a \\ b", "\"", "é and or");
    String text = texts.get(random.nextInt(texts.size()));
    Source source = Source.parse("My-Node.2.out").orElseThrow();
    return switch (random.nextInt(7)) {
      case 0 -> new Literal(ParameterValue.of(text));
      case 1 -> new Literal(ParameterValue.of(random.nextLong()));
      case 2 -> new Literal(ParameterValue.of(random.nextGaussian()));
      case 3 -> new Literal(ParameterValue.of(random.nextBoolean()));
      case 4 -> new Reading(source, random.nextInt(2), What.VALUE, "");
      case 5 -> new Reading(source, random.nextInt(2), What.PROPERTY, text);
      default -> new Reading(source, random.nextInt(2), What.CUSTOM_PROPERTY, text);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 == 1.0 | true
          1 < 2 | true
          2 <= 1.5 | false
          'a' < 'b' | true
          true == 1 | true
          'a' != 'b' and not 1 > 2 | true
          1 == 2 or 2 >= 2 | true
          'a' == 1 | false
          N.o.value == 1 | false
          N.o.value < 1 | false
          N.o.value >= 1 | false
          N.o.value != 1 | true
          """)
  void comparesAsTfxDoes(String text, boolean isTrue) {
    assertEquals(isTrue, Condition.parse(text).holds(reading -> ParameterValue.NULL));
  }

  @Test
  void aTextIsNeitherLessNorGreaterThanANumber() {
    Condition condition = Condition.parse("'a' < 1");
    assertThrows(ParameterException.class, () -> condition.holds(reading -> ParameterValue.NULL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1 =",
        "1 = 1",
        "1 == 1 and",
        "(1 == 1",
        "1 == 1)",
        "A == 1",
        "A.b == 1",
        "A.b.property(x) == 1",
        "A.b.property('x' == 1",
        "A.b[x].value == 1",
        "not",
        "'open == 1",
        "99999999999999999999 == 1",
        "1e999 == 1",
      })
  void whatIsNoConditionIsAnErrorWithItsColumn(String text) {
    ParameterException e = assertThrows(ParameterException.class, () -> Condition.parse(text));
    assertTrue(e.where().column() > 0, e::toString);
  }

  @Test
  void deepAndDamagedConditionsNeverFailButWithAParameterException() {
    assertThrows(ParameterException.class, () -> Condition.parse("(".repeat(100_000)));
    assertThrows(ParameterException.class, () -> Condition.parse("not ".repeat(100_000)));
    Random random = new Random(2);
    String whole =
        "not (A.b[1].property('x\\'y') == 1.5e3 or A.b.c.value >= true) and 'q' != \"r\"";
    for (int i = 0; i < 5000; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged.setCharAt(random.nextInt(whole.length()), (char) (32 + random.nextInt(96)));
      }
      try {
        Condition.parse(damaged.toString());
      } catch (ParameterException e) {
        assertTrue(!e.fix().isEmpty());
      }
    }
  }

  @Test
  void renamingANodeRenamesItInConditions() {
    NodeId a = new NodeId("A");
    NodeId b = new NodeId("B");
    Pipeline before =
        Pipeline.of(
            "p", List.of(Node.of(a, "X"), Node.of(b, "Y").withCondition("A.out.value  == 1")));
    Edit rename = new Edit.RenameNode(a, new NodeId("C.d"));
    Pipeline after = rename.apply(before);
    assertEquals("C.d.out.value == 1", after.node(b).orElseThrow().condition());
    assertEquals(before, rename.inverse(before).apply(after));
    assertEquals(List.of(new NodeId("C.d")), List.copyOf(new Topology(after).upstream(b)));
  }
}
