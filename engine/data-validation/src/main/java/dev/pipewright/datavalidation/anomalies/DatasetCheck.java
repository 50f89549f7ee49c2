package dev.pipewright.datavalidation.anomalies;

import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.datavalidation.schema.Decimals;
import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.datavalidation.schema.FeatureView.Measure;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetConstraints;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.NumericValueComparator;
import dev.pipewright.protos.tfmd.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a data set has as many examples as expected: TFDV's `dataset_constraints_util`.
final class DatasetCheck {

  private final DatasetFeatureStatistics dataset;
  private final Measure measure;
  private final List<Deviation> deviations = new ArrayList<>();

  private DatasetCheck(DatasetFeatureStatistics dataset) {
    this.dataset = dataset;
    this.measure = Measure.of(dataset);
  }

  static List<Deviation> deviations(
      DatasetFeatureStatistics dataset, Schema schema, Controls controls) {
    DatasetConstraints constraints = schema.getDatasetConstraints();
    DatasetCheck check = new DatasetCheck(dataset);
    check.compare(
        controls.previousSpan(), constraints.getNumExamplesDriftComparator(), "previous span");
    check.compare(
        controls.previousVersion(),
        constraints.getNumExamplesVersionComparator(),
        "previous version");
    check.checkCount(constraints);
    return check.deviations;
  }

  private void checkCount(DatasetConstraints constraints) {
    double count = measure.examples(dataset);
    String has = "The dataset has " + Decimals.sixDigits(count) + " examples, which is ";
    if (constraints.hasMinExamplesCount() && count < constraints.getMinExamplesCount()) {
      add(
          Type.DATASET_LOW_NUM_EXAMPLES,
          "Low num examples in dataset.",
          has + "fewer than expected.");
    }
    if (constraints.hasMaxExamplesCount() && count > constraints.getMaxExamplesCount()) {
      add(
          Type.DATASET_HIGH_NUM_EXAMPLES,
          "High num examples in dataset.",
          has + "more than expected.");
    }
  }

  private void compare(
      @Nullable DatasetFeatureStatistics control, NumericValueComparator comparator, String name) {
    if (control == null) {
      return;
    }
    double count = measure.examples(control);
    double ratio = measure.examples(dataset) / count;
    if (comparator.hasMaxFractionThreshold() && count == 0) {
      add(
          Type.COMPARATOR_HIGH_NUM_EXAMPLES,
          "High num examples in current dataset versus the " + name + ", which has 0.",
          ("The %s has 0 examples, so there is a high number of examples in the current dataset"
                  + " versus the %s.")
              .formatted(name, name));
    } else if (comparator.hasMaxFractionThreshold()
        && ratio > comparator.getMaxFractionThreshold()) {
      add(
          Type.COMPARATOR_HIGH_NUM_EXAMPLES,
          "High num examples in current dataset versus the " + name + ".",
          ratio(name, ratio, "above", comparator.getMaxFractionThreshold()));
    }
    if (comparator.hasMinFractionThreshold()
        && count != 0
        && ratio < comparator.getMinFractionThreshold()) {
      add(
          Type.COMPARATOR_LOW_NUM_EXAMPLES,
          "Low num examples in current dataset versus the " + name + ".",
          ratio(name, ratio, "below", comparator.getMinFractionThreshold()));
    }
  }

  private static String ratio(String name, double ratio, String where, double threshold) {
    return ("The ratio of num examples in the current dataset versus the %s is %s (up to six"
            + " significant digits), which is %s the threshold %s.")
        .formatted(name, Decimals.sixDigits(ratio), where, Decimals.sixDigits(threshold));
  }

  private void add(Type type, String shortDescription, String description) {
    deviations.add(new Deviation(type, shortDescription, description));
  }
}
