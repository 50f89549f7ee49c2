package dev.pipewright.metadata;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Types, their properties and parents.
final class TypeTable {

  private final Database database;
  private final Path file;

  TypeTable(Database database, Path file) {
    this.database = database;
    this.file = file;
  }

  /// The id of a type. A type that is missing is added, and so are properties that it lacks: ML
  /// Metadata's `can_add_fields` and `can_omit_fields`, which TFX sets.
  long put(MetadataType type) throws SQLException {
    List<Long> found =
        database.query(
            "SELECT id FROM Type WHERE name = ? AND type_kind = ? AND version IS NULL",
            row -> row.getLong(1),
            type.name(),
            type.kind().ordinal());
    long id = found.isEmpty() ? add(type) : found.getFirst();
    addProperties(id, type);
    return id;
  }

  private long add(MetadataType type) throws SQLException {
    long id =
        database.insert(
            "INSERT INTO Type(name, type_kind) VALUES (?, ?)", type.name(), type.kind().ordinal());
    BaseType base = type.base();
    if (base != null) {
      database.update(
          "INSERT INTO ParentType(type_id, parent_type_id)"
              + " SELECT ?, id FROM Type WHERE name = ? AND type_kind = ?",
          id,
          base.typeName(),
          base.kind().ordinal());
    }
    return id;
  }

  private void addProperties(long id, MetadataType type) throws SQLException {
    Map<String, Integer> known =
        database
            .query(
                "SELECT name, data_type FROM TypeProperty WHERE type_id = ?",
                row -> Map.entry(row.getString(1), row.getInt(2)),
                id)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (Map.Entry<String, PropertyType> property : type.properties().entrySet()) {
      int dataType = property.getValue().ordinal();
      Integer before = known.get(property.getKey());
      if (before == null) {
        database.update(
            "INSERT INTO TypeProperty(type_id, name, data_type) VALUES (?, ?, ?)",
            id,
            property.getKey(),
            dataType);
      } else if (before != dataType) {
        throw conflict(type, property.getKey());
      }
    }
  }

  private ArtifactException conflict(MetadataType type, String property) {
    return new ArtifactException(
        "Type %s of this metadata store has another type of property %s than ours."
            .formatted(type.name(), property),
        Location.of(file),
        "Run into another pipeline root.");
  }
}
