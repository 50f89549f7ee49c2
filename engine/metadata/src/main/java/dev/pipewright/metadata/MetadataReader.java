package dev.pipewright.metadata;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Asks a metadata store. Lists are sorted by id, so that the last is the newest. Each call sees
/// one state of the store, whatever other processes write meanwhile. Safe for use by several
/// threads.
///
/// Calls throw an [dev.pipewright.pipeline.EnvironmentException] when the store is locked for
/// longer than ten seconds or its drive fails, and an [dev.pipewright.pipeline.ArtifactException]
/// when the file is damaged.
public sealed class MetadataReader implements AutoCloseable permits MetadataStore {

  private static final String IN_CONTEXT =
      "SELECT artifact_id FROM Attribution WHERE context_id = ?";
  private static final String EXECUTED_IN_CONTEXT =
      "SELECT execution_id FROM Association WHERE context_id = ?";

  final Database database;
  final TypeTable types;
  final ArtifactTable artifacts;
  final ExecutionTable executions;
  final ContextTable contexts;
  final EventTable events;

  MetadataReader(Database database, Path file) {
    this.database = database;
    this.types = new TypeTable(database, file);
    this.artifacts = new ArtifactTable(database);
    this.executions = new ExecutionTable(database);
    this.contexts = new ContextTable(database, types);
    this.events = new EventTable(database);
  }

  /// Opens a store that is there, never to change it: one of TFX's, say.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when there is no store of schema version 10
  public static MetadataReader open(Path file) {
    return open(file, StoreFile.PATIENCE);
  }

  /// Opens a store as it is now without touching it: no lock is taken, and no file is made beside
  /// it, whatever another process is doing there. Reads stores of earlier schema versions too.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when there is no store of a schema version
  ///   from 6 to 10
  /// @throws dev.pipewright.pipeline.EnvironmentException when it cannot be read or there is no
  ///   room for a copy
  public static MetadataReader openCopy(Path file) {
    return new MetadataReader(StoreFile.openCopy(file), file);
  }

  static MetadataReader open(Path file, Duration patience) {
    return new MetadataReader(StoreFile.openToRead(file, patience), file);
  }

  /// The artifact of this id.
  public Optional<ArtifactRecord> artifact(ArtifactId id) {
    return database.read(() -> artifacts.of("VALUES (?)", id.value())).stream().findFirst();
  }

  /// All artifacts.
  public List<ArtifactRecord> artifacts() {
    return database.read(() -> artifacts.of("SELECT id FROM Artifact"));
  }

  /// The artifacts of a type.
  public List<ArtifactRecord> artifactsOfType(String type) {
    return database.read(
        () ->
            artifacts.of(
                "SELECT a.id FROM Type t JOIN Artifact a ON a.type_id = t.id"
                    + " WHERE t.name = ? AND t.type_kind = ?",
                type,
                MetadataType.Kind.ARTIFACT.ordinal()));
  }

  /// The artifacts whose URI is this, to the letter.
  public List<ArtifactRecord> artifactsAt(String uri) {
    return database.read(() -> artifacts.of("SELECT id FROM Artifact WHERE uri = ?", uri));
  }

  /// The artifacts in a context.
  public List<ArtifactRecord> artifactsIn(ContextId context) {
    return database.read(() -> artifacts.of(IN_CONTEXT, context.value()));
  }

  /// The artifacts of a type in a context.
  public List<ArtifactRecord> artifactsIn(ContextId context, String type) {
    return database.read(
        () ->
            artifacts.of(
                "SELECT a.id FROM Attribution m JOIN Artifact a ON a.id = m.artifact_id"
                    + " JOIN Type t ON t.id = a.type_id"
                    + " WHERE m.context_id = ? AND t.name = ? AND t.type_kind = ?",
                context.value(),
                type,
                MetadataType.Kind.ARTIFACT.ordinal()));
  }

  /// The execution of this id.
  public Optional<ExecutionRecord> execution(ExecutionId id) {
    return database.read(() -> executions.of("VALUES (?)", id.value())).stream().findFirst();
  }

  /// All executions.
  public List<ExecutionRecord> executions() {
    return database.read(() -> executions.of("SELECT id FROM Execution"));
  }

  /// The executions in a context: what a pipeline, a run or a node did.
  public List<ExecutionRecord> executionsIn(ContextId context) {
    return database.read(() -> executions.of(EXECUTED_IN_CONTEXT, context.value()));
  }

  /// The executions in a context that are in one of these states.
  public List<ExecutionRecord> executionsIn(ContextId context, Set<ExecutionState> states) {
    List<Integer> numbers = states.stream().map(Enum::ordinal).sorted().toList();
    return database.read(
        () ->
            executions.of(
                "SELECT e.id FROM Association m JOIN Execution e ON e.id = m.execution_id"
                    + " WHERE m.context_id = ?"
                    + " AND e.last_known_state IN (SELECT value FROM json_each(?))",
                context.value(),
                numbers.toString()));
  }

  /// The executions in a context whose custom property has this value: those of a node with a cache
  /// key, say.
  public List<ExecutionRecord> executionsWith(
      ContextId context, String customProperty, PropertyValue value) {
    PropertyColumn column = PropertyColumn.of(value);
    return database.read(
        () ->
            executions.of(
                "SELECT p.execution_id FROM ExecutionProperty p"
                    + " JOIN Association m ON m.execution_id = p.execution_id"
                    + " WHERE m.context_id = ? AND p.name = ? AND p.is_custom_property = 1"
                    + " AND p."
                    + column.name()
                    + " = ?",
                context.value(),
                customProperty,
                column.value()));
  }

