package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Feature.DomainInfoCase;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.ValueCount;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether a feature of a schema makes sense by itself; what does not is mended. TFDV's
/// `Schema::UpdateFeatureSelf`.
final class SpecificationCheck {

  private static final Set<FeatureType> TEXT = EnumSet.of(FeatureType.BYTES);

  private final Feature.Builder feature;
  private final boolean hasDomain;
  private final List<Deviation> deviations = new ArrayList<>();

  private SpecificationCheck(Feature.Builder feature, boolean hasDomain) {
    this.feature = feature;
    this.hasDomain = hasDomain;
  }

  /// Mends `feature`.
  ///
  /// @param hasDomain whether the schema has the string domain that the feature names
  static List<Deviation> mend(Feature.Builder feature, boolean hasDomain) {
    SpecificationCheck check = new SpecificationCheck(feature, hasDomain);
    if (!Lifecycle.isDeprecated(feature) && check.mendNameAndType()) {
      check.mendPresence();
      check.mendValueCounts();
      check.mendShape();
      check.mendDomain();
      check.mendDistribution();
    }
    return check.deviations;
  }

  private boolean mendNameAndType() {
    if (!feature.hasName()) {
      add(
          Type.FEATURE_MISSING_NAME,
          "unspecified name (maybe meant to be the empty string): find "
              + "name rather than deprecating.");
      Lifecycle.deprecate(feature);
      return false;
    }
    if (feature.hasType()) {
      return true;
    }
    if (feature.hasDomain() || feature.hasStringDomain()) {
      add(
          Type.FEATURE_MISSING_TYPE,
          "unspecified type: inferring the type to be BYTES, given the domain specified.");
      feature.setType(FeatureType.BYTES);
      return true;
    }
    add(
        Type.FEATURE_MISSING_TYPE,
        "unspecified type: determine the type and set it, rather than deprecating.");
    Lifecycle.deprecate(feature);
    return false;
  }

  private void mendPresence() {
    double minFraction = feature.getPresence().getMinFraction();
    if (minFraction < 0) {
      feature.getPresenceBuilder().clearMinFraction();
      invalid("min_fraction should not be negative: clear is equal to zero");
    } else if (minFraction > 1) {
      feature.getPresenceBuilder().setMinFraction(1);
      invalid("min_fraction should not greater than 1");
    }
  }

  private void mendValueCounts() {
    if (feature.hasValueCount()) {
      if (mendNegativeMin(feature.getValueCountBuilder())) {
        invalid("ValueCount.min should not be negative");
      }
      if (mendMax(feature.getValueCountBuilder())) {
        invalid("ValueCount.max should not be less than min");
      }
    }
    for (int i = 0; i < feature.getValueCounts().getValueCountCount(); i++) {
      ValueCount.Builder count = feature.getValueCountsBuilder().getValueCountBuilder(i);
      if (mendNegativeMin(count)) {
        invalid(
            "ValueCounts.min should not be negative",
            "ValueCounts.min at level " + i + " should not be negative.");
      }
      if (mendMax(count)) {
        invalid(
            "ValueCounts.max should not be less than min",
            "ValueCounts.max at level " + i + " should not be less than min.");
      }
    }
  }

  private static boolean mendNegativeMin(ValueCount.Builder count) {
    boolean isWrong = count.getMin() < 0;
    if (isWrong) {
      count.clearMin();
    }
    return isWrong;
  }

  private static boolean mendMax(ValueCount.Builder count) {
    boolean isWrong = count.hasMax() && count.getMax() < count.getMin();
    if (isWrong) {
      count.setMax(count.getMin());
    }
    return isWrong;
  }

  private void mendShape() {
    if (feature.getShape().getDimList().stream()
        .mapToLong(FixedShape.Dim::getSize)
        .anyMatch(n -> n <= 0)) {
      feature.clearShape();
      invalid("Shape.dim.size must be a positive integer");
    }
  }

  private void mendDomain() {
    if (!allowedTypes(feature.getDomainInfoCase()).contains(feature.getType())) {
      deviations.add(
          new Deviation(
              Type.DOMAIN_INVALID_FOR_TYPE,
              "The domain does not match the type",
              "The domain \"%s\" does not match the type: %s"
                  .formatted(domainName(feature.getDomainInfoCase()), feature.getType())));
      feature.clearDomainInfo();
    }
    switch (feature.getDomainInfoCase()) {
      case DOMAIN -> {
        if (!hasDomain) {
          feature.clearDomain();
          add(Type.INVALID_DOMAIN_SPECIFICATION, "missing domain: ");
        }
      }
      case STRING_DOMAIN -> {
        var values = feature.getStringDomain().getValueList().stream().distinct().toList();
        feature.getStringDomainBuilder().clearValue().addAllValue(values);
      }
      case BOOL_DOMAIN -> {
        var domain = feature.getBoolDomain();
        if (domain.hasTrueValue()
            && domain.hasFalseValue()
            && domain.getTrueValue().equals(domain.getFalseValue())) {
          feature.getBoolDomainBuilder().clearFalseValue();
        }
      }
      default -> {}
    }
  }

  private void mendDistribution() {
    String problem =
        switch (feature.getDomainInfoCase()) {
          case DOMAIN, STRING_DOMAIN -> "";
          case BOOL_DOMAIN -> "not supported for bool domains.";
          case INT_DOMAIN -> "not supported for int domains.";
          case FLOAT_DOMAIN -> "not supported for float domains.";
          case STRUCT_DOMAIN -> "not supported for struct domains.";
          case DOMAININFO_NOT_SET -> "require domain or string domain.";
          default -> "not supported for semantic domains.";
        };
    if (!problem.isEmpty() && feature.hasDistributionConstraints()) {
      feature.clearDistributionConstraints();
      invalid("distribution constraints " + problem);
    }
  }

  private static String domainName(DomainInfoCase domain) {
    var field = Feature.getDescriptor().findFieldByNumber(domain.getNumber());
    return field == null ? "UNSET" : field.getName();
  }

  private static Set<FeatureType> allowedTypes(DomainInfoCase domain) {
    return switch (domain) {
      case DOMAIN, STRING_DOMAIN, IMAGE_DOMAIN, MID_DOMAIN, URL_DOMAIN -> TEXT;
      case BOOL_DOMAIN -> EnumSet.of(FeatureType.INT, FeatureType.BYTES, FeatureType.FLOAT);
      case INT_DOMAIN, NATURAL_LANGUAGE_DOMAIN, TIME_DOMAIN ->
          EnumSet.of(FeatureType.INT, FeatureType.BYTES);
      case FLOAT_DOMAIN -> EnumSet.of(FeatureType.FLOAT, FeatureType.BYTES);
      case STRUCT_DOMAIN -> EnumSet.of(FeatureType.STRUCT);
      default -> EnumSet.range(FeatureType.BYTES, FeatureType.STRUCT);
    };
  }

  private void invalid(String what) {
    invalid(what, "");
  }

  private void invalid(String what, String description) {
    deviations.add(new Deviation(Type.INVALID_SCHEMA_SPECIFICATION, what, description));
  }

  private void add(Type type, String what) {
    deviations.add(new Deviation(type, what, ""));
  }
}
