package dev.pipewright.pipeline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of("CsvExampleGen", "StatisticsGen", "SchemaGen", "ExampleValidator", "Trainer");

  @ParameterizedTest
  @CsvSource({
    "csvexamplegen, CsvExampleGen",
    "StatisticGen, StatisticsGen",
    "SchemGan, SchemaGen",
    "ExampelValidator, ExampleValidator",
    "Trianer, Trainer",
    "Train, Trainer",
  })
  void aMisspeltNameFindsTheOneThatWasMeant(String name, String expected) {
    assertEquals(Optional.of(expected), NearestName.of(name, NAMES));
  }

  @ParameterizedTest
  @CsvSource({"Pusher", "X", "BulkInferrer"})
  void aNameOfItsOwnFindsNone(String name) {
    assertEquals(Optional.empty(), NearestName.of(name, NAMES));
  }

  @Test
  void ofTwoAsNearTheFirstIsTaken() {
    assertEquals(Optional.of("ab"), NearestName.of("aa", List.of("ab", "ac")));
  }

  @Test
  void aSuggestionNamesTheNearestOrAllThereAre() {
    assertEquals("Did you mean \"Trainer\"?", NearestName.suggest("trainer", NAMES));
    assertEquals("There is: a, b.", NearestName.suggest("something", List.of("a", "b")));
    assertEquals("There is none.", NearestName.suggest("something", List.of()));
  }
}
