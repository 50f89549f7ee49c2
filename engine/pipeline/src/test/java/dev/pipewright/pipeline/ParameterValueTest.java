package dev.pipewright.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.RuntimeParameter.Kind;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValueTest {

  @Test
  void anObjectKeepsTheOrderOfItsFieldsAndComparesWithoutIt() {
    Fields ab = Fields.EMPTY.with("a", ParameterValue.of(1)).with("b", ParameterValue.of(2));
    Fields ba = Fields.EMPTY.with("b", ParameterValue.of(2)).with("a", ParameterValue.of(1));
    assertEquals(ab, ba);
    assertEquals(List.of("b", "a"), List.copyOf(ba.values().keySet()));
  }

  @Test
  void aFieldThatIsSetAgainStaysWhereItIs() {
    Fields fields =
        Fields.EMPTY
            .with("a", ParameterValue.of(1))
            .with("b", ParameterValue.of(2))
            .with("a", ParameterValue.of(3));
    assertEquals(List.of("a", "b"), List.copyOf(fields.values().keySet()));
    assertEquals(Optional.of(ParameterValue.of(3)), fields.get("a"));
    assertEquals(Optional.empty(), fields.without("a").get("a"));
  }

  @Test
  void wholeNumbersAndRealOnesAreNotTheSame() {
    assertNotEquals(ParameterValue.of(1), ParameterValue.of(1.0));
  }

  @Test
  void valuesCannotBeChanged() {
    Fields fields = Fields.EMPTY.with("a", ParameterValue.of(List.of(ParameterValue.NULL)));
    assertThrows(UnsupportedOperationException.class, () -> fields.values().remove("a"));
    ParameterValue.Items items = (ParameterValue.Items) fields.get("a").orElseThrow();
    assertThrows(UnsupportedOperationException.class, () -> items.values().clear());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          STRING | "x"  | true
          STRING | 1    | false
          INT    | 1    | true
          INT    | 1.0  | false
          FLOAT  | 1    | true
          FLOAT  | 1.5  | true
          FLOAT  | "1"  | false
          BOOL   | true | true
          BOOL   | 0    | false
          JSON   | {}   | true
          JSON   | null | true
          STRING | null | false
          """)
  void aRuntimeParameterTakesValuesOfItsKind(Kind kind, String json, boolean isTaken) {
    assertEquals(isTaken, kind.accepts(JsonText.parse(json)));
  }

  @Test
  void kindsHaveTheirNamesInTheFile() {
    for (Kind kind : Kind.values()) {
      assertEquals(Optional.of(kind), Kind.parse(kind.text()));
    }
    assertEquals(Optional.empty(), Kind.parse("INT"));
  }

  @Test
  void placesAreWrittenAsFarAsTheyAreKnown() {
    assertEquals("", Location.NONE.toString());
    assertEquals("a.csv", Location.of("a.csv").toString());
    assertEquals("a.csv:7", Location.of("a.csv", 7).toString());
    assertEquals("a.csv:7:3, feature x", new Location("a.csv", 7, 3, "feature x").toString());
    assertEquals("Trainer.seed", Location.subject("Trainer.seed").toString());
  }

  @Test
  void everyErrorSaysWhatWhereAndWhatToDo() {
    for (EngineException e :
        List.of(
            new ArtifactException("What.", Location.of("f"), "Fix."),
            new DataException("What.", Location.of("f"), "Fix."),
            new EnvironmentException("What.", Location.of("f"), "Fix."),
            new ParameterException("What.", Location.of("f"), "Fix."),
            new ProjectException("What.", Location.of("f"), "Fix."))) {
      assertEquals("f: What. Fix.", e.getMessage());
      assertEquals(
          List.of("What.", Location.of("f"), "Fix."), List.of(e.what(), e.where(), e.fix()));
    }
    assertEquals("What.", new DataException("What.", Location.NONE, "").getMessage());
  }
}
