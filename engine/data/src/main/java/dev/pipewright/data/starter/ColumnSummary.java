package dev.pipewright.data.starter;

import dev.pipewright.data.csv.CellType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is in a column of a table.
///
/// @param name the name in the header
/// @param type the type that CsvExampleGen gives it
/// @param rows how many rows were read
/// @param missing how many of its cells are empty
/// @param distinct how many different values it has
/// @param counts the values, the most frequent first; empty where there are too many to list
/// @param numbers of a column of numbers with a finite one among them, else null
/// @param first the values of the first cells that are not empty
public record ColumnSummary(
    String name,
    CellType type,
    long rows,
    long missing,
    Distinct distinct,
    List<ValueCount> counts,
    @Nullable Numbers numbers,
    List<String> first) {

  /// Whole numbers of so few values, each in so many cells, name kinds rather than count something.
  private static final int KINDS = 10;

  private static final int CELLS_A_KIND = 5;
  private static final int MOST_CLASSES = 100;

  /// Keeps copies.
  public ColumnSummary {
    counts = List.copyOf(counts);
    first = List.copyOf(first);
  }

  /// How many cells hold a value.
  public long present() {
    return rows - missing;
  }

  /// The share of cells that are empty, from 0 to 1.
  public double missingShare() {
    return rows == 0 ? 0 : (double) missing / rows;
  }

  /// What predicting this column comes to; empty where nothing can be learned of it: all cells
  /// alike or empty, or texts that are nearly all different.
  public Optional<Goal> goal() {
    if (distinct.count() < 2 || hasBacktick()) {
      return Optional.empty();
    }
    if (type == CellType.STRING || isKinds() || isZeroOrOne()) {
      boolean isClasses = counts.size() >= 2 && counts.size() <= MOST_CLASSES;
      return isClasses && !(type == CellType.STRING && distinct.isMostly())
          ? Optional.of(new Goal.Classes(counts))
          : Optional.empty();
    }
    return numbers == null || !(numbers.deviation() > 0)
        ? Optional.empty()
        : Optional.of(new Goal.Number(numbers));
  }

  /// Whether these are whole numbers that stand for kinds.
  boolean isKinds() {
    return type == CellType.INT
        && !distinct.isMany()
        && distinct.count() <= KINDS
        && present() >= CELLS_A_KIND * distinct.count();
  }

  private boolean isZeroOrOne() {
    return numbers != null
        && numbers.others() == 0
        && distinct.count() == 2
        && numbers.min() == 0
        && numbers.max() == 1;
  }

  /// Whether an expression cannot name it.
  boolean hasBacktick() {
    return name.indexOf('`') >= 0;
  }
}
