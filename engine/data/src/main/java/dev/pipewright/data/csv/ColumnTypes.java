package dev.pipewright.data.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The types of the columns of CSV files, as far as the rows seen tell.
///
/// @param names the columns' names
/// @param types their types
public record ColumnTypes(List<String> names, List<CellType> types) {

  public ColumnTypes {
    names = List.copyOf(names);
    types = List.copyOf(types);
    if (names.size() != types.size()) {
      throw new IllegalArgumentException("names and types differ in number");
    }
  }

  /// Before any row.
  public static ColumnTypes unknown(List<String> names) {
    return new ColumnTypes(names, Collections.nCopies(names.size(), CellType.UNKNOWN));
  }

  /// The types that hold for both parts of the rows.
  public ColumnTypes or(ColumnTypes other) {
    List<CellType> both = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      both.add(types.get(i).or(other.types.get(i)));
    }
    return new ColumnTypes(names, both);
  }

  /// The columns that have no value in any row.
  public Set<String> untyped() {
    Set<String> untyped = new LinkedHashSet<>();
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i) == CellType.UNKNOWN) {
        untyped.add(names.get(i));
      }
    }
    return untyped;
  }
}
