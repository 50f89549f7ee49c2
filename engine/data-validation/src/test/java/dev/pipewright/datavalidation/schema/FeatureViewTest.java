package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.NumericStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureViewTest {

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "with space, with space",
    "a.b, 'x'",
    "(ext.a), (ext.a)",
    "(a, 'x'",
    "a-b_c, a-b_c",
  })
  void quotesNamesThatLookLikePaths(String name, String expected) {
    String quoted = expected.equals("x") ? "'" + name + "'" : expected;

    assertEquals(quoted, FeatureView.serializedPath(name));
  }

  @Test
  void doublesQuotesWithinQuotes() {
    assertEquals("'it''s'", FeatureView.serializedPath("it's"));
    assertEquals("''", FeatureView.serializedPath(""));
  }

  @Test
  void readsTheNamesOfOlderStatistics() {
    var statistics =
        FeatureNameStatistics.newBuilder()
            .setName("fare")
            .setNumStats(NumericStatistics.getDefaultInstance());
    var nothing = FeatureNameStatistics.newBuilder().setName("empty");

    var views =
        FeatureView.of(
            DatasetFeatureStatistics.newBuilder()
                .addFeatures(statistics)
                .addFeatures(nothing)
                .build());

    assertEquals(List.of("fare"), views.stream().map(FeatureView::name).toList());
  }

  @Test
  void isAllThereWhenNothingIsMissing() {
    assertEquals(1, Views.counts(Views.present(10, 1, 1)).fractionPresent());
    assertEquals(0.4, Views.counts(Views.present(4, 1, 1)).fractionPresent());
  }

  @Test
  void estimatesTheTotalWhereItIsNotWritten() {
    var common = CommonStatistics.newBuilder().setNumNonMissing(4).setAvgNumValues(2.5f);

    assertEquals(10, Views.counts(common.build()).totalValues());
  }

  @Test
  void ordersStringsByTheirBytes() {
    var values = Views.strings("b", "ü", "B", "\uD83D\uDE00", "\uFFFD").strings().keySet();

    assertEquals(List.of("B", "b", "ü", "\uFFFD", "\uD83D\uDE00"), List.copyOf(values));
    assertTrue(Views.invalidStrings().hasInvalidUtf8());
  }
}
