package dev.pipewright.nodes;

import java.util.List;

/// Names of metrics where there is little room.
public final class MetricNames {

  private static final List<String> KINDS = List.of("sparse_", "categorical_", "binary_");

  private MetricNames() {}

  /// The name without what kind of label it is for: `accuracy` for `sparse_categorical_accuracy`.
  public static String brief(String name) {
    String brief = name;
    for (String kind : KINDS) {
      brief = brief.startsWith(kind) ? brief.substring(kind.length()) : brief;
    }
    return brief;
  }
}
