package dev.pipewright.metadata;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The properties of artifacts, of executions or of contexts: three tables alike.
final class PropertyTable {

  private final Database database;
  private final String owner;

  /// @param owner the table of what has the properties, as `Artifact`
  PropertyTable(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  /// Sets properties; the others stay.
  void put(long id, Properties properties) throws SQLException {
    put(id, 0, properties.declared());
    put(id, 1, properties.custom());
  }

  private void put(long id, int isCustom, SortedMap<String, PropertyValue> values)
      throws SQLException {
    for (Map.Entry<String, PropertyValue> property : values.entrySet()) {
      PropertyColumn column = PropertyColumn.of(property.getValue());
      database.update(
          "INSERT OR REPLACE INTO %1$sProperty(%1$s_id, name, is_custom_property, %2$s)"
                  .formatted(owner, column.name())
              + " VALUES (?, ?, ?, ?)",
          id,
          property.getKey(),
          isCustom,
          column.value());
    }
  }

  /// The properties of those whose ids a query gives; who has none is missing.
  Map<Long, Properties> of(String ids, Object... arguments) throws SQLException {
    List<Entry> entries =
        database.query(
            "SELECT * FROM %1$sProperty WHERE %1$s_id IN (%2$s)".formatted(owner, ids),
            row ->
                new Entry(
                    row.getLong(1),
                    row.getBoolean("is_custom_property"),
                    row.getString("name"),
                    PropertyColumn.read(row)),
            arguments);
    Map<Long, SortedMap<String, PropertyValue>> declared = new TreeMap<>();
    Map<Long, SortedMap<String, PropertyValue>> custom = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.value != null) {
        (entry.isCustom ? custom : declared)
            .computeIfAbsent(entry.id, _ -> new TreeMap<>())
            .put(entry.name, entry.value);
      }
    }
    Map<Long, Properties> properties = new TreeMap<>();
    for (Entry entry : entries) {
      properties.computeIfAbsent(
          entry.id,
          id ->
              new Properties(
                  declared.getOrDefault(id, Collections.emptySortedMap()),
                  custom.getOrDefault(id, Collections.emptySortedMap())));
    }
    return properties;
  }

  private record Entry(long id, boolean isCustom, String name, @Nullable PropertyValue value) {}
}
