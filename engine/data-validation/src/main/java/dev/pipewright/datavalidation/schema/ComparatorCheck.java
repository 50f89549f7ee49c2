package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DriftSkewInfo.Measurement;
import dev.pipewright.protos.tfmd.FeatureComparator;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.HistogramSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Whether values are distributed as they are in other data: TFDV's
/// `UpdateFeatureComparatorDirect`. A comparator that deviates is set to what was measured.
final class ComparatorCheck {

  private static final String DIGITS = " (up to six significant digits), above the threshold ";

  private final FeatureView view;
  private final String control;
  private final String treatment;
  private final FeatureComparator.Builder comparator;
  private final List<Deviation> deviations;
  private final List<Measurement> measurements = new ArrayList<>();

  /// @param control what the other data are called
  /// @param treatment what these data are called
  ComparatorCheck(
      FeatureView view,
      String control,
      String treatment,
      FeatureComparator.Builder comparator,
      List<Deviation> deviations) {
    this.view = view;
    this.control = control;
    this.treatment = treatment;
    this.comparator = comparator;
    this.deviations = deviations;
  }

  /// Compares with the same feature of other data, which may lack it.
  ///
  /// @return what was measured
  List<Measurement> compare(@Nullable FeatureView other) {
    boolean hasThreshold =
        comparator.getInfinityNorm().hasThreshold()
            || comparator.getJensenShannonDivergence().hasThreshold()
            || comparator.getNormalizedAbsDifference().hasThreshold();
    if (!hasThreshold) {
      return measurements;
    }
    if (other == null) {
      missing();
    } else {
      compareInfinityNorm(other);
      compareNormalizedDifference(other);
      compareJensenShannon(other);
    }
    return measurements;
  }

  private void missing() {
    if (comparator.hasInfinityNorm()) {
      comparator.getInfinityNormBuilder().clearThreshold();
    }
    if (comparator.hasJensenShannonDivergence()) {
      comparator.getJensenShannonDivergenceBuilder().clearThreshold();
    }
    deviations.add(
        new Deviation(
            Type.COMPARATOR_CONTROL_DATA_MISSING,
            control + " data missing",
            control + " data is missing."));
  }

  private void compareInfinityNorm(FeatureView other) {
    if (comparator.getInfinityNorm().hasThreshold()) {
      double threshold = comparator.getInfinityNorm().getThreshold();
      var greatest = Distances.infinityNorm(view, other);
      measure(Measurement.Type.L_INFTY, greatest.distance(), threshold);
      if (greatest.distance() > threshold) {
        comparator.getInfinityNormBuilder().setThreshold(greatest.distance());
        deviate(
            Type.COMPARATOR_L_INFTY_HIGH,
            "Linfty distance",
            greatest.distance(),
            threshold,
            ". The feature value with maximum difference is: " + greatest.value());
      }
    }
  }

  private void compareNormalizedDifference(FeatureView other) {
    if (comparator.getNormalizedAbsDifference().hasThreshold()) {
      double threshold = comparator.getNormalizedAbsDifference().getThreshold();
      var greatest = Distances.normalizedAbsoluteDifference(view, other);
      measure(Measurement.Type.NORMALIZED_ABSOLUTE_DIFFERENCE, greatest.distance(), threshold);
      if (greatest.distance() > threshold) {
        comparator.getNormalizedAbsDifferenceBuilder().setThreshold(greatest.distance());
        deviate(
            Type.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH,
            "normalized absolute difference",
            greatest.distance(),
            threshold,
            ". The feature value with maximum difference is: " + greatest.value());
      }
    }
  }

  private void compareJensenShannon(FeatureView other) {
    if (comparator.getJensenShannonDivergence().hasThreshold()) {
      double threshold = comparator.getJensenShannonDivergence().getThreshold();
      boolean isQuantiles =
          comparator.getJensenShannonDivergence().getSource().getType()
              == HistogramSelection.Type.QUANTILES;
      OptionalDouble distance =
          Distances.jensenShannon(
              view, other, isQuantiles ? HistogramType.QUANTILES : HistogramType.STANDARD);
      distance.ifPresent(d -> measure(Measurement.Type.JENSEN_SHANNON_DIVERGENCE, d, threshold));
      if (distance.orElse(0) > threshold) {
        comparator.getJensenShannonDivergenceBuilder().setThreshold(distance.orElse(0));
        deviate(
            Type.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
            "approximate Jensen-Shannon divergence",
            distance.orElse(0),
            threshold,
            ".");
      }
    }
  }

  private void measure(Measurement.Type type, double value, double threshold) {
    measurements.add(
        Measurement.newBuilder().setType(type).setValue(value).setThreshold(threshold).build());
  }

  private void deviate(Type type, String distance, double value, double threshold, String end) {
    String what = distance + " between " + treatment + " and " + control;
    deviations.add(
        new Deviation(
            type,
            "High " + what,
            "The "
                + what
                + " is "
                + Decimals.sixDigits(value)
                + DIGITS
                + Decimals.sixDigits(threshold)
                + end));
  }
}
