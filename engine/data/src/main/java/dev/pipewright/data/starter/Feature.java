package dev.pipewright.data.starter;

import dev.pipewright.data.csv.CellType;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a column is to a model that predicts another one.
sealed interface Feature {

  /// How many values a vocabulary has at most; the others share one place.
  int VOCABULARY = 1_000;

  /// A number, to be scaled.
  ///
  /// @param column the column
  /// @param numbers what is known of it
  record Scaled(ColumnSummary column, Numbers numbers) implements Feature {

    String expression() {
      return "tft.scale_to_z_score(" + Expressions.number(column, numbers) + ")";
    }
  }

  /// One of some values.
  ///
  /// @param column the column
  record Kind(ColumnSummary column) implements Feature {

    String expression() {
      String top = size() == VOCABULARY ? ", top_k=" + VOCABULARY : "";
      return "tft.compute_and_apply_vocabulary("
          + Expressions.kind(column)
          + top
          + ", num_oov_buckets=1)";
    }

    /// How many values the vocabulary has at most.
    long size() {
      return column.distinct().isMany()
          ? VOCABULARY
          : Math.min(VOCABULARY, column.distinct().count());
    }
  }

  /// Nothing.
  ///
  /// @param column the column
  /// @param why as the end of a sentence that begins with its name
  record LeftOut(ColumnSummary column, String why) implements Feature {}

  /// Names of keys.
  Pattern KEY =
      Pattern.compile("(.*[_\\s.-])?(id|ids|key|uuid|guid|index|idx|nr|no|number)|.*Id|.*ID");

  /// What this column is.
  static Feature of(ColumnSummary column) {
    if (column.hasBacktick()) {
      return new LeftOut(column, "has a backtick in its name, which no expression can have");
    }
    if (column.type() == CellType.UNKNOWN) {
      return new LeftOut(column, "is empty");
    }
    if (column.distinct().count() == 1 && column.missing() == 0) {
      return new LeftOut(column, "has the same value in all rows");
    }
    Numbers numbers = column.numbers();
    if (column.type() == CellType.STRING || column.isKinds()) {
      return column.type() == CellType.STRING && column.distinct().isMostly()
          ? new LeftOut(column, "has nearly as many texts as rows")
          : new Kind(column);
    }
    if (numbers == null) {
      return new LeftOut(column, "has no finite number");
    }
    return isKey(column, numbers)
        ? new LeftOut(column, "numbers the rows")
        : new Scaled(column, numbers);
  }

  private static boolean isKey(ColumnSummary column, Numbers numbers) {
    boolean isCounted = numbers.max() - numbers.min() + 1 == column.present();
    String name = column.name().replace("\"", "").strip();
    return column.type() == CellType.INT
        && column.distinct().isUnique()
        && (isCounted
            || KEY.matcher(name).matches()
            || KEY.matcher(name.toLowerCase(Locale.ROOT)).matches());
  }
}
