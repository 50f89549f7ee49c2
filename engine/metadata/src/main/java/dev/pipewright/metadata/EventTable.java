package dev.pipewright.metadata;

import dev.pipewright.metadata.EventRecord.Slot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Events and their paths.
final class EventTable {

  private final Database database;

  EventTable(Database database) {
    this.database = database;
  }

  /// Those whose ids a query gives, by id.
  List<EventRecord> of(String ids, Object... arguments) throws SQLException {
    Map<Long, List<Slot>> paths = paths(ids, arguments);
    return database.query(
        "SELECT * FROM Event WHERE id IN (" + ids + ") ORDER BY id",
        row ->
            new EventRecord(
                new ArtifactId(row.getLong("artifact_id")),
                new ExecutionId(row.getLong("execution_id")),
                Numbered.of(EventType.values(), row.getInt("type")),
                paths.getOrDefault(row.getLong("id"), List.of()),
                Instant.ofEpochMilli(row.getLong("milliseconds_since_epoch"))),
        arguments);
  }

  private Map<Long, List<Slot>> paths(String ids, Object... arguments) throws SQLException {
    // The steps have no number of their own: their order is that of the rows.
    List<Step> steps =
        database.query(
            "SELECT * FROM EventPath WHERE event_id IN (" + ids + ") ORDER BY event_id, rowid",
            row ->
                new Step(
                    row.getLong("event_id"), row.getString("step_key"), row.getLong("step_index")),
            arguments);
    Map<Long, List<Slot>> paths = new TreeMap<>();
    for (Step step : steps) {
      List<Slot> path = paths.computeIfAbsent(step.event, _ -> new ArrayList<>());
      if (step.key != null) {
        path.add(new Slot(step.key, 0));
      } else if (!path.isEmpty()) {
        path.add(new Slot(path.removeLast().key(), step.index));
      }
    }
    return paths;
  }

  private record Step(long event, @Nullable String key, long index) {}

  /// Adds an event for each artifact, with all the slots that it has.
  void add(
      ExecutionId execution, EventType type, SequencedMap<String, List<ArtifactId>> slots, long now)
      throws SQLException {
    for (Map.Entry<ArtifactId, List<Slot>> path : byArtifact(slots).entrySet()) {
      long event =
          database.insert(
              "INSERT INTO Event(artifact_id, execution_id, type, milliseconds_since_epoch)"
                  + " VALUES (?, ?, ?, ?)",
              path.getKey().value(),
              execution.value(),
              type.ordinal(),
              now);
      for (Slot slot : path.getValue()) {
        database.update(
            "INSERT INTO EventPath(event_id, is_index_step, step_key) VALUES (?, 0, ?)",
            event,
            slot.key());
        database.update(
            "INSERT INTO EventPath(event_id, is_index_step, step_index) VALUES (?, 1, ?)",
            event,
            slot.index());
      }
    }
  }

  private static SequencedMap<ArtifactId, List<Slot>> byArtifact(
      SequencedMap<String, List<ArtifactId>> slots) {
    SequencedMap<ArtifactId, List<Slot>> paths = new LinkedHashMap<>();
    slots.forEach(
        (key, artifacts) -> {
          for (int i = 0; i < artifacts.size(); i++) {
            paths.computeIfAbsent(artifacts.get(i), _ -> new ArrayList<>()).add(new Slot(key, i));
          }
        });
    return paths;
  }
}
