package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What statistics are computed: TFDV's `StatsOptions`, as far as they are supported.
///
/// @param featureAllowlist the features to look at; null for all
/// @param categoricalIntegers integer features that are categories (an `int_domain` with
///   `is_categorical`, a `bool_domain`, a `natural_language_domain`): they get string statistics
/// @param opaqueBytes features that are no text (an `image_domain`): they get bytes statistics
public record StatisticsOptions(
    @Nullable Set<String> featureAllowlist,
    Set<String> categoricalIntegers,
    Set<String> opaqueBytes) {

  /// All features, without a schema.
  public static final StatisticsOptions DEFAULT = new StatisticsOptions(null, Set.of(), Set.of());

  public StatisticsOptions {
    featureAllowlist = featureAllowlist == null ? null : Set.copyOf(featureAllowlist);
    categoricalIntegers = Set.copyOf(categoricalIntegers);
    opaqueBytes = Set.copyOf(opaqueBytes);
  }

  /// The same, for features as this schema describes them. Only the domains count; a feature that
  /// is not in the schema is looked at all the same.
  public StatisticsOptions withSchema(Schema schema) {
    Set<String> integers = new HashSet<>();
    Set<String> opaque = new HashSet<>();
    for (Feature feature : schema.getFeatureList()) {
      if (isCategoricalInteger(feature)) {
        integers.add(feature.getName());
      } else if (feature.hasImageDomain()) {
        opaque.add(feature.getName());
      }
    }
    return new StatisticsOptions(featureAllowlist, integers, opaque);
  }

  /// The same, for these features alone.
  public StatisticsOptions withFeatureAllowlist(Set<String> features) {
    return new StatisticsOptions(features, categoricalIntegers, opaqueBytes);
  }

  boolean allows(String feature) {
    return featureAllowlist == null || featureAllowlist.contains(feature);
  }

  private static boolean isCategoricalInteger(Feature feature) {
    return feature.getType() == FeatureType.INT
        && (feature.getIntDomain().getIsCategorical()
            || feature.hasBoolDomain()
            || feature.hasNaturalLanguageDomain());
  }
}
