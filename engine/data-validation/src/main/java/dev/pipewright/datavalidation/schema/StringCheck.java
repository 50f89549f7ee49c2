package dev.pipewright.datavalidation.schema;

import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DistributionConstraints;
import dev.pipewright.protos.tfmd.StringDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Whether strings are of the domain: TFDV's `string_domain_util`.
final class StringCheck {

  private StringCheck() {}

  /// The share of values that may be outside of the domain.
  static double maxOffDomain(DistributionConstraints constraints) {
    return constraints.hasMinDomainMass() ? 1 - constraints.getMinDomainMass() : 0;
  }

  /// Adds to the domain what is missing.
  ///
  /// @return whether the strings can have no domain, since they are not UTF-8
  static boolean check(
      FeatureView view,
      double maxOffDomain,
      StringDomain.Builder domain,
      List<Deviation> deviations) {
    if (view.hasInvalidUtf8()) {
      deviations.add(
          new Deviation(
              Type.ENUM_TYPE_INVALID_UTF8,
              "Invalid UTF8 strings",
              "Found strings that were not valid UTF8 strings."));
      return true;
    }
    SortedMap<String, Double> missing = view.strings();
    Set<String> valid = new HashSet<>(domain.getValueList());
    missing.keySet().removeIf(valid::contains);
    double missingCount = missing.values().stream().mapToDouble(Double::doubleValue).sum();
    double total = view.totalValues();
    if (missingCount / total > maxOffDomain || (maxOffDomain == 0 && !missing.isEmpty())) {
      String values =
          missing.entrySet().stream()
              .map(e -> escaped(e.getKey()) + " (" + percentage(e.getValue(), total) + ")")
              .collect(Collectors.joining(", "));
      deviations.add(
          new Deviation(
              Type.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
              "Unexpected string values",
              "Examples contain values missing from the schema: " + values + ". "));
      domain.addAllValue(missing.keySet());
    }
    return false;
  }

  private static String percentage(double count, double total) {
    if (total == 0) {
      return "?";
    }
    double percent = 100 * Math.floor(count) / total;
    return percent < 1 ? "<1%" : "~" + (int) Math.floor(percent) + "%";
  }

  // Abseil's Utf8SafeCEscape.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '"' -> escaped.append("\\\"");
        case '\'' -> escaped.append("\\'");
        case '\\' -> escaped.append("\\\\");
        default -> {
          if (c < ' ' || c == 0x7f) {
            escaped.append("\\%03o".formatted((int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
