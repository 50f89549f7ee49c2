package dev.pipewright.datavalidation.statistics;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What statistics are computed: TFDV's `StatsOptions`.
///
/// @param featureAllowlist the features to look at; null for all
/// @param detail how fine they are
/// @param weighting what examples weigh
/// @param slicing the slices to look at besides all examples
/// @param semanticSampleRate of what share of the examples is found out what the values mean
///   (images, natural language, times); 0 for not at all
/// @param domains what the schema says
public record StatisticsOptions(
    @Nullable Set<String> featureAllowlist,
    Detail detail,
    Weighting weighting,
    List<Slicing> slicing,
    double semanticSampleRate,
    Domains domains) {

  /// All features, without a schema.
  public static final StatisticsOptions DEFAULT =
      new StatisticsOptions(
          null,
          Detail.DEFAULT,
          Weighting.NONE,
          List.of(),
          0,
          Domains.of(Schema.getDefaultInstance()));

  /// What a schema says about features.
  ///
  /// @param categoricalIntegers integer features that are categories (an `int_domain` with
  ///   `is_categorical`, a `bool_domain`, a `natural_language_domain`): they get string statistics
  /// @param opaqueBytes features that are no text (an `image_domain`): they get bytes statistics
  /// @param composites the sparse and the weighted features
  record Domains(
      Set<FeaturePath> categoricalIntegers,
      Set<FeaturePath> opaqueBytes,
      List<CompositeStatistics.Composite> composites) {

    static Domains of(Schema schema) {
      Set<FeaturePath> integers = new HashSet<>();
      Set<FeaturePath> opaque = new HashSet<>();
      add(List.of(), schema.getFeatureList(), integers, opaque);
      return new Domains(integers, opaque, CompositeStatistics.of(schema));
    }

    private static void add(
        List<String> parent,
        List<Feature> features,
        Set<FeaturePath> integers,
        Set<FeaturePath> opaque) {
      for (Feature feature : features) {
        List<String> steps = new ArrayList<>(parent);
        steps.add(feature.getName());
        if (feature.getType() == FeatureType.STRUCT) {
          add(steps, feature.getStructDomain().getFeatureList(), integers, opaque);
        } else if (isCategoricalInteger(feature)) {
          integers.add(new FeaturePath(steps));
        } else if (feature.hasImageDomain()) {
          opaque.add(new FeaturePath(steps));
        }
      }
    }

    private static boolean isCategoricalInteger(Feature feature) {
      return feature.getType() == FeatureType.INT
          && (feature.getIntDomain().getIsCategorical()
              || feature.hasBoolDomain()
              || feature.hasNaturalLanguageDomain());
    }
  }

  public StatisticsOptions {
    featureAllowlist = featureAllowlist == null ? null : Set.copyOf(featureAllowlist);
    slicing = List.copyOf(slicing);
  }

  /// The same, for features as this schema describes them. Only the domains count, and the sparse
  /// and weighted features; a feature that is not in the schema is looked at all the same.
  public StatisticsOptions withSchema(Schema schema) {
    return new StatisticsOptions(
        featureAllowlist, detail, weighting, slicing, semanticSampleRate, Domains.of(schema));
  }

  /// The same, for these features alone.
  public StatisticsOptions withFeatureAllowlist(Set<String> features) {
    return new StatisticsOptions(features, detail, weighting, slicing, semanticSampleRate, domains);
  }

  /// The same with this detail.
  public StatisticsOptions withDetail(Detail newDetail) {
    return new StatisticsOptions(
        featureAllowlist, newDetail, weighting, slicing, semanticSampleRate, domains);
  }

  /// The same with these weights.
  public StatisticsOptions withWeighting(Weighting newWeighting) {
    return new StatisticsOptions(
        featureAllowlist, detail, newWeighting, slicing, semanticSampleRate, domains);
  }

  /// The same with these slices.
  public StatisticsOptions withSlicing(List<Slicing> newSlicing) {
    return new StatisticsOptions(
        featureAllowlist, detail, weighting, newSlicing, semanticSampleRate, domains);
  }

  /// The same, where of this share of the examples is found out what the values mean.
  public StatisticsOptions withSemantics(double sampleRate) {
    return new StatisticsOptions(featureAllowlist, detail, weighting, slicing, sampleRate, domains);
  }

  boolean allows(String feature) {
    return featureAllowlist == null || featureAllowlist.contains(feature);
  }

  Set<FeaturePath> categoricalIntegers() {
    return domains.categoricalIntegers;
  }

  Set<FeaturePath> opaqueBytes() {
    return domains.opaqueBytes;
  }

  List<CompositeStatistics.Composite> composites() {
    return domains.composites;
  }
}
