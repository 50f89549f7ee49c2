package dev.pipewright.nodes.viewer;

import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.StringDomain;
import dev.pipewright.protos.tfmd.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is shown of a schema.
///
/// @param features a row a feature, in the schema's order
/// @param domains the values that texts may have, the schema's own and those of single features
record SchemaTable(List<Row> features, List<Domain> domains) {

  /// A feature.
  ///
  /// @param presence `required`, `optional`, or the least share of examples
  /// @param valency how many values it has: `single`, `[0, 1]`, or a shape
  /// @param domainKind what its values are held against, as `Range`; empty for nothing
  /// @param domain the bounds, or how many values there are
  record Row(
      String name,
      String type,
      String presence,
      String valency,
      String domainKind,
      String domain) {}

  /// A set of texts.
  record Domain(String name, List<String> values) {
    Domain {
      values = List.copyOf(values);
    }
  }

  SchemaTable {
    features = List.copyOf(features);
    domains = List.copyOf(domains);
  }

  static SchemaTable of(Schema schema) {
    Map<String, StringDomain> shared =
        schema.getStringDomainList().stream()
            .collect(Collectors.toMap(StringDomain::getName, d -> d, (a, b) -> a));
    List<Domain> domains = new ArrayList<>();
    schema.getStringDomainList().forEach(d -> domains.add(domain(d.getName(), d)));
    schema.getFeatureList().stream()
        .filter(Feature::hasStringDomain)
        .forEach(f -> domains.add(domain(f.getName(), f.getStringDomain())));
    return new SchemaTable(
        schema.getFeatureList().stream().map(f -> row(f, shared)).toList(), domains);
  }

  private static Domain domain(String name, StringDomain domain) {
    return new Domain(name, domain.getValueList());
  }

  private static Row row(Feature feature, Map<String, StringDomain> shared) {
    return new Row(
        feature.getName(),
        feature.getType().name(),
        presence(feature),
        valency(feature),
        kind(feature),
        values(feature, shared));
  }

  private static String presence(Feature feature) {
    double least = feature.getPresence().getMinFraction();
    if (least >= 1) {
      return Messages.text("required");
    }
    return least > 0
        ? Messages.text("presence.least", Messages.percent(least))
        : Messages.text("optional");
  }

  private static String valency(Feature feature) {
    if (feature.hasShape()) {
      FixedShape shape = feature.getShape();
      boolean isSingle = shape.getDimList().stream().allMatch(d -> d.getSize() == 1);
      return isSingle
          ? Messages.text("single")
          : shape.getDimList().stream()
              .map(d -> Long.toString(d.getSize()))
              .collect(Collectors.joining(" × "));
    }
    if (!feature.hasValueCount()) {
      return Messages.text("any");
    }
    ValueCount count = feature.getValueCount();
    if (count.getMin() == 1 && count.getMax() == 1) {
      return Messages.text("single");
    }
    return "[" + count.getMin() + ", " + (count.hasMax() ? count.getMax() : "∞") + "]";
  }

  private static String kind(Feature feature) {
    return switch (feature.getDomainInfoCase()) {
      case DOMAIN, STRING_DOMAIN -> Messages.text("domain.string");
      case INT_DOMAIN ->
          Messages.text(
              feature.getIntDomain().getIsCategorical() ? "domain.categorical" : "domain.range");
      case FLOAT_DOMAIN -> Messages.text("domain.range");
      case DOMAININFO_NOT_SET -> "";
      default -> {
        String name = feature.getDomainInfoCase().name().toLowerCase(Locale.ROOT);
        yield name.replace("_domain", "").replace('_', ' ');
      }
    };
  }

  private static String values(Feature feature, Map<String, StringDomain> shared) {
    return switch (feature.getDomainInfoCase()) {
      case DOMAIN -> {
        StringDomain domain = shared.get(feature.getDomain());
        yield domain == null
            ? Messages.text("domain.missing", feature.getDomain())
            : Messages.text("domain.shared", feature.getDomain(), domain.getValueCount());
      }
      case STRING_DOMAIN -> Messages.text("domain.own", feature.getStringDomain().getValueCount());
      case INT_DOMAIN -> {
        var ints = feature.getIntDomain();
        yield range(
            ints.hasMin() ? Messages.count(ints.getMin()) : "",
            ints.hasMax() ? Messages.count(ints.getMax()) : "");
      }
      case FLOAT_DOMAIN -> {
        var floats = feature.getFloatDomain();
        yield range(
            floats.hasMin() ? Messages.number(floats.getMin()) : "",
            floats.hasMax() ? Messages.number(floats.getMax()) : "");
      }
      default -> "";
    };
  }

  private static String range(String min, String max) {
    return Stream.of(
            min.isEmpty() ? "" : max.isEmpty() ? Messages.text("range.from", min) : min,
            max.isEmpty() ? "" : Messages.text("range.to", max))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