  /// The context of this type and name.
  public Optional<ContextRecord> context(String type, String name) {
    return database
        .read(
            () ->
                contexts.of(
                    "SELECT c.id FROM Type t JOIN Context c ON c.type_id = t.id"
                        + " WHERE t.name = ? AND t.type_kind = ? AND c.name = ?",
                    type,
                    MetadataType.Kind.CONTEXT.ordinal(),
                    name))
        .stream()
        .findFirst();
  }

  /// The contexts of a type: all runs, say.
  public List<ContextRecord> contextsOfType(String type) {
    return database.read(
        () ->
            contexts.of(
                "SELECT c.id FROM Type t JOIN Context c ON c.type_id = t.id"
                    + " WHERE t.name = ? AND t.type_kind = ?",
                type,
                MetadataType.Kind.CONTEXT.ordinal()));
  }

  /// The contexts within a context: the runs of a pipeline, say.
  public List<ContextRecord> children(ContextId parent) {
    return database.read(
        () ->
            contexts.of(
                "SELECT context_id FROM ParentContext WHERE parent_context_id = ?",
                parent.value()));
  }

  /// The contexts that a context is within.
  public List<ContextRecord> parents(ContextId child) {
    return database.read(
        () ->
            contexts.of(
                "SELECT parent_context_id FROM ParentContext WHERE context_id = ?", child.value()));
  }

  /// The contexts that an execution is in. ML Metadata has no index for this: the time it takes
  /// grows with the store.
  public List<ContextRecord> contextsOf(ExecutionId execution) {
    return database.read(
        () ->
            contexts.of(
                "SELECT context_id FROM Association WHERE execution_id = ?", execution.value()));
  }

  /// The contexts that an artifact is in. ML Metadata has no index for this: the time it takes
  /// grows with the store.
  public List<ContextRecord> contextsOf(ArtifactId artifact) {
    return database.read(
        () ->
            contexts.of(
                "SELECT context_id FROM Attribution WHERE artifact_id = ?", artifact.value()));
  }

  /// What an execution read and wrote.
  public List<EventRecord> events(ExecutionId execution) {
    return database.read(() -> eventsOf(execution));
  }

  private List<EventRecord> eventsOf(ExecutionId execution) throws SQLException {
    return events.of("SELECT id FROM Event WHERE execution_id = ?", execution.value());
  }

  /// Who read and wrote an artifact.
  public List<EventRecord> events(ArtifactId artifact) {
    return database.read(
        () -> events.of("SELECT id FROM Event WHERE artifact_id = ?", artifact.value()));
  }

  /// What an execution read, by input, each in its order.
  public SequencedMap<String, List<ArtifactRecord>> inputs(ExecutionId execution) {
    return slots(execution, EventType::isInput);
  }

  /// What an execution wrote or took from the cache, by output, each in its order.
  public SequencedMap<String, List<ArtifactRecord>> outputs(ExecutionId execution) {
    return slots(execution, EventType::isOutput);
  }

  private SequencedMap<String, List<ArtifactRecord>> slots(
      ExecutionId execution, Predicate<EventType> wanted) {
    return database.read(
        () -> {
          List<EventRecord> found =
              eventsOf(execution).stream().filter(event -> wanted.test(event.type())).toList();
          return inSlots(found, byId(found));
        });
  }

  private SequencedMap<ArtifactId, ArtifactRecord> byId(List<EventRecord> found)
      throws SQLException {
    List<ArtifactId> ids = found.stream().map(EventRecord::artifact).toList();
    SequencedMap<ArtifactId, ArtifactRecord> records = new LinkedHashMap<>();
    for (ArtifactRecord record : artifacts.of(ArtifactTable.BY_ID, ids.toString())) {
      records.put(record.id(), record);
    }
    return records;
  }

  private static SequencedMap<String, List<ArtifactRecord>> inSlots(
      List<EventRecord> found, SequencedMap<ArtifactId, ArtifactRecord> records) {
    SequencedMap<String, TreeMap<Long, ArtifactRecord>> slots = new LinkedHashMap<>();
    for (EventRecord event : found) {
      ArtifactRecord record = records.get(event.artifact());
      if (record != null) {
        for (EventRecord.Slot slot : event.path()) {
          slots.computeIfAbsent(slot.key(), _ -> new TreeMap<>()).put(slot.index(), record);
        }
      }
    }
    SequencedMap<String, List<ArtifactRecord>> lists = new LinkedHashMap<>();
    slots.forEach((key, list) -> lists.put(key, List.copyOf(list.values())));
    return lists;
  }

  /// The artifact with all that it was made from, and the executions that made them.
  public Lineage ancestors(ArtifactId artifact) {
    return database.read(() -> LineageQuery.ancestors(this, artifact));
  }

  /// The artifact with all that was made from it, and the executions that did.
  public Lineage descendants(ArtifactId artifact) {
    return database.read(() -> LineageQuery.descendants(this, artifact));
  }

  @Override
  public void close() {
    database.close();
  }
}
