package dev.pipewright.metadata;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// A metadata store to ask and to write. Each call is a transaction: it is in the file when the
/// call returns, whatever happens to the process, or it never was. Writers wait for each other, in
/// other processes too. Closing moves all into the one file; until then `-wal` and `-shm` files lie
/// beside it, where the drive allows for them.
public final class MetadataStore extends MetadataReader {

  private final InstantSource clock;

  private MetadataStore(Database database, Path file, InstantSource clock) {
    super(database, file);
    this.clock = clock;
  }

  /// Opens a store, and makes it if there is no file, with its folders.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when the file is no store of schema version
  ///   10; it stays as it is
  public static MetadataStore open(Path file) {
    return open(file, StoreFile.PATIENCE, InstantSource.system());
  }

  static MetadataStore open(Path file, Duration patience, InstantSource clock) {
    return new MetadataStore(StoreFile.openToWrite(file, patience), file, clock);
  }

  /// The id of the context of this type and name, which is put if it is missing.
  public ContextId put(ContextDraft context) {
    return database.write(() -> contexts.put(context, clock.millis()));
  }

  /// Puts an execution with its contexts, inputs and outputs.
  ///
  /// @throws IllegalArgumentException when an input or a reused output is not in the store
  /// @throws IllegalStateException when there is an execution of this type and name
  public Published put(Publication publication) {
    return database.write(
        () -> {
          long now = clock.millis();
          List<ContextId> members = contexts.put(publication.contexts(), now);
          ExecutionDraft draft = publication.execution();
          ExecutionId execution = executions.add(draft, types.put(draft.type()), now);
          executions.associate(members, execution);
          Set<ArtifactId> inputs = link(execution, EventType.INPUT, publication.inputs(), now);
          return publish(execution, publication.outputs(), members, inputs, now);
        });
  }

  /// Ends an execution that was put while it was at work.
  ///
  /// @param state how it ended
  /// @param customProperties to be added to its properties
  /// @param members contexts that it, if it is not yet in them, and its outputs become members of;
  ///   usually those it was put with
  /// @param outputs what it gave, by output
  /// @throws IllegalArgumentException when the execution or a reused output is not in the store, or
  ///   the state is not final
  /// @throws IllegalStateException when it has ended already
  public Published finish(
      ExecutionId execution,
      ExecutionState state,
      Map<String, PropertyValue> customProperties,
      List<ContextDraft> members,
      SequencedMap<String, List<Output>> outputs) {
    if (!state.isFinal()) {
      throw new IllegalArgumentException("no end: " + state);
    }
    return database.write(
        () -> {
          if (executions.state(execution).isFinal()) {
            throw new IllegalStateException("execution " + execution + " has ended already");
          }
          long now = clock.millis();
          executions.update(execution, state, Properties.custom(customProperties), now);
          List<ContextId> ids = contexts.put(members, now);
          executions.associate(ids, execution);
          return publish(execution, outputs, ids, Set.of(), now);
        });
  }

  private Published publish(
      ExecutionId execution,
      SequencedMap<String, List<Output>> outputs,
      List<ContextId> members,
      Set<ArtifactId> inputs,
      long now)
      throws SQLException {
    SequencedMap<String, List<ArtifactId>> ids = new LinkedHashMap<>();
    for (Map.Entry<String, List<Output>> output : outputs.entrySet()) {
      List<ArtifactId> list = new ArrayList<>();
      for (Output artifact : output.getValue()) {
        list.add(id(artifact, now));
      }
      ids.put(output.getKey(), list);
    }
    Set<ArtifactId> linked = new LinkedHashSet<>(inputs);
    linked.addAll(link(execution, EventType.OUTPUT, ids, now));
    artifacts.attribute(members, linked);
    return new Published(execution, ids);
  }

  private ArtifactId id(Output output, long now) throws SQLException {
    return switch (output) {
      case Output.Made made ->
          artifacts.add(made.artifact(), types.put(made.artifact().type()), now);
      case Output.Reused reused -> reused.artifact();
    };
  }

  private Set<ArtifactId> link(
      ExecutionId execution, EventType type, SequencedMap<String, List<ArtifactId>> slots, long now)
      throws SQLException {
    Set<ArtifactId> ids = new LinkedHashSet<>();
    slots.values().forEach(ids::addAll);
    artifacts.requireAll(ids);
    events.add(execution, type, slots, now);
    return ids;
  }

  /// Sets how far an execution is.
  ///
  /// @throws IllegalArgumentException when it is not in the store
  public void setState(ExecutionId execution, ExecutionState state) {
    database.write(
        () -> {
          executions.state(execution);
          executions.update(execution, state, Properties.NONE, clock.millis());
          return null;
        });
  }

  /// Sets what has become of an artifact.
  ///
  /// @throws IllegalArgumentException when it is not in the store
  public void setState(ArtifactId artifact, ArtifactState state) {
    database.write(
        () -> {
          artifacts.setState(artifact, state, clock.millis());
          return null;
        });
  }

  /// Has the ids of new executions start above this one, where they would not anyway: what lies in
  /// folders named after ids that the store does not know is then left alone.
  public void startExecutionsAfter(ExecutionId id) {
    database.write(
        () -> {
          int changed =
              database.update(
                  "UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = 'Execution'",
                  id.value());
          if (changed == 0) {
            database.update(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('Execution', ?)", id.value());
          }
          return null;
        });
  }

  @Override
  public void close() {
    try (database) {
      database.settle();
    }
  }
}
