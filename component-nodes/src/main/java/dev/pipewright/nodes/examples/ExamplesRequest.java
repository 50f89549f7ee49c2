package dev.pipewright.nodes.examples;

import java.util.List;

/// Rows that somebody wants to be shown: those behind a bar, or with an anomaly.
///
/// @param splits the splits; empty for all
/// @param filter which rows of them, as a person types it: `docs/data.md`; empty for all
public record ExamplesRequest(List<String> splits, String filter) {

  /// All rows.
  public static final ExamplesRequest ALL = new ExamplesRequest(List.of(), "");

  public ExamplesRequest {
    splits = List.copyOf(splits);
  }

  /// The rows without a value of a feature.
  public static ExamplesRequest missing(List<String> splits, String feature) {
    return new ExamplesRequest(splits, FilterText.feature(feature) + " is missing");
  }

  /// The rows with a value of a feature from `low` to `high`.
  public static ExamplesRequest between(
      List<String> splits, String feature, double low, double high) {
    return new ExamplesRequest(splits, FilterText.between(feature, low, high));
  }

  /// The rows with this text as a value of a feature.
  public static ExamplesRequest with(List<String> splits, String feature, String text) {
    return new ExamplesRequest(splits, FilterText.equal(feature, text));
  }
}
