package dev.pipewright.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

  @ParameterizedTest
  @CsvSource({"PT30S,just now", "PT5M,5 min ago", "PT47H,47 h ago", "P1500D,'1,500 days ago'"})
  void saysHowLongAgoSomethingWas(Duration age, String words) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    assertEquals(words, Ages.ago(now.minus(age), now));
  }

  @ParameterizedTest
  @CsvSource({
    "PT2S,a few seconds",
    "PT7S,about 5 s",
    "PT23S,about 25 s",
    "PT170S,about 3 min",
    "PT100M,about 1.5 h"
  })
  void roundsWhatIsNotKnownForSure(Duration time, String words) {
    assertEquals(words, Ages.about(time));
  }
}
