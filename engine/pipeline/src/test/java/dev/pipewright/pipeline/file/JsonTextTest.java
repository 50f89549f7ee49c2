package dev.pipewright.pipeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ProjectException;
import dev.pipewright.pipeline.RandomPipelines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

  @Test
  void everyTextOfAValueIsReadBackAsIt() {
    for (int seed = 0; seed < 3000; seed++) {
      ParameterValue value = new RandomPipelines(seed).value(3);
      assertEquals(value, JsonText.parse(JsonText.compact(value)), "seed " + seed);
      assertEquals(value, JsonText.parse(JsonText.canonical(value)), "seed " + seed);
      assertEquals(value, JsonText.parse(JsonText.pretty(value)), "seed " + seed);
    }
  }

  @Test
  void theCanonicalTextDoesNotDependOnTheOrderOfFields() {
    assertEquals(
        "{\"a\": [{\"b\": 1, \"c\": 2}], \"z\": null}",
        JsonText.canonical(JsonText.parse("{\"z\": null, \"a\": [{\"c\": 2, \"b\": 1}]}")));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-4, 0.0001",
    "1.0, 1.0",
    "100.0, 100.0",
    "-0.0, -0.0",
    "1e300, 1.0E300",
    "0.1, 0.1"
  })
  void numbersAreWrittenForPeopleAndStayReal(double number, String text) {
    assertEquals(text, JsonText.compact(ParameterValue.of(number)));
  }

  @Test
  void aLongListGoesOverSeveralLines() {
    ParameterValue word = ParameterValue.of("x".repeat(40));
    assertEquals(
        "[\n  W,\n  W,\n  W\n]\n".replace("W", "\"" + "x".repeat(40) + "\""),
        JsonText.pretty(ParameterValue.of(List.of(word, word, word))));
  }

  @Test
  void whatIsNotJsonIsAnErrorWithItsPlace() {
    ProjectException e = assertThrows(ProjectException.class, () -> JsonText.parse("{\"a\": }"));
    assertEquals(1, e.where().line());
  }
}
