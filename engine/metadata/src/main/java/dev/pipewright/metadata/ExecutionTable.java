package dev.pipewright.metadata;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Executions and their membership in contexts.
final class ExecutionTable {

  private final Database database;
  private final PropertyTable properties;

  ExecutionTable(Database database) {
    this.database = database;
    this.properties = new PropertyTable(database, "Execution");
  }

  /// Those whose ids a query gives, by id.
  List<ExecutionRecord> of(String ids, Object... arguments) throws SQLException {
    Map<Long, Properties> found = properties.of(ids, arguments);
    return database.query(
        "SELECT e.*, t.name AS type FROM Execution e JOIN Type t ON t.id = e.type_id"
            + " WHERE e.id IN ("
            + ids
            + ") ORDER BY e.id",
        row ->
            new ExecutionRecord(
                new ExecutionId(row.getLong("id")),
                row.getString("type"),
                Numbered.of(ExecutionState.values(), row.getInt("last_known_state")),
                row.getString("name"),
                found.getOrDefault(row.getLong("id"), Properties.NONE),
                Instant.ofEpochMilli(row.getLong("create_time_since_epoch")),
                Instant.ofEpochMilli(row.getLong("last_update_time_since_epoch"))),
        arguments);
  }

  ExecutionId add(ExecutionDraft draft, long typeId, long now) throws SQLException {
    long id =
        database.insert(
            "INSERT INTO Execution(type_id, name, last_known_state,"
                + " create_time_since_epoch, last_update_time_since_epoch)"
                + " VALUES (?, ?, ?, ?, ?)",
            typeId,
            draft.name(),
            draft.state().ordinal(),
            now,
            now);
    properties.put(id, draft.properties());
    return new ExecutionId(id);
  }

  ExecutionState state(ExecutionId id) throws SQLException {
    List<Integer> found =
        database.query(
            "SELECT last_known_state FROM Execution WHERE id = ?",
            row -> row.getInt(1),
            id.value());
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no execution " + id);
    }
    return Numbered.of(ExecutionState.values(), found.getFirst());
  }

  /// Sets the state and adds properties.
  void update(ExecutionId id, ExecutionState state, Properties added, long now)
      throws SQLException {
    database.update(
        "UPDATE Execution SET last_known_state = ?, last_update_time_since_epoch = ?"
            + " WHERE id = ?",
        state.ordinal(),
        now,
        id.value());
    properties.put(id.value(), added);
  }

  /// Makes an execution a member of contexts, as far as it is not yet.
  void associate(Collection<ContextId> contexts, ExecutionId execution) throws SQLException {
    for (ContextId context : contexts) {
      database.update(
          "INSERT INTO Association(context_id, execution_id) SELECT ?1, ?2 WHERE NOT EXISTS"
              + " (SELECT 1 FROM Association WHERE context_id = ?1 AND execution_id = ?2)",
          context.value(),
          execution.value());
    }
  }
}
