package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.StringDomain;
import java.util.Set;
import java.util.stream.Collectors;

/// Schemas from statistics, equal to those of TFDV's `infer_schema` and `update_schema`.
public final class SchemaInference {

  /// A string feature with more different values gets no domain: TFDV's `max_string_domain_size`.
  public static final int MAX_STRING_DOMAIN_SIZE = 100;

  /// Whether a feature that always has the same number of values gets a shape
  /// (`infer_feature_shape`).
  public enum Shapes {
    /// It gets a `shape`.
    INFERRED,
    /// It gets a `value_count`.
    OMITTED,
  }

  private SchemaInference() {}

  /// The schema that fits these statistics.
  ///
  /// @throws dev.pipewright.pipeline.DataException for nested features
  public static Schema infer(DatasetFeatureStatistics statistics, Shapes shapes) {
    Schema.Builder schema = Schema.newBuilder();
    for (FeatureView view : FeatureView.of(statistics)) {
      NewFeature.add(view, shapes, MAX_STRING_DOMAIN_SIZE, schema);
    }
    return schema.build();
  }

  /// The schema, changed as little as makes these statistics fit too: new features and values are
  /// added, bounds widened, and required features that are absent deprecated.
  ///
  /// @throws dev.pipewright.pipeline.DataException for nested features
  public static Schema update(Schema schema, DatasetFeatureStatistics statistics) {
    Schema.Builder updated = schema.toBuilder();
    for (FeatureView view : FeatureView.of(statistics)) {
      int index = indexOf(view.name(), updated);
      if (index < 0) {
        NewFeature.add(view, Shapes.OMITTED, MAX_STRING_DOMAIN_SIZE, updated);
      } else {
        revise(view, index, updated);
      }
    }
    deprecateMissing(statistics, updated);
    return updated.build();
  }

  private static int indexOf(String feature, Schema.Builder schema) {
    for (int i = 0; i < schema.getFeatureCount(); i++) {
      if (schema.getFeature(i).getName().equals(feature)) {
        return i;
      }
    }
    return -1;
  }

  private static void revise(FeatureView view, int index, Schema.Builder schema) {
    Feature before = schema.getFeature(index);
    FeatureRevision revision =
        FeatureRevision.of(view, before, schema.build(), null, Controls.NONE);
    schema.setFeature(index, revision.feature());
    if (revision.dropsDomain()) {
      dropDomain(before.getDomain(), schema);
    }
    StringDomain domain = revision.domain();
    for (int i = 0; i < schema.getStringDomainCount() && domain != null; i++) {
      if (schema.getStringDomain(i).getName().equals(domain.getName())) {
        schema.setStringDomain(i, domain);
      }
    }
  }

  private static void dropDomain(String name, Schema.Builder schema) {
    schema.getFeatureBuilderList().stream()
        .filter(f -> f.hasDomain() && f.getDomain().equals(name))
        .forEach(Feature.Builder::clearDomain);
    var others =
        schema.getStringDomainList().stream().filter(d -> !d.getName().equals(name)).toList();
    schema.clearStringDomain().addAllStringDomain(others);
  }

  private static void deprecateMissing(DatasetFeatureStatistics statistics, Schema.Builder schema) {
    Set<String> present =
        FeatureView.of(statistics).stream().map(FeatureView::name).collect(Collectors.toSet());
    for (String required : Lifecycle.requiredFeatures(schema.build(), null)) {
      if (!present.contains(required)) {
        Lifecycle.deprecate(schema.getFeatureBuilder(indexOf(required, schema)));
      }
    }
  }
}
