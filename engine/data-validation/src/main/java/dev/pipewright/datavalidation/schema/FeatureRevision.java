package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DriftSkewInfo;
import dev.pipewright.protos.tfmd.DriftSkewInfo.Measurement;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Feature.DomainInfoCase;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.StringDomain;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A feature of a schema held against its statistics: what deviates, and what the feature, and the
/// string domain that it names, would have to be for the data to fit. TFDV's
/// `Schema::UpdateFeatureInternal`.
///
/// @param feature the feature that fits
/// @param domain the string domain that fits; null when the feature names none, or none fits
/// @param dropsDomain whether the string domain that the feature named has to go
/// @param deviations what deviates, in TFDV's order
/// @param measured how far the feature is from the same of other data; without a path when nothing
///   was compared
public record FeatureRevision(
    Feature feature,
    @Nullable StringDomain domain,
    boolean dropsDomain,
    List<Deviation> deviations,
    DriftSkewInfo measured) {

  private static final Set<DomainInfoCase> DOMAINS_OF_BYTES =
      EnumSet.of(
          DomainInfoCase.DOMAININFO_NOT_SET,
          DomainInfoCase.NATURAL_LANGUAGE_DOMAIN,
          DomainInfoCase.IMAGE_DOMAIN,
          DomainInfoCase.URL_DOMAIN);

  public FeatureRevision {
    deviations = List.copyOf(deviations);
  }

  /// Holds a feature of `schema` against its statistics.
  ///
  /// @param environment the environment that the data are of, or null
  /// @param controls what the schema's comparators compare with
  public static FeatureRevision of(
      FeatureView view,
      Feature feature,
      Schema schema,
      @Nullable String environment,
      Controls controls) {
    return new Work(view, feature, schema, environment, controls).run();
  }

  private static final class Work {
    private final FeatureView view;
    private final Schema schema;
    private final @Nullable String environment;
    private final Controls controls;
    private final DriftSkewInfo.Builder measured = DriftSkewInfo.newBuilder();
    private final Feature.Builder feature;
    private final List<Deviation> deviations = new ArrayList<>();
    private StringDomain.@Nullable Builder domain;
    private boolean dropsDomain;

    Work(
        FeatureView view,
        Feature feature,
        Schema schema,
        @Nullable String environment,
        Controls controls) {
      this.controls = controls;
      this.view = view;
      this.schema = schema;
      this.environment = environment;
      this.feature = feature.toBuilder();
      this.domain =
          schema.getStringDomainList().stream()
              .filter(d -> feature.hasDomain() && d.getName().equals(feature.getDomain()))
              .findFirst()
              .map(StringDomain::toBuilder)
              .orElse(null);
    }

    FeatureRevision run() {
      deviations.addAll(SpecificationCheck.mend(feature, domain != null));
      if (!Lifecycle.isDeprecated(feature)) {
        if (view.numPresent() == 0) {
          checkRequired();
        } else {
          checkPresent();
        }
      }
      return new FeatureRevision(
          feature.build(),
          domain == null ? null : domain.build(),
          dropsDomain,
          deviations,
          measured.build());
    }

    private void checkRequired() {
      if (Lifecycle.isRequired(feature, schema, environment)) {
        deviations.add(
            new Deviation(
                Type.FEATURE_TYPE_NOT_PRESENT,
                "Column dropped",
                "The feature was not present in any examples."));
        Lifecycle.deprecate(feature);
      }
    }

    private void checkPresent() {
      checkEnvironment();
      PresenceCheck.valueCounts(view, feature, deviations);
      PresenceCheck.shape(view, feature, deviations);
      if (feature.hasPresence()) {
        PresenceCheck.presence(view, feature.getPresenceBuilder(), deviations);
      }
      checkType();
      checkDomain();
      if (feature.hasUniqueConstraints()) {
        PresenceCheck.unique(view, feature, deviations);
      }
      checkDriftAndSkew();
    }

    private void checkDriftAndSkew() {
      if (feature.hasDriftComparator()) {
        controls.drift().ifPresent(other -> measured.addAllDriftMeasurements(drift(other)));
      }
      if (feature.hasSkewComparator()) {
        controls.skew().ifPresent(other -> measured.addAllSkewMeasurements(skew(other)));
      }
      if (measured.getDriftMeasurementsCount() + measured.getSkewMeasurementsCount() > 0) {
        measured.setPath(Path.newBuilder().addStep(view.name()));
      }
    }

    private List<Measurement> drift(DatasetFeatureStatistics previous) {
      return new ComparatorCheck(
              view, "previous", "current", feature.getDriftComparatorBuilder(), deviations)
          .compare(Controls.features(previous, view.measure()).get(view.name()));
    }

    private List<Measurement> skew(DatasetFeatureStatistics serving) {
      return new ComparatorCheck(
              view, "serving", "training", feature.getSkewComparatorBuilder(), deviations)
          .compare(Controls.features(serving, view.measure()).get(view.name()));
    }

    private void checkEnvironment() {
      if (environment == null || Lifecycle.isIn(feature, schema, environment)) {
        return;
      }
      List<String> others =
          feature.getNotInEnvironmentList().stream().filter(e -> !e.equals(environment)).toList();
      feature.clearNotInEnvironment().addAllNotInEnvironment(others);
      if (!Lifecycle.isIn(feature, schema, environment)) {
        feature.addInEnvironment(environment);
      }
      deviations.add(
          new Deviation(
              Type.SCHEMA_NEW_COLUMN,
              "Column missing in environment",
              "New column %s found in data but not in the environment %s in the schema."
                  .formatted(FeatureView.serializedPath(view.name()), environment)));
    }

    private void checkType() {
      if (view.featureType() != feature.getType()) {
        Lifecycle.deprecate(feature);
        deviations.add(
            new Deviation(
                Type.UNEXPECTED_DATA_TYPE,
                "Unexpected data type",
                "Expected data of type: " + feature.getType() + " but got " + view.type()));
      }
      if (view.type() == FeatureNameStatistics.Type.BYTES
          && !DOMAINS_OF_BYTES.contains(feature.getDomainInfoCase())) {
        feature.clearDomainInfo();
        deviations.add(
            new Deviation(
                Type.DOMAIN_INVALID_FOR_TYPE,
                "Invalid domain type",
                "Data is marked as BYTES with incompatible domain_info: " + ProtoText.of(feature)));
      }
    }

    private void checkDomain() {
      double maxOff = StringCheck.maxOffDomain(feature.getDistributionConstraints());
      switch (feature.getDomainInfoCase()) {
        case DOMAIN -> {
          if (domain != null && StringCheck.check(view, maxOff, domain, deviations)) {
            feature.clearDomain();
            domain = null;
            dropsDomain = true;
          }
        }
        case STRING_DOMAIN -> {
          if (StringCheck.check(view, maxOff, feature.getStringDomainBuilder(), deviations)) {
            feature.clearStringDomain();
          }
        }
        case BOOL_DOMAIN -> BoolCheck.check(view, feature, deviations);
        case INT_DOMAIN -> RangeCheck.integers(view, feature, deviations);
        case FLOAT_DOMAIN -> RangeCheck.floats(view, feature, deviations);
        case IMAGE_DOMAIN -> SemanticCheck.images(view, feature, deviations);
        case NATURAL_LANGUAGE_DOMAIN -> SemanticCheck.language(view, feature, deviations);
        case DOMAININFO_NOT_SET -> {
          if (SemanticCheck.setDomain(view, feature)) {
            deviations.add(
                new Deviation(
                    Type.SEMANTIC_DOMAIN_UPDATE,
                    "Updated semantic domain",
                    "Updated semantic domain for feature: " + feature.getName()));
          }
        }
        default -> {}
      }
    }
  }
}
