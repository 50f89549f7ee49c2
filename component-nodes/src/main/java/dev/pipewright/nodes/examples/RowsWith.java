package dev.pipewright.nodes.examples;

import dev.pipewright.nodes.Focus;
import java.util.List;

/// Rows that somebody wants to be shown: those behind a bar, or with an anomaly.
public final class RowsWith {

  /// All rows.
  static final Focus.Rows ALL = new Focus.Rows(List.of(), "");

  private RowsWith() {}

  /// The rows without a value of a feature.
  ///
  /// @param splits the splits; empty for all
  public static Focus.Rows missing(List<String> splits, String feature) {
    return new Focus.Rows(splits, FilterText.feature(feature) + " is missing");
  }

  /// The rows with a value of a feature from `low` to `high`.
  ///
  /// @param splits the splits; empty for all
  public static Focus.Rows between(List<String> splits, String feature, double low, double high) {
    return new Focus.Rows(splits, FilterText.between(feature, low, high));
  }

  /// The rows with this text as a value of a feature.
  ///
  /// @param splits the splits; empty for all
  public static Focus.Rows text(List<String> splits, String feature, String text) {
    return new Focus.Rows(splits, FilterText.equal(feature, text));
  }
}
