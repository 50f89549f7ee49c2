package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.Path;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Where a feature is: its name, or for a feature list of tf.SequenceExamples, `##SEQUENCE##` and
/// its name, as TFX has them. In the order of the names' bytes.
///
/// @param steps the names, the outermost first
record FeaturePath(List<String> steps) implements Comparable<FeaturePath> {

  /// TFX's name of the struct that has the feature lists.
  private static final String SEQUENCE = "##SEQUENCE##";

  static final FeaturePath SEQUENCES = new FeaturePath(List.of(SEQUENCE));

  FeaturePath {
    steps = List.copyOf(steps);
  }

  static FeaturePath of(String feature) {
    return new FeaturePath(List.of(feature));
  }

  static FeaturePath ofSequence(String featureList) {
    return new FeaturePath(List.of(SEQUENCE, featureList));
  }

  Path proto() {
    return Path.newBuilder().addAllStep(steps).build();
  }

  @Override
  public int compareTo(FeaturePath other) {
    for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
      int order = Arrays.compareUnsigned(bytes(steps.get(i)), bytes(other.steps.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }

  private static byte[] bytes(String step) {
    return step.getBytes(StandardCharsets.UTF_8);
  }
}
