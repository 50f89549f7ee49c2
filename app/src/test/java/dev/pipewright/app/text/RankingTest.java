package dev.pipewright.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void ranksBeginningsOverWordsOverPartsOverLetters() {
    assertEquals(0, Ranking.of("StatisticsGen", "stat"));
    assertEquals(1, Ranking.of("StatisticsGen", "gen"));
    assertEquals(1, Ranking.of("Run to here", "to"));
    assertEquals(2, Ranking.of("StatisticsGen", "tist"));
    assertEquals(3, Ranking.of("StatisticsGen", "stg"));
    assertEquals(Ranking.NONE, Ranking.of("StatisticsGen", "gz"));
  }

  @Test
  void findsWordsInAnotherOrder() {
    assertEquals(3, Ranking.of("Dark theme", "theme dark"));
    assertEquals(Ranking.NONE, Ranking.of("Dark theme", "theme light"));
  }

  @Test
  void takesTheBestOfSeveralPlaces() {
    assertEquals(1, Ranking.of("Restart the art", "art"));
    assertEquals(1, Ranking.of("ImportSchemaGen2Gen", "gen"));
  }

  @Test
  void ranksEverythingFirstWhereNothingIsTyped() {
    assertEquals(0, Ranking.of("Anything", ""));
    assertEquals(0, Ranking.of("Anything", "  "));
  }

  @Test
  void forgivesALetterThatIsWrongMissingTooManyOrSwapped() {
    assertEquals(4, Ranking.of("Trainer", "traimer"));
    assertEquals(4, Ranking.of("Trainer", "trainner"));
    assertEquals(4, Ranking.of("Trainer", "tarin"));
    assertEquals(4, Ranking.of("ExampleValidator", "valdiator"));
    assertEquals(3, Ranking.of("Evaluator", "evalutor"));
  }

  @Test
  void forgivesTwoLettersOfLongWordsOnly() {
    assertEquals(4, Ranking.of("StatisticsGen", "statitsicz"));
    assertEquals(Ranking.NONE, Ranking.of("Trainer", "trimmr"));
    assertEquals(Ranking.NONE, Ranking.of("Pusher", "pxs"));
  }

  @Test
  void ranksNamesWhoseLettersGrowInLowerCase() {
    assertEquals(2, Ranking.of("\u0130\u0130ab", "b"));
    assertEquals(Ranking.NONE, Ranking.of("\u0130\u0130", "x"));
  }

  @Test
  void ranksAnyNameByAnyWords() {
    Random random = new Random(7);
    String letters = "aAbB \u0130\u00df\u01c5.-_\ud83d\ude00";
    for (int i = 0; i < 20_000; i++) {
      String name = word(random, letters, 9);
      String wanted = word(random, letters, 4).strip().toLowerCase(Locale.ROOT);
      int rank = Ranking.of(name, wanted);
      boolean contains = name.toLowerCase(Locale.ROOT).contains(wanted);
      assertEquals(contains, rank < 3, name + " | " + wanted);
      assertEquals(name.toLowerCase(Locale.ROOT).startsWith(wanted), rank == 0, name);
    }
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
