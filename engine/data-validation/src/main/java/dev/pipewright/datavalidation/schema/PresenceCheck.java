package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeaturePresence;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.UniqueConstraints;
import dev.pipewright.protos.tfmd.ValueCount;
import java.util.List;

/// Whether a feature is there often enough, with as many values as expected. TFDV's `feature_util`.
final class PresenceCheck {

  private static final String DROPPED = "Column dropped";
  private static final String MISSING_VALUES = "Missing values";
  private static final String SUPERFLUOUS_VALUES = "Superfluous values";
  private static final String NESTEDNESS = "Mismatched value nest level";

  private PresenceCheck() {}

  static void valueCounts(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    if (feature.hasValueCount()) {
      valueCount(view, feature.getValueCountBuilder(), ".", deviations);
    } else if (feature.getValueCounts().getValueCountCount() == 1) {
      ValueCount.Builder count = feature.getValueCountsBuilder().getValueCountBuilder(0);
      valueCount(view, count, " at nestedness level 0.", deviations);
    } else if (feature.hasValueCounts()) {
      deviations.add(
          new Deviation(
              Type.VALUE_NESTEDNESS_MISMATCH,
              NESTEDNESS,
              "The values have a different nest level than expected. Value counts "
                  + "will not be checked."));
      feature.clearValueCounts();
      NewFeature.addValueCount(view, feature);
    }
  }

  private static void valueCount(
      FeatureView view, ValueCount.Builder count, String where, List<Deviation> deviations) {
    if (count.hasMin() && view.minValues() < count.getMin()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_LOW_NUMBER_VALUES,
              MISSING_VALUES,
              "Some examples have fewer values than expected" + where));
      if (view.minValues() == 0) {
        count.clearMin();
      } else {
        count.setMin(view.minValues());
      }
    }
    if (count.hasMax() && view.maxValues() > count.getMax()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_HIGH_NUMBER_VALUES,
              SUPERFLUOUS_VALUES,
              "Some examples have more values than expected" + where));
      count.setMax(view.maxValues());
    }
  }

  static void shape(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    if (!feature.hasShape()) {
      return;
    }
    long expected =
        feature.getShape().getDimList().stream()
            .mapToLong(FixedShape.Dim::getSize)
            .reduce(1, (a, b) -> a * b);
    boolean isFixed = view.minValues() == view.maxValues() && view.minValues() != 0;
    if (!isFixed || view.numMissing() != 0) {
      dropShape(
          feature,
          "The feature has a shape, but it's not always present (if the "
              + "feature is nested, then it should always be present at each "
              + "nested level) or its value lengths vary.",
          deviations);
    } else if (view.minValues() != expected) {
      dropShape(
          feature,
          "The feature has fixed value length "
              + view.minValues()
              + " but it's not compatible with the specified shape.",
          deviations);
    }
  }

  private static void dropShape(Feature.Builder feature, String why, List<Deviation> deviations) {
    feature.clearShape();
    deviations.add(new Deviation(Type.INVALID_FEATURE_SHAPE, "Feature shape dropped", why));
  }

  static void presence(
      FeatureView view, FeaturePresence.Builder presence, List<Deviation> deviations) {
    if (presence.hasMinCount() && view.numPresent() < presence.getMinCount()) {
      long actual = (long) view.numPresent();
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_LOW_NUMBER_PRESENT,
              DROPPED,
              "The feature was present in fewer examples than expected: minimum count = "
                  + presence.getMinCount()
                  + ", actual = "
                  + actual));
      presence.setMinCount(actual);
    }
    if (presence.hasMinFraction() && view.numExamples() > 0) {
      fraction(view, presence, deviations);
    }
  }

  private static void fraction(
      FeatureView view, FeaturePresence.Builder presence, List<Deviation> deviations) {
    double actual = view.fractionPresent();
    if (actual < presence.getMinFraction()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_LOW_FRACTION_PRESENT,
              DROPPED,
              "The feature was present in fewer examples than expected: minimum fraction = "
                  + Decimals.sixPlaces((float) presence.getMinFraction())
                  + ", actual = "
                  + Decimals.sixPlaces(actual)));
      presence.setMinFraction(actual);
    }
    if (presence.getMinFraction() == 1 && view.numMissing() != 0) {
      // So few are missing that the fraction is rounded to 1.
      presence.setMinFraction(0.9999);
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_LOW_FRACTION_PRESENT,
              DROPPED,
              "The feature was expected everywhere, but was missing in "
                  + Decimals.sixDigits(view.numMissing())
                  + " examples."));
    }
  }

  static void unique(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    if (!view.statistics().hasStringStats()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_NO_UNIQUE,
              "No unique values",
              "UniqueConstraints specified for the feature, but unique values "
                  + "were not counted (i.e., feature is not string or "
                  + "categorical)."));
      feature.clearUniqueConstraints();
      return;
    }
    long unique = view.statistics().getStringStats().getUnique();
    UniqueConstraints.Builder constraints = feature.getUniqueConstraintsBuilder();
    if (unique < constraints.getMin()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_LOW_UNIQUE,
              "Low number of unique values",
              "Expected at least %d unique values but found only %d."
                  .formatted(constraints.getMin(), unique)));
      constraints.setMin(unique);
    }
    if (unique > constraints.getMax()) {
      deviations.add(
          new Deviation(
              Type.FEATURE_TYPE_HIGH_UNIQUE,
              "High number of unique values",
              "Expected no more than %d unique values but found %d."
                  .formatted(constraints.getMax(), unique)));
      constraints.setMax(unique);
    }
  }
}
