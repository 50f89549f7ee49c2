package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.NumericStatistics;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.StringStatistics;
import java.util.List;

/// Statistics of a feature `f` in a data set of 10 examples.
final class Views {

  static final int EXAMPLES = 10;

  private Views() {}

  static CommonStatistics present(long count, long minValues, long maxValues) {
    return CommonStatistics.newBuilder()
        .setNumNonMissing(count)
        .setNumMissing(EXAMPLES - count)
        .setMinNumValues(minValues)
        .setMaxNumValues(maxValues)
        .setTotNumValues(count * maxValues)
        .build();
  }

  static FeatureView numbers(FeatureNameStatistics.Type type, double min, double max) {
    return numbers(type, NumericStatistics.newBuilder().setMin(min).setMax(max));
  }

  static FeatureView numbers(FeatureNameStatistics.Type type, NumericStatistics.Builder numbers) {
    return view(
        FeatureNameStatistics.newBuilder()
            .setType(type)
            .setNumStats(numbers.setCommonStats(present(EXAMPLES, 1, 1))));
  }

  static FeatureView counts(CommonStatistics common) {
    return view(
        FeatureNameStatistics.newBuilder()
            .setType(FeatureNameStatistics.Type.INT)
            .setNumStats(NumericStatistics.newBuilder().setCommonStats(common)));
  }

  /// Strings that occur once each.
  static FeatureView strings(String... values) {
    StringStatistics.Builder strings =
        StringStatistics.newBuilder()
            .setUnique(values.length)
            .setCommonStats(present(EXAMPLES, 1, 1));
    for (String value : List.of(values)) {
      strings.getRankHistogramBuilder().addBucketsBuilder().setLabel(value).setSampleCount(1);
    }
    return view(
        FeatureNameStatistics.newBuilder()
            .setType(FeatureNameStatistics.Type.STRING)
            .setStringStats(strings));
  }

  static FeatureView invalidStrings() {
    return view(
        FeatureNameStatistics.newBuilder()
            .setType(FeatureNameStatistics.Type.STRING)
            .setStringStats(
                StringStatistics.newBuilder()
                    .setInvalidUtf8Count(1)
                    .setCommonStats(present(EXAMPLES, 1, 1))));
  }

  private static FeatureView view(FeatureNameStatistics.Builder statistics) {
    return new FeatureView(statistics.setPath(Path.newBuilder().addStep("f")).build(), EXAMPLES);
  }
}
