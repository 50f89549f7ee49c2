package dev.pipewright.transform.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.ExpressionParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisPlanTest {

  private static AnalysisPlan plan(String... expressions) {
    List<Expression> parsed = Stream.of(expressions).map(ExpressionParser::parse).toList();
    return AnalysisPlan.of(parsed);
  }

  private static List<List<String>> keys(AnalysisPlan plan) {
    return plan.phases().stream()
        .map(phase -> phase.stream().map(AnalyzerCall::key).toList())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tft.compute_and_apply_vocabulary(b, vocab_filename='v');v",
        "tft.compute_and_apply_vocabulary(a, top_k=3, vocab_filename='v');v",
        "tft.compute_and_apply_vocabulary(b, vocab_filename='v/') + 0;v_",
      })
  void refusesTwoVocabulariesInOneFile(String second, String file) {
    String first = "tft.compute_and_apply_vocabulary(a, vocab_filename='%s')".formatted(file);
    var e = assertThrows(ParameterException.class, () -> plan(first, second));
    assertEquals("Two different vocabularies would be in the file " + file + ".", e.what());
    assertEquals("Give each its own vocab_filename.", e.fix());
    assertEquals(1, e.where().column());
  }

  @Test
  void oneVocabularyMayBeUsedTwice() {
    String words = "tft.compute_and_apply_vocabulary(a, vocab_filename='v'";
    AnalysisPlan plan = plan(words + ")", words + ", num_oov_buckets=3, default_value=7)");
    assertEquals(1, plan.phases().getFirst().size());
    assertEquals("v", plan.vocabularyFile(plan.phases().getFirst().getFirst()));
  }

  @Test
  void knowsTheFilesOfItsOwnVocabulariesAlone() {
    AnalyzerCall other = plan("tft.compute_and_apply_vocabulary(b)").phases().getFirst().getFirst();
    AnalysisPlan plan = plan("tft.compute_and_apply_vocabulary(a)");
    assertThrows(IllegalArgumentException.class, () -> plan.vocabularyFile(other));
  }

  @Test
  void needsNothingForRowsAlone() {
    assertEquals(List.of(), keys(plan("a + 1", "fill_missing(b)")));
  }

  @Test
  void sharesAnAnalyzerBetweenCallsThatNeedTheSame() {
    assertEquals(
        List.of(List.of("MOMENTS `a`", "RANGE `a`")),
        keys(plan("tft.scale_to_z_score(a) - tft.mean(a)", "tft.scale_to_0_1(a) + tft.max(a)")));
  }

  @Test
  void putsAnAnalyzerAfterThoseItsInputNeeds() {
    assertEquals(
        List.of(
            List.of("MOMENTS `a`", "SUM `b`"),
            List.of("RANGE tft.scale_to_z_score(`a`)"),
            List.of("QUANTILES tft.scale_to_0_1(tft.scale_to_z_score(`a`)) 3")),
        keys(
            plan("tft.bucketize(tft.scale_to_0_1(tft.scale_to_z_score(a)), 3)", "b / tft.sum(b)")));
  }

  @Test
  void keepsVocabulariesOfOtherSizesApart() {
    AnalysisPlan plan =
        plan(
            "tft.compute_and_apply_vocabulary(a)",
            "tft.compute_and_apply_vocabulary(a, top_k=3)",
            "tft.compute_and_apply_vocabulary(a, num_oov_buckets=3)",
            "tft.compute_and_apply_vocabulary(b, vocab_filename='my words / 1')");
    assertEquals(
        List.of(
            "vocab_compute_and_apply_vocabulary_vocabulary",
            "vocab_compute_and_apply_vocabulary_1_vocabulary",
            "my-words-_-1"),
        plan.phases().getFirst().stream().map(plan::vocabularyFile).toList());
  }
}
