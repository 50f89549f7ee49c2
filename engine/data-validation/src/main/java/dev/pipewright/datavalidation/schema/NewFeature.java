package dev.pipewright.datavalidation.schema;

import dev.pipewright.datavalidation.schema.SchemaInference.Shapes;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.StringDomain;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// A feature of a schema, made from its statistics: TFDV's `Schema::Updater::CreateColumn`.
final class NewFeature {

  private NewFeature() {}

  /// Adds the feature to the schema, and its string domain if it has one.
  static void add(FeatureView view, Shapes shapes, int maxStringDomainSize, Schema.Builder schema) {
    Feature.Builder feature =
        schema.addFeatureBuilder().setName(view.name()).setType(view.featureType());
    addPresence(view, shapes, feature);
    if (SemanticCheck.setDomain(view, feature)) {
      return;
    }
    SortedMap<String, Double> strings = view.strings();
    if (view.hasInvalidUtf8() || view.type() == FeatureNameStatistics.Type.BYTES) {
      return;
    }
    if (BoolCheck.isCandidate(view)) {
      feature.setBoolDomain(BoolCheck.domain(view));
    } else if (RangeCheck.isIntegerCandidate(view)) {
      feature.getIntDomainBuilder();
    } else if (!strings.isEmpty() && strings.size() <= maxStringDomainSize) {
      String name = unusedDomainName(FeatureView.serializedPath(view.name()), schema);
      schema.addStringDomain(StringDomain.newBuilder().setName(name).addAllValue(strings.keySet()));
      feature.setDomain(name);
    }
  }

  private static void addPresence(FeatureView view, Shapes shapes, Feature.Builder feature) {
    feature.getPresenceBuilder().setMinCount(view.numPresent() < 1 ? 0 : 1);
    if (view.numPresent() <= 0) {
      return;
    }
    if (view.numMissing() == 0) {
      feature.getPresenceBuilder().setMinFraction(1);
    }
    boolean isFixed =
        view.numMissing() == 0 && view.minValues() == view.maxValues() && view.minValues() > 0;
    if (shapes == Shapes.INFERRED && isFixed) {
      feature.getShapeBuilder().addDimBuilder().setSize(view.minValues());
    } else {
      addValueCount(view, feature);
    }
  }

  static void addValueCount(FeatureView view, Feature.Builder feature) {
    int min = view.minValues();
    if (min > 0 && min == view.maxValues()) {
      feature.getValueCountBuilder().setMin(min).setMax(min);
    } else if (min > 0) {
      feature.getValueCountBuilder().setMin(1);
    }
  }

  private static String unusedDomainName(String candidate, Schema.Builder schema) {
    Set<String> used =
        schema.getStringDomainList().stream()
            .map(StringDomain::getName)
            .collect(Collectors.toSet());
    String name = candidate;
    for (int i = 2; used.contains(name); i++) {
      name = candidate + i;
    }
    return name;
  }
}
