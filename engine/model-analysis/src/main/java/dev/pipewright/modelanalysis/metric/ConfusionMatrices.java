package dev.pipewright.modelanalysis.metric;

import dev.pipewright.protos.tfma.ConfusionMatrixAtThresholds;
import dev.pipewright.protos.tfma.ConfusionMatrixAtThresholds.ConfusionMatrixAtThreshold;

/// True and false positives and negatives by threshold: an example is predicted positive when its
/// prediction is greater than the threshold.
///
/// @param thresholds the thresholds
/// @param tp true positives at each
/// @param tn true negatives at each
/// @param fp false positives at each
/// @param fn false negatives at each
record ConfusionMatrices(double[] thresholds, double[] tp, double[] tn, double[] fp, double[] fn) {

  int size() {
    return thresholds.length;
  }

  /// TFMA's proto; precision without predicted positives is 1, and recall without positives is 0.
  ConfusionMatrixAtThresholds toProto() {
    var proto = ConfusionMatrixAtThresholds.newBuilder();
    for (int i = 0; i < size(); i++) {
      proto.addMatrices(matrix(i));
    }
    return proto.build();
  }

  private ConfusionMatrixAtThreshold matrix(int i) {
    double precision = ratio(tp[i], tp[i] + fp[i], 1);
    double recall = ratio(tp[i], tp[i] + fn[i], 0);
    return ConfusionMatrixAtThreshold.newBuilder()
        .setThreshold(Math.rint(thresholds[i] * 1e6) / 1e6)
        .setTruePositives(tp[i])
        .setFalsePositives(fp[i])
        .setTrueNegatives(tn[i])
        .setFalseNegatives(fn[i])
        .setPrecision(precision)
        .setRecall(recall)
        .setFalsePositiveRate(ratio(fp[i], tn[i] + fp[i], 0))
        .setFalseOmissionRate(ratio(fn[i], tn[i] + fn[i], Double.NaN))
        .setF1(ratio(2 * precision * recall, precision + recall, 0))
        .setAccuracy(ratio(tp[i] + tn[i], tp[i] + tn[i] + fp[i] + fn[i], 0))
        .build();
  }

  private static double ratio(double numerator, double denominator, double otherwise) {
    return denominator > 0 ? numerator / denominator : otherwise;
  }
}
