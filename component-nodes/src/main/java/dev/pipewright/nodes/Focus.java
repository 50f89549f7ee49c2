package dev.pipewright.nodes;

import java.util.List;

/// What of an artifact is to be seen first.
public sealed interface Focus {

  /// All of it, as its viewer begins.
  Focus WHOLE = new Whole();

  /// All of it: `WHOLE`.
  record Whole() implements Focus {}

  /// Rows of Examples in a table: those behind a bar, or with an anomaly.
  ///
  /// @param splits the splits; empty for all
  /// @param filter which rows of them, as a person types it: `docs/data.md`; empty for all
  record Rows(List<String> splits, String filter) implements Focus {
    public Rows {
      splits = List.copyOf(splits);
    }
  }

  /// Rows of Examples as points.
  ///
  /// @param splits the splits; empty for all
  /// @param filter which rows of them, as a person types it: `docs/data.md`; empty for all
  record Points(List<String> splits, String filter) implements Focus {
    public Points {
      splits = List.copyOf(splits);
    }
  }

  /// A feature of statistics, a schema or anomalies.
  record Feature(String name) implements Focus {}
}
