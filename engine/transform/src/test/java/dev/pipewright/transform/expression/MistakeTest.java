package dev.pipewright.transform.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pipewright.pipeline.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakeTest {

  private static final List<String> NAMES =
      List.of("fare", "fares", "tf.math.log", "tf.math.log1p", "trip_miles");

  @ParameterizedTest
  @CsvSource({
    "fare, fare",
    "far, fare",
    "fair,",
    "faress, fares",
    "log, tf.math.log",
    "tft.log1, tf.math.log",
    "np.log1p, tf.math.log1p",
    "tripmiles, trip_miles",
    "trip_kilometres,",
    "x,",
    "farewell,",
  })
  void offersANameThatIsCloseEnough(String written, String nearest) {
    assertEquals(Optional.ofNullable(nearest), Mistake.nearest(written, NAMES));
  }

  @Test
  void offersTheFirstOfNamesThatAreEquallyClose() {
    assertEquals(Optional.of("cat"), Mistake.nearest("bat", List.of("rat", "cat", "hat")));
    assertEquals(Optional.empty(), Mistake.nearest("bat", List.of()));
  }

  @Test
  void takesNoTimeOverALongName() {
    String written = "n".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertEquals(Optional.empty(), Mistake.nearest(written, Operations.names())));
  }

  @Test
  void namesTheCharacter() {
    var e = Mistake.at(7, "It is wrong.", "Mend it.");
    assertEquals("It is wrong. (character 7)", e.what());
    assertEquals(new Location(null, 0, 7, null), e.where());
    assertEquals("Mend it.", e.fix());
  }
}
