package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureOrBuilder;
import dev.pipewright.protos.tfmd.LifecycleStage;
import dev.pipewright.protos.tfmd.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which features of a schema count, and where.
public final class Lifecycle {

  private Lifecycle() {}

  /// Whether a feature is in a stage that is not validated, or deprecated.
  @SuppressWarnings("deprecation")
  public static boolean isDeprecated(FeatureOrBuilder feature) {
    if (feature.getDeprecated()) {
      return true;
    }
    return isDeprecated(feature.getLifecycleStage());
  }

  /// Whether a stage is not validated.
  public static boolean isDeprecated(LifecycleStage stage) {
    return switch (stage) {
      case PLANNED, ALPHA, DEPRECATED, DEBUG_ONLY, DISABLED -> true;
      case UNKNOWN_STAGE, BETA, PRODUCTION, VALIDATION_DERIVED -> false;
    };
  }

  static void deprecate(Feature.Builder feature) {
    feature.setLifecycleStage(LifecycleStage.DEPRECATED);
  }

  /// The features that data must have in this environment (null for any).
  public static List<String> requiredFeatures(Schema schema, @Nullable String environment) {
    return schema.getFeatureList().stream()
        .filter(f -> isRequired(f, schema, environment))
        .map(Feature::getName)
        .toList();
  }

  static boolean isRequired(FeatureOrBuilder feature, Schema schema, @Nullable String environment) {
    return !isDeprecated(feature)
        && (feature.getPresence().getMinCount() > 0 || feature.getPresence().getMinFraction() > 0)
        && isIn(feature, schema, environment);
  }

  static boolean isIn(FeatureOrBuilder feature, Schema schema, @Nullable String environment) {
    if (environment == null || feature.getInEnvironmentList().contains(environment)) {
      return true;
    }
    return !feature.getNotInEnvironmentList().contains(environment)
        && schema.getDefaultEnvironmentList().contains(environment);
  }
}
