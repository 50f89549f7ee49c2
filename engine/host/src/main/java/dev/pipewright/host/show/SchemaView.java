package dev.pipewright.host.show;

import dev.pipewright.datavalidation.schema.SchemaText;
import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FixedShape;
import dev.pipewright.protos.tfmd.Schema;
import dev.pipewright.protos.tfmd.StringDomain;
import dev.pipewright.protos.tfmd.ValueCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A schema, a feature a row.
final class SchemaView implements View {

  private static final int VALUES_SHOWN = 6;

  @Override
  public boolean fits(Path path) {
    return path.getFileName().toString().endsWith(".pbtxt")
        || Files.exists(path.resolve(SchemaText.FILE_NAME));
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    Schema schema =
        SchemaText.read(Files.isDirectory(path) ? path.resolve(SchemaText.FILE_NAME) : path);
    Map<String, StringDomain> domains =
        schema.getStringDomainList().stream()
            .collect(Collectors.toMap(StringDomain::getName, d -> d, (a, b) -> a));
    out.println("Schema: " + schema.getFeatureCount() + " features");
    TextTable table = TextTable.of("feature", "type", "present in", "values", "domain");
    rows(table, "", schema.getFeatureList(), domains);
    out.print(table);
  }

  /// A feature of a struct, as of the steps of a sequence, stands below it by its full name.
  private static void rows(
      TextTable table, String prefix, List<Feature> features, Map<String, StringDomain> domains) {
    for (Feature feature : features) {
      String name = prefix + feature.getName();
      table.row(
          name,
          feature.getType().name(),
          presence(feature),
          count(feature),
          domain(feature, domains));
      rows(table, name + ".", feature.getStructDomain().getFeatureList(), domains);
    }
  }

  private static String presence(Feature feature) {
    double fraction = feature.getPresence().getMinFraction();
    long count = feature.getPresence().getMinCount();
    if (fraction >= 1) {
      return "every example";
    }
    if (fraction > 0) {
      return "at least " + Numbers.percent(fraction);
    }
    return count > 0 ? "at least " + Numbers.count(count) : "";
  }

  private static String count(Feature feature) {
    if (feature.hasShape()) {
      FixedShape shape = feature.getShape();
      return shape.getDimList().stream()
          .map(d -> Long.toString(d.getSize()))
          .collect(Collectors.joining("×", "", shape.getDimCount() == 0 ? "scalar" : ""));
    }
    if (feature.hasValueCount()) {
      ValueCount count = feature.getValueCount();
      boolean isFixed = count.hasMax() && count.getMin() == count.getMax();
      return count.getMin()
          + (isFixed ? "" : count.hasMax() ? " to " + count.getMax() : " or more");
    }
    return "any number";
  }

  private static String domain(Feature feature, Map<String, StringDomain> domains) {
    return switch (feature.getDomainInfoCase()) {
      case DOMAIN -> values(domains.get(feature.getDomain()));
      case STRING_DOMAIN -> values(feature.getStringDomain());
      case INT_DOMAIN -> {
        var ints = feature.getIntDomain();
        String range =
            ints.hasMin() || ints.hasMax() ? " " + ints.getMin() + " to " + ints.getMax() : "";
        yield (ints.getIsCategorical() ? "categorical" : "integer") + range;
      }
      case FLOAT_DOMAIN -> {
        var floats = feature.getFloatDomain();
        yield floats.hasMin() || floats.hasMax()
            ? floats.getMin() + " to " + floats.getMax()
            : "number";
      }
      case DOMAININFO_NOT_SET, STRUCT_DOMAIN -> "";
      default -> feature.getDomainInfoCase().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String values(@org.jspecify.annotations.Nullable StringDomain domain) {
    List<String> values = domain == null ? List.of() : domain.getValueList();
    return values.stream().limit(VALUES_SHOWN).collect(Collectors.joining(", "))
        + (values.size() > VALUES_SHOWN ? ", … (" + values.size() + ")" : "");
  }
}
