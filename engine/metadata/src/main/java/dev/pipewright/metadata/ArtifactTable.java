package dev.pipewright.metadata;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Artifacts and their membership in contexts.
final class ArtifactTable {

  static final String BY_ID = "SELECT value FROM json_each(?)";

  private final Database database;
  private final PropertyTable properties;

  ArtifactTable(Database database) {
    this.database = database;
    this.properties = new PropertyTable(database, "Artifact");
  }

  /// Those whose ids a query gives, by id.
  List<ArtifactRecord> of(String ids, Object... arguments) throws SQLException {
    Map<Long, Properties> found = properties.of(ids, arguments);
    return database.query(
        "SELECT a.*, t.name AS type FROM Artifact a JOIN Type t ON t.id = a.type_id"
            + " WHERE a.id IN ("
            + ids
            + ") ORDER BY a.id",
        row -> {
          String uri = row.getString("uri");
          return new ArtifactRecord(
              new ArtifactId(row.getLong("id")),
              row.getString("type"),
              uri == null ? "" : uri,
              Numbered.of(ArtifactState.values(), row.getInt("state")),
              row.getString("name"),
              found.getOrDefault(row.getLong("id"), Properties.NONE),
              Instant.ofEpochMilli(row.getLong("create_time_since_epoch")),
              Instant.ofEpochMilli(row.getLong("last_update_time_since_epoch")));
        },
        arguments);
  }

  ArtifactId add(ArtifactDraft draft, long typeId, long now) throws SQLException {
    long id =
        database.insert(
            "INSERT INTO Artifact(type_id, uri, state,"
                + " create_time_since_epoch, last_update_time_since_epoch)"
                + " VALUES (?, ?, ?, ?, ?)",
            typeId,
            draft.uri(),
            draft.state().ordinal(),
            now,
            now);
    properties.put(id, draft.properties());
    return new ArtifactId(id);
  }

  void setState(ArtifactId id, ArtifactState state, long now) throws SQLException {
    int changed =
        database.update(
            "UPDATE Artifact SET state = ?, last_update_time_since_epoch = ? WHERE id = ?",
            state.ordinal(),
            now,
            id.value());
    if (changed == 0) {
      throw new IllegalArgumentException("there is no artifact " + id);
    }
  }

  /// Makes artifacts members of contexts, as far as they are not yet. An `OR IGNORE` would use up
  /// ids for nothing, which the client does not.
  void attribute(Collection<ContextId> contexts, Collection<ArtifactId> artifacts)
      throws SQLException {
    for (ContextId context : contexts) {
      for (ArtifactId artifact : artifacts) {
        database.update(
            "INSERT INTO Attribution(context_id, artifact_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                + " (SELECT 1 FROM Attribution WHERE context_id = ?1 AND artifact_id = ?2)",
            context.value(),
            artifact.value());
      }
    }
  }

  /// The store has no foreign keys that would refuse an unknown id.
  void requireAll(Collection<ArtifactId> ids) throws SQLException {
    TreeSet<ArtifactId> missing = new TreeSet<>(ids);
    List<Long> known =
        database.query(
            "SELECT id FROM Artifact WHERE id IN (" + BY_ID + ")",
            row -> row.getLong(1),
            ids.toString());
    known.forEach(id -> missing.remove(new ArtifactId(id)));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("there are no artifacts " + missing);
    }
  }
}
