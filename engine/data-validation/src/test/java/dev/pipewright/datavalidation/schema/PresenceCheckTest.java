package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FeaturePresence;
import dev.pipewright.protos.tfmd.UniqueConstraints;
import dev.pipewright.protos.tfmd.ValueCount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceCheckTest {

  private final List<Deviation> deviations = new ArrayList<>();

  private List<Type> types() {
    return deviations.stream().map(Deviation::type).toList();
  }

  private FeaturePresence presence(long count, FeaturePresence.Builder presence) {
    PresenceCheck.presence(Views.counts(Views.present(count, 1, 1)), presence, deviations);
    return presence.build();
  }

  @Test
  void lowersTheExpectedCount() {
    var presence = presence(4, FeaturePresence.newBuilder().setMinCount(5));

    assertEquals(4, presence.getMinCount());
    assertEquals(
        List.of(
            new Deviation(
                Type.FEATURE_TYPE_LOW_NUMBER_PRESENT,
                "Column dropped",
                "The feature was present in fewer examples than expected: "
                    + "minimum count = 5, actual = 4")),
        deviations);
  }

  @Test
  void lowersTheExpectedFraction() {
    var presence = presence(3, FeaturePresence.newBuilder().setMinFraction(0.7));

    assertEquals(0.3, presence.getMinFraction());
    assertEquals(
        List.of(
            new Deviation(
                Type.FEATURE_TYPE_LOW_FRACTION_PRESENT,
                "Column dropped",
                "The feature was present in fewer examples than expected: "
                    + "minimum fraction = 0.700000, actual = 0.300000")),
        deviations);
  }

  @Test
  void acceptsWhatIsThereOftenEnough() {
    presence(7, FeaturePresence.newBuilder().setMinFraction(0.7).setMinCount(7));

    assertEquals(List.of(), deviations);
  }

  private Feature valueCount(long min, long max, ValueCount.Builder expected) {
    Feature.Builder feature = Feature.newBuilder().setValueCount(expected);
    PresenceCheck.valueCounts(Views.counts(Views.present(10, min, max)), feature, deviations);
    return feature.build();
  }

  @Test
  void widensTheNumberOfValues() {
    Feature feature = valueCount(1, 9, ValueCount.newBuilder().setMin(2).setMax(3));

    assertEquals(ValueCount.newBuilder().setMin(1).setMax(9).build(), feature.getValueCount());
    assertEquals(
        List.of(Type.FEATURE_TYPE_LOW_NUMBER_VALUES, Type.FEATURE_TYPE_HIGH_NUMBER_VALUES),
        types());
  }

  @Test
  void expectsNoLeastNumberWhereListsAreEmpty() {
    Feature feature = valueCount(0, 3, ValueCount.newBuilder().setMin(2));

    assertFalse(feature.getValueCount().hasMin());
  }

  @Test
  void countsValuesAtTheOneNestingLevel() {
    Feature.Builder feature = Feature.newBuilder();
    feature.getValueCountsBuilder().addValueCountBuilder().setMax(2);

    PresenceCheck.valueCounts(Views.counts(Views.present(10, 1, 3)), feature, deviations);

    assertEquals(3, feature.getValueCounts().getValueCount(0).getMax());
    assertEquals(
        "Some examples have more values than expected at nestedness level 0.",
        deviations.getFirst().description());
  }

  @Test
  void replacesCountsOfMoreNestingLevelsThanThereAre() {
    Feature.Builder feature = Feature.newBuilder();
    feature.getValueCountsBuilder().addValueCountBuilder().setMax(2);
    feature.getValueCountsBuilder().addValueCountBuilder().setMax(2);

    PresenceCheck.valueCounts(Views.counts(Views.present(10, 3, 3)), feature, deviations);

    assertEquals(ValueCount.newBuilder().setMin(3).setMax(3).build(), feature.getValueCount());
    assertEquals(List.of(Type.VALUE_NESTEDNESS_MISMATCH), types());
  }

  private Feature shape(FeatureView view, long... dimensions) {
    Feature.Builder feature = Feature.newBuilder();
    feature.getShapeBuilder();
    for (long size : dimensions) {
      feature.getShapeBuilder().addDimBuilder().setSize(size);
    }
    PresenceCheck.shape(view, feature, deviations);
    return feature.build();
  }

  @Test
  void acceptsAShapeOfAsManyValues() {
    shape(Views.counts(Views.present(10, 6, 6)), 2, 3);
    shape(Views.counts(Views.present(10, 1, 1)));

    assertEquals(List.of(), deviations);
  }

  @Test
  void dropsAShapeThatDoesNotFit() {
    Feature other = shape(Views.counts(Views.present(10, 5, 5)), 2, 3);
    Feature varying = shape(Views.counts(Views.present(10, 1, 6)), 2, 3);
    Feature absent = shape(Views.counts(Views.present(9, 6, 6)), 2, 3);

    assertEquals(List.of(other, varying, absent), List.of(shapeless(), shapeless(), shapeless()));
    assertEquals(
        "The feature has fixed value length 5 but it's not compatible with the specified shape.",
        deviations.getFirst().description());
    assertEquals(deviations.get(1), deviations.get(2));
  }

  private static Feature shapeless() {
    return Feature.getDefaultInstance();
  }

  private Feature unique(FeatureView view, UniqueConstraints.Builder constraints) {
    Feature.Builder feature = Feature.newBuilder().setUniqueConstraints(constraints);
    PresenceCheck.unique(view, feature, deviations);
    return feature.build();
  }

  @Test
  void widensTheNumberOfDifferentValues() {
    Feature feature =
        unique(Views.strings("a", "b"), UniqueConstraints.newBuilder().setMin(5).setMax(6));
    unique(Views.strings("a", "b"), UniqueConstraints.newBuilder().setMax(1));

    assertEquals(2, feature.getUniqueConstraints().getMin());
    assertEquals(
        List.of(
            "Expected at least 5 unique values but found only 2.",
            "Expected no more than 1 unique values but found 2."),
        deviations.stream().map(Deviation::description).toList());
  }

  @Test
  void countsNoDifferentNumbers() {
    Feature feature =
        unique(
            Views.numbers(FeatureNameStatistics.Type.INT, 0, 1),
            UniqueConstraints.newBuilder().setMax(1));

    assertFalse(feature.hasUniqueConstraints());
    assertEquals(List.of(Type.FEATURE_TYPE_NO_UNIQUE), types());
  }
}
