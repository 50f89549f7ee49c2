package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pipewright.pipeline.ParameterException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Expressions are grouped as Python's own parser groups them (peers/goldens/transform_grammar.py).
class PythonGrammarTest {

  private static JsonNode golden;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = PythonGrammarTest.class.getResourceAsStream("grammar.json")) {
      golden = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void groupsAsPythonDoes() {
    for (JsonNode pair : golden.get("cases")) {
      String text = pair.get("text").asText();
      assertEquals(pair.get("nested").asText(), ExpressionParser.parse(text).toString(), text);
    }
  }

  @Test
  void whitespaceMeansNothingAroundSigns() {
    for (JsonNode pair : golden.get("cases")) {
      String text = pair.get("text").asText();
      String tight = text.replaceAll(" ?([-+*/%=!<>()]+) ?", "$1");
      String wide = text.replaceAll("([()])", " $1 ").replace(" ", "\t ");
      for (String other : new String[] {tight, wide}) {
        assertEquals(pair.get("nested").asText(), ExpressionParser.parse(other).toString(), other);
      }
    }
  }

  @Test
  void refusesWhatPythonRefusesAndChainsOfComparisons() {
    for (JsonNode wrong : golden.get("wrong")) {
      String text = wrong.asText();
      ParameterException e =
          assertThrows(ParameterException.class, () -> ExpressionParser.parse(text), text);
      boolean isExpected =
          e.what().startsWith("Comparisons cannot be chained.")
              || e.what().startsWith("Expected a value but found 'not'");
      assertTrue(isExpected, () -> text + ": " + e.getMessage());
    }
  }
}
