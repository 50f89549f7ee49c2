package dev.pipewright.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.metadata.EventRecord.Slot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a store that the `ml_metadata` client made.
class ClientStoreTest {

  private static final Instant START = Instant.EPOCH;

  @TempDir Path folder;
  private Path theirs;

  @BeforeEach
  void restoreTheClientsStore() throws IOException, SQLException {
    theirs = folder.resolve("theirs.db");
    StoreDump.restore(StoreDump.golden(), theirs);
  }

  @Test
  void writesTheTablesIndicesAndRowsOfTheClient() throws IOException, SQLException {
    Path ours = folder.resolve("ours.db");
    try (MetadataStore store = MetadataStore.open(ours)) {
      Samples.fill(store);
    }
    assertEquals(StoreDump.golden(), StoreDump.of(ours));
  }

  @Test
  void readsPropertiesOfEveryType() {
    try (MetadataReader store = MetadataReader.open(theirs)) {
      assertEquals(
          List.of(
              new ArtifactRecord(
                  new ArtifactId(4),
                  "Every",
                  "/root/every",
                  ArtifactState.ABANDONED,
                  null,
                  Properties.of(Samples.EVERY_VALUE, Samples.EVERY_VALUE),
                  START,
                  START)),
          store.artifactsOfType("Every"));
    }
  }

  @Test
  void readsExecutionsAndContexts() {
    try (MetadataReader store = MetadataReader.open(theirs)) {
      assertEquals(
          new ExecutionRecord(
              new ExecutionId(3),
              "tfx.components.statistics_gen.component.StatisticsGen",
              ExecutionState.CACHED,
              "statistics-2",
              Samples.custom("cache_key", PropertyValue.of("k1")),
              START,
              START),
          store.execution(new ExecutionId(3)).orElseThrow());
      assertEquals(
          List.of(
              new ContextRecord(
                  new ContextId(2), "pipeline_run", "first", Properties.NONE, START, START)),
          store.children(new ContextId(1)));
    }
  }

  @Test
  void readsEventsWithAllTheirSlots() {
    try (MetadataReader store = MetadataReader.open(theirs)) {
      ExecutionId execution = new ExecutionId(2);
      assertEquals(
          List.of(
              new EventRecord(
                  new ArtifactId(1),
                  execution,
                  EventType.INPUT,
                  List.of(new Slot("examples", 0), new Slot("baseline", 0)),
                  START),
              new EventRecord(
                  new ArtifactId(2),
                  execution,
                  EventType.OUTPUT,
                  List.of(new Slot("statistics", 0)),
                  START),
              new EventRecord(
                  new ArtifactId(3),
                  execution,
                  EventType.OUTPUT,
                  List.of(new Slot("statistics", 1)),
                  START)),
          store.events(execution));
      assertEquals(
          Map.of(
              "examples",
              store.artifactsOfType("Examples"),
              "baseline",
              store.artifactsOfType("Examples")),
          store.inputs(execution));
      assertEquals(
          Map.of("statistics", store.artifactsOfType("ExampleStatistics")),
          store.outputs(execution));
    }
  }

  @Test
  void goesOnInTheClientsStoreWithItsTypesAndContexts() {
    try (MetadataStore store = MetadataStore.open(theirs)) {
      Published published =
          store.put(
              new Publication(
                  Samples.execution(
                      "StatisticsGen", "statistics-3", ExecutionState.COMPLETE, Properties.NONE),
                  Samples.contexts("StatisticsGen"),
                  Samples.none(),
                  Samples.none()));
      assertEquals(new ExecutionId(5), published.execution());
      assertEquals(
          4,
          store.contextsOfType("node").size()
              + store.contextsOfType("pipeline").size()
              + store.contextsOfType("pipeline_run").size());
      assertEquals(
          List.of(2L, 3L, 5L),
          store
              .executionsIn(store.context("node", "taxi.StatisticsGen").orElseThrow().id())
              .stream()
              .map(execution -> execution.id().value())
              .toList());
    }
  }

  @Test
  void numbersAreThoseOfTheProtos() {
    for (ArtifactState state : ArtifactState.values()) {
      assertEquals(
          state.ordinal(),
          dev.pipewright.protos.mlmd.Artifact.State.valueOf(state.name()).getNumber());
    }
    for (ExecutionState state : ExecutionState.values()) {
      assertEquals(
          state.ordinal(),
          dev.pipewright.protos.mlmd.Execution.State.valueOf(state.name()).getNumber());
    }
    for (EventType type : EventType.values()) {
      assertEquals(
          type.ordinal(), dev.pipewright.protos.mlmd.Event.Type.valueOf(type.name()).getNumber());
    }
    for (PropertyType type : PropertyType.values()) {
      assertEquals(
          type.ordinal(), dev.pipewright.protos.mlmd.PropertyType.valueOf(type.name()).getNumber());
    }
  }
}
