package dev.pipewright.data.json;

import dev.pipewright.data.csv.CellType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;

/// The types of the features of JSON lines, as far as the lines seen tell: as for the columns of a
/// CSV file, the last in the order of `CellType` of its values'.
///
/// @param types the types, in the order in which the features are first seen
public record JsonTypes(SequencedMap<String, CellType> types) {

  /// Before any line.
  public static final JsonTypes NONE = new JsonTypes(new LinkedHashMap<>());

  public JsonTypes {
    types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
  }

  /// The types that hold for both parts of the lines.
  public JsonTypes or(JsonTypes later) {
    SequencedMap<String, CellType> both = new LinkedHashMap<>(types);
    later.types.forEach((name, type) -> both.merge(name, type, CellType::or));
    return new JsonTypes(both);
  }

  /// The features that have no value in any line.
  public Set<String> untyped() {
    Set<String> untyped = new LinkedHashSet<>();
    types.forEach(
        (name, type) -> {
          if (type == CellType.UNKNOWN) {
            untyped.add(name);
          }
        });
    return untyped;
  }
}
