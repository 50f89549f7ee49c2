package dev.pipewright.datavalidation.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.datavalidation.schema.ProtoText;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DriftSkewInfo;
import dev.pipewright.protos.tfmd.DriftSkewInfo.Measurement;
import dev.pipewright.protos.tfmd.FeatureComparator;
import dev.pipewright.protos.tfmd.NumericValueComparator;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsValidationTest {

  @ParameterizedTest
  @CsvSource({
    "first, first, first.shapes, ",
    "shapes, second, first.shapes, ",
    "counts, second, first.counts, ",
    "strict, first, strict, ",
    "malformed, first, malformed, ",
    "strict.SERVING, first, strict, SERVING",
  })
  void findsTfdvsAnomalies(String golden, String statistics, String schema, String environment) {
    var anomalies =
        StatisticsValidation.validate(
            Goldens.dataset(statistics), Goldens.schema(schema), environment);

    assertEquals(ProtoText.of(Goldens.anomalies(golden)), ProtoText.of(anomalies));
  }

  @ParameterizedTest
  @CsvSource({
    "drift, first, detailed, , ",
    "skew, first, , second, ",
    "weighted_drift, weighted, weighted_by_count, , ",
    "semantic_domains, semantic, , , ",
    "composite_parts, composites, , , ",
    "collisions, composites, , , ",
  })
  void findsTfdvsAnomaliesBesideOtherStatistics(
      String golden, String statistics, String previous, String serving) {
    Controls controls =
        new Controls(
            previous == null ? null : Goldens.dataset(previous),
            serving == null ? null : Goldens.dataset(serving),
            null);

    var anomalies =
        StatisticsValidation.validate(
            Goldens.dataset(statistics), Goldens.schema(golden), null, controls);

    var expected = Goldens.anomalies(golden);
    assertEquals(ProtoText.of(expected), ProtoText.of(withMeasurementsOf(expected, anomalies)));
  }

  private static Path path(String step) {
    return Path.newBuilder().addStep(step).build();
  }

  private static FeatureComparator infinityNorm(double threshold) {
    var comparator = FeatureComparator.newBuilder();
    comparator.getInfinityNormBuilder().setThreshold(threshold);
    return comparator.build();
  }

  private static FeatureComparator divergence(double threshold) {
    var comparator = FeatureComparator.newBuilder();
    comparator.getJensenShannonDivergenceBuilder().setThreshold(threshold);
    return comparator.build();
  }

  @Test
  void findsWhatTfxsDistributionValidatorFinds() {
    var examples =
        NumericValueComparator.newBuilder()
            .setMinFractionThreshold(0.9)
            .setMaxFractionThreshold(1.1)
            .build();
    Map<Path, FeatureComparator> features = new LinkedHashMap<>();
    features.put(path("text_words"), infinityNorm(0.01));
    features.put(path("text_bool"), infinityNorm(0.99));
    features.put(path("float_plain"), divergence(0.01));
    features.put(path("int_plain"), infinityNorm(0.01));
    features.put(path("int_none"), divergence(0.01));
    features.put(path("nowhere"), infinityNorm(0.01));

    var anomalies =
        new DistributionComparison(features, examples)
            .compare(Goldens.dataset("first"), Goldens.dataset("detailed"));

    var expected = Goldens.anomalies("distribution");
    assertEquals(
        "Comparison could not be done.",
        anomalies.getAnomalyInfoOrThrow("nowhere").getShortDescription());
    assertEquals(
        ProtoText.of(expected),
        ProtoText.of(withMeasurementsOf(expected, withoutTexts(anomalies))));
  }

  private static Anomalies withoutTexts(Anomalies anomalies) {
    Anomalies.Builder without = anomalies.toBuilder();
    anomalies
        .getAnomalyInfoMap()
        .forEach((name, info) -> without.putAnomalyInfo(name, withoutTexts(info)));
    return without.setDatasetAnomalyInfo(withoutTexts(anomalies.getDatasetAnomalyInfo())).build();
  }

  private static AnomalyInfo withoutTexts(AnomalyInfo info) {
    return info.toBuilder().clearDescription().clearShortDescription().build();
  }

  // Logarithms differ in their last digits.
  private static Anomalies withMeasurementsOf(Anomalies expected, Anomalies actual) {
    Anomalies.Builder adjusted = actual.toBuilder();
    for (int i = 0; i < adjusted.getDriftSkewInfoCount(); i++) {
      DriftSkewInfo.Builder info = adjusted.getDriftSkewInfoBuilder(i);
      DriftSkewInfo other = expected.getDriftSkewInfo(i);
      adjust(info.getDriftMeasurementsBuilderList(), other.getDriftMeasurementsList());
      adjust(info.getSkewMeasurementsBuilderList(), other.getSkewMeasurementsList());
    }
    return adjusted.build();
  }

  private static void adjust(List<Measurement.Builder> actual, List<Measurement> expected) {
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertEquals(expected.get(i).getValue(), actual.get(i).getValue(), 1e-9);
      actual.get(i).setValue(expected.get(i).getValue());
    }
  }

  @Test
  void comparesTheNumberOfExamplesWithAnEarlierVersion() {
    var few = DatasetFeatureStatistics.newBuilder().setNumExamples(10).build();
    var many = few.toBuilder().setNumExamples(30).build();
    var none = few.toBuilder().setNumExamples(0).build();
    var schema = Schema.newBuilder();
    schema
        .getDatasetConstraintsBuilder()
        .getNumExamplesVersionComparatorBuilder()
        .setMinFractionThreshold(0.5)
        .setMaxFractionThreshold(2);

    assertEquals(List.of(Type.COMPARATOR_LOW_NUM_EXAMPLES), types(few, schema.build(), many));
    assertEquals(List.of(Type.COMPARATOR_HIGH_NUM_EXAMPLES), types(many, schema.build(), few));
    assertEquals(List.of(Type.COMPARATOR_HIGH_NUM_EXAMPLES), types(few, schema.build(), none));
    assertEquals(List.of(), types(few, schema.build(), few));
  }

  private static List<Type> types(
      DatasetFeatureStatistics statistics, Schema schema, DatasetFeatureStatistics previous) {
    return StatisticsValidation.validate(
            statistics, schema, null, new Controls(null, null, previous))
        .getDatasetAnomalyInfo()
        .getReasonList()
        .stream()
        .map(reason -> reason.getType())
        .toList();
  }

  @Test
  void saysThatDataAreMissing() {
    var anomalies =
        StatisticsValidation.validate(
            DatasetFeatureStatistics.getDefaultInstance(), Goldens.schema("first.shapes"), null);

    assertEquals(Goldens.anomalies("empty"), anomalies);
  }

  @Test
  void refusesAnEnvironmentThatTheSchemaDoesNotHave() {
    assertThrows(
        ParameterException.class,
        () ->
            StatisticsValidation.validate(
                Goldens.dataset("first"), Goldens.schema("strict"), "NOWHERE"));
  }
}
