package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FloatDomain;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.NumericStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// Whether numbers, or strings that stand for numbers, are in range: TFDV's `int_domain_util` and
/// `float_domain_util`.
final class RangeCheck {

  private static final String OUT_OF_RANGE = "Out-of-range values";
  private static final String INVALID = "Invalid values";
  private static final String SIX_DIGITS = "(upto six significant digits)";

  private RangeCheck() {}

  static boolean isIntegerCandidate(FeatureView view) {
    Set<String> strings = view.strings().keySet();
    return view.type() == FeatureNameStatistics.Type.STRING
        && !strings.isEmpty()
        && strings.stream().allMatch(s -> Decimals.parseInteger(s).isPresent());
  }

  static void integers(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    IntDomain.Builder domain = feature.getIntDomainBuilder();
    Set<String> strings = view.strings().keySet();
    if (view.type() == FeatureNameStatistics.Type.INT && strings.isEmpty()) {
      NumericStatistics numbers = view.statistics().getNumStats();
      integerRange((long) numbers.getMin(), (long) numbers.getMax(), domain, deviations);
    } else if (view.type() != FeatureNameStatistics.Type.FLOAT && !strings.isEmpty()) {
      integerStrings(strings, feature, deviations);
    }
  }

  private static void integerStrings(
      Set<String> strings, Feature.Builder feature, List<Deviation> deviations) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (String string : strings) {
      OptionalLong value = Decimals.parseInteger(string);
      if (value.isEmpty()) {
        deviations.add(
            new Deviation(
                Type.INT_TYPE_NOT_INT_STRING,
                INVALID,
                "String values that were not ints were found, such as \"" + string + "\"."));
        feature.clearDomainInfo();
        return;
      }
      min = Math.min(min, value.getAsLong());
      max = Math.max(max, value.getAsLong());
    }
    integerRange(min, max, feature.getIntDomainBuilder(), deviations);
  }

  private static void integerRange(
      long min, long max, IntDomain.Builder domain, List<Deviation> deviations) {
    if (domain.hasMin() && domain.getMin() > min) {
      String description = "Unexpectedly small value: " + min + ".";
      deviations.add(new Deviation(Type.INT_TYPE_SMALL_INT, OUT_OF_RANGE, description));
      domain.setMin(min);
    }
    if (domain.hasMax() && domain.getMax() < max) {
      String description = "Unexpectedly large value: " + max + ".";
      deviations.add(new Deviation(Type.INT_TYPE_BIG_INT, OUT_OF_RANGE, description));
      domain.setMax(max);
    }
  }

  static void floats(FeatureView view, Feature.Builder feature, List<Deviation> deviations) {
    FloatDomain.Builder domain = feature.getFloatDomainBuilder();
    if (domain.getDisallowNan() && hasNan(view)) {
      deviations.add(
          new Deviation(Type.FLOAT_TYPE_HAS_NAN, INVALID, "Float feature has NaN values."));
      domain.setDisallowNan(false);
    }
    Set<String> strings = view.strings().keySet();
    switch (view.type()) {
      case FLOAT -> {
        NumericStatistics numbers = view.statistics().getNumStats();
        floatRange((float) numbers.getMin(), (float) numbers.getMax(), domain, deviations);
      }
      case BYTES, STRING -> {
        if (!strings.isEmpty()) {
          floatStrings(strings, feature, deviations);
        }
      }
      case INT, STRUCT, UNRECOGNIZED -> {}
    }
  }

  private static boolean hasNan(FeatureView view) {
    return view.statistics().getNumStats().getHistogramsList().stream()
            .anyMatch(h -> h.getNumNan() > 0)
        || view.strings().keySet().stream()
            .map(Decimals::parseFloat)
            .anyMatch(x -> x.isPresent() && Double.isNaN(x.getAsDouble()));
  }

  private static void floatStrings(
      Set<String> strings, Feature.Builder feature, List<Deviation> deviations) {
    float min = Float.NaN;
    float max = Float.NaN;
    boolean isFirst = true;
    for (String string : strings) {
      OptionalDouble value = Decimals.parseFloat(string);
      if (value.isEmpty()) {
        deviations.add(
            new Deviation(
                Type.FLOAT_TYPE_STRING_NOT_FLOAT,
                INVALID,
                "String values that were not floats were found, such as \"" + string + "\"."));
        feature.clearDomainInfo();
        return;
      }
      float x = (float) value.getAsDouble();
      min = isFirst || x < min ? x : min;
      max = isFirst || x > max ? x : max;
      isFirst = false;
    }
    floatRange(min, max, feature.getFloatDomainBuilder(), deviations);
  }

  private static void floatRange(
      float min, float max, FloatDomain.Builder domain, List<Deviation> deviations) {
    if (domain.hasMin() && min < domain.getMin()) {
      String values = Decimals.sixDigits(min) + "<" + Decimals.sixDigits(domain.getMin());
      deviations.add(
          new Deviation(
              Type.FLOAT_TYPE_SMALL_FLOAT,
              OUT_OF_RANGE,
              "Unexpectedly low values: " + values + SIX_DIGITS));
      domain.setMin(min);
    }
    if (domain.hasMax() && max > domain.getMax()) {
      String values = Decimals.sixDigits(max) + ">" + Decimals.sixDigits(domain.getMax());
      deviations.add(
          new Deviation(
              Type.FLOAT_TYPE_BIG_FLOAT,
              OUT_OF_RANGE,
              "Unexpectedly high value: " + values + SIX_DIGITS));
      domain.setMax(max);
    }
    if (domain.getDisallowInf() && (Float.isInfinite(min) || Float.isInfinite(max))) {
      deviations.add(
          new Deviation(Type.FLOAT_TYPE_HAS_INF, INVALID, "Float feature has Inf values."));
      domain.setDisallowInf(false);
    }
  }
}
