package dev.pipewright.metadata;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Contexts and their parents.
final class ContextTable {

  private final Database database;
  private final TypeTable types;
  private final PropertyTable properties;

  ContextTable(Database database, TypeTable types) {
    this.database = database;
    this.types = types;
    this.properties = new PropertyTable(database, "Context");
  }

  /// Those whose ids a query gives, by id.
  List<ContextRecord> of(String ids, Object... arguments) throws SQLException {
    Map<Long, Properties> found = properties.of(ids, arguments);
    return database.query(
        "SELECT c.*, t.name AS type FROM Context c JOIN Type t ON t.id = c.type_id"
            + " WHERE c.id IN ("
            + ids
            + ") ORDER BY c.id",
        row ->
            new ContextRecord(
                new ContextId(row.getLong("id")),
                row.getString("type"),
                row.getString("name"),
                found.getOrDefault(row.getLong("id"), Properties.NONE),
                Instant.ofEpochMilli(row.getLong("create_time_since_epoch")),
                Instant.ofEpochMilli(row.getLong("last_update_time_since_epoch"))),
        arguments);
  }

  List<ContextId> put(List<ContextDraft> drafts, long now) throws SQLException {
    List<ContextId> ids = new ArrayList<>();
    for (ContextDraft draft : drafts) {
      ids.add(put(draft, now));
    }
    return ids;
  }

  /// The context of this type and name; only one that is missing gets the draft's properties and
  /// parents.
  ContextId put(ContextDraft draft, long now) throws SQLException {
    List<ContextId> parents = put(draft.parents(), now);
    long typeId = types.put(draft.type());
    List<Long> found =
        database.query(
            "SELECT id FROM Context WHERE type_id = ? AND name = ?",
            row -> row.getLong(1),
            typeId,
            draft.name());
    return new ContextId(found.isEmpty() ? add(draft, typeId, parents, now) : found.getFirst());
  }

  private long add(ContextDraft draft, long typeId, List<ContextId> parents, long now)
      throws SQLException {
    long id =
        database.insert(
            "INSERT INTO Context(type_id, name,"
                + " create_time_since_epoch, last_update_time_since_epoch)"
                + " VALUES (?, ?, ?, ?)",
            typeId,
            draft.name(),
            now,
            now);
    properties.put(id, draft.properties());
    for (ContextId parent : parents) {
      database.update(
          "INSERT INTO ParentContext(context_id, parent_context_id) VALUES (?, ?)",
          id,
          parent.value());
    }
    return id;
  }
}
