package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.BoolDomain;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.NumericStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether values are true or false: TFDV's `bool_domain_util`.
final class BoolCheck {

  private static final Set<String> TRUE = Set.of("TRUE", "true", "SET", "set", "1", "");
  private static final Set<String> FALSE = Set.of("FALSE", "false", "CLEAR", "clear", "0");
  private static final String TO_INTEGER = " not in {0, 1}: converting to an integer.";
  private static final String TO_FLOAT = " not in {0, 1}: converting to float_domain.";

  private BoolCheck() {}

  static boolean isCandidate(FeatureView view) {
    NumericStatistics numbers = view.statistics().getNumStats();
    if (view.type() == FeatureNameStatistics.Type.INT) {
      return numbers.getMin() >= 0 && numbers.getMax() == 1;
    }
    Set<String> strings = view.strings().keySet();
    long trues = strings.stream().filter(TRUE::contains).count();
    long falses = strings.stream().filter(FALSE::contains).count();
    return view.type() == FeatureNameStatistics.Type.STRING
        && !strings.isEmpty()
        && trues <= 1
        && falses <= 1
        && trues + falses == strings.size();
  }

  static BoolDomain domain(FeatureView view) {
    BoolDomain.Builder domain = BoolDomain.newBuilder();
    for (String value : view.strings().keySet()) {
      if (TRUE.contains(value)) {
        domain.setTrueValue(value);
      } else {
        domain.setFalseValue(value);
      }
    }
    return domain.build();
  }

  static void check(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    switch (view.type()) {
      case INT -> integers(view.statistics().getNumStats(), feature, deviations);
      case FLOAT -> floats(view.statistics().getNumStats(), feature, deviations);
      case STRING -> strings(view, feature, deviations);
      case BYTES, STRUCT, UNRECOGNIZED -> {}
    }
  }

  private static void integers(
      NumericStatistics numbers, Feature.Builder feature, List<Deviation> deviations) {
    boolean isSmall = numbers.getMin() < 0;
    if (!isSmall && numbers.getMax() <= 1) {
      return;
    }
    feature.getIntDomainBuilder().setMin((long) numbers.getMin()).setMax((long) numbers.getMax());
    String example = Decimals.sixDigits(isSmall ? numbers.getMin() : numbers.getMax());
    add(
        isSmall ? Type.BOOL_TYPE_SMALL_INT : Type.BOOL_TYPE_BIG_INT,
        "Integers (such as " + example + ")" + TO_INTEGER,
        deviations);
  }

  private static void floats(
      NumericStatistics numbers, Feature.Builder feature, List<Deviation> deviations) {
    Optional<String> problem = floatProblem(numbers);
    if (problem.isPresent()) {
      feature
          .getFloatDomainBuilder()
          .setMin((float) numbers.getMin())
          .setMax((float) numbers.getMax());
      add(Type.BOOL_TYPE_UNEXPECTED_FLOAT, problem.get(), deviations);
    }
  }

  private static Optional<String> floatProblem(NumericStatistics numbers) {
    for (double extreme : new double[] {numbers.getMin(), numbers.getMax()}) {
      if (extreme != 0 && extreme != 1) {
        return Optional.of("Floats (such as " + Decimals.sixDigits(extreme) + ")" + TO_FLOAT);
      }
    }
    for (Histogram histogram : numbers.getHistogramsList()) {
      if (histogram.getNumNan() > 0) {
        return Optional.of("Floats (such as NaN)" + TO_FLOAT);
      }
      for (Histogram.Bucket bucket : histogram.getBucketsList()) {
        Optional<String> problem =
            bucket.getSampleCount() <= 0
                ? Optional.empty()
                : bucketProblem(bucket, histogram.getType());
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> bucketProblem(Histogram.Bucket bucket, HistogramType type) {
    if (bucket.getHighValue() < 0) {
      return Optional.of("Float values < 0" + TO_FLOAT);
    }
    if (bucket.getLowValue() > 1) {
      return Optional.of("Float values > 1" + TO_FLOAT);
    }
    boolean isBetween = bucket.getHighValue() < 1 && bucket.getLowValue() > 0;
    return type == HistogramType.QUANTILES && isBetween
        ? Optional.of("Float values falling between 0 and 1: converting to float_domain.")
        : Optional.empty();
  }

  private static void strings(
      FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    Set<String> valid = new TreeSet<>(FeatureView.BY_BYTES);
    BoolDomain domain = feature.getBoolDomain();
    if (domain.hasTrueValue()) {
      valid.add(domain.getTrueValue());
    }
    if (domain.hasFalseValue()) {
      valid.add(domain.getFalseValue());
    }
    Optional<String> unexpected =
        view.strings().keySet().stream().filter(s -> !valid.contains(s)).findFirst();
    if (unexpected.isPresent()) {
      feature.clearBoolDomain();
      String expected = valid.isEmpty() ? "{}" : "{\"" + String.join("\", \"", valid) + "\"}";
      add(
          Type.BOOL_TYPE_UNEXPECTED_STRING,
          "Saw unexpected value \"" + unexpected.get() + "\" instead of " + expected + ".",
          deviations);
    }
  }

  private static void add(Type type, String description, List<Deviation> deviations) {
    deviations.add(new Deviation(type, "Non-boolean values", description));
  }
}
