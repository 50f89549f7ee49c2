package dev.pipewright.datavalidation.anomalies;

import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetConstraints;
import dev.pipewright.protos.tfmd.Schema;
import java.util.ArrayList;
import java.util.List;

/// Whether a data set has as many examples as expected: TFDV's `dataset_constraints_util`.
final class DatasetCheck {

  private DatasetCheck() {}

  static List<Deviation> deviations(long numExamples, Schema schema) {
    DatasetConstraints constraints = schema.getDatasetConstraints();
    List<Deviation> deviations = new ArrayList<>();
    if (constraints.hasMinExamplesCount() && numExamples < constraints.getMinExamplesCount()) {
      deviations.add(
          new Deviation(
              Type.DATASET_LOW_NUM_EXAMPLES,
              "Low num examples in dataset.",
              "The dataset has " + numExamples + " examples, which is fewer than expected."));
    }
    if (constraints.hasMaxExamplesCount() && numExamples > constraints.getMaxExamplesCount()) {
      deviations.add(
          new Deviation(
              Type.DATASET_HIGH_NUM_EXAMPLES,
              "High num examples in dataset.",
              "The dataset has " + numExamples + " examples, which is more than expected."));
    }
    return deviations;
  }
}
