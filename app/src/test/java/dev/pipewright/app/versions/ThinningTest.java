package dev.pipewright.app.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pipewright.app.versions.Thinning.Kept;
import dev.pipewright.app.versions.Version.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:59:00Z");

  private static Kept at(Duration ago, Kind kind) {
    return new Kept(ago + "", NOW.minus(ago), kind, 10);
  }

  private static List<String> surplus(Thinning thinning, Kept... versions) {
    return thinning.surplus(List.of(versions), NOW).stream().map(Kept::name).toList();
  }

  @Test
  void keepsAllOfTheLastHour() {
    List<Kept> many = new ArrayList<>();
    for (int minute = 0; minute < 50; minute++) {
      many.add(at(Duration.ofMinutes(minute), Kind.AUTOSAVED));
    }
    assertEquals(List.of(), Thinning.USUAL.surplus(many, NOW));
  }

  @Test
  void manyOfTheLastHourDoNotPushOutOlderOnes() {
    List<Kept> many = new ArrayList<>(List.of(at(Duration.ofDays(9), Kind.SAVED)));
    for (int second = 0; second < 3000; second++) {
      many.add(at(Duration.ofSeconds(second), Kind.SAVED));
    }
    List<Kept> surplus = Thinning.USUAL.surplus(many, NOW);
    assertEquals(2950, surplus.size());
    assertFalse(surplus.contains(many.getFirst()));
  }

  @Test
  void keepsOneOfEachHourOfTheLastDayAndOfThoseTheLastThatWasSaved() {
    assertEquals(
        List.of("PT2H5M", "PT2H20M"),
        surplus(
            Thinning.USUAL,
            at(Duration.ofMinutes(1), Kind.SAVED),
            at(Duration.ofMinutes(125), Kind.AUTOSAVED),
            at(Duration.ofMinutes(130), Kind.SAVED),
            at(Duration.ofMinutes(140), Kind.SAVED),
            at(Duration.ofMinutes(190), Kind.AUTOSAVED)));
  }

  @Test
  void keepsOneOfEachDayBefore() {
    assertEquals(
        List.of("PT50H"),
        surplus(
            Thinning.USUAL,
            at(Duration.ofMinutes(1), Kind.SAVED),
            at(Duration.ofHours(49), Kind.SAVED),
            at(Duration.ofHours(50), Kind.SAVED),
            at(Duration.ofHours(75), Kind.SAVED)));
  }

  @Test
  void keepsTheNewestHoweverOldAndLargeItIs() {
    Thinning strict = new Thinning(1, 5);
    assertEquals(
        List.of("PT301H"),
        surplus(
            strict, at(Duration.ofHours(300), Kind.SAVED), at(Duration.ofHours(301), Kind.SAVED)));
  }

  @Test
  void isBoundedInNumberAndSize() {
    List<Kept> days = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      days.add(at(Duration.ofDays(day), Kind.SAVED));
    }
    assertEquals(200, Thinning.USUAL.surplus(days, NOW).size());
    assertEquals(295, new Thinning(100, 50).surplus(days, NOW).size());
  }
}
