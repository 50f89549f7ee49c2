package dev.pipewright.metadata;

import static dev.pipewright.metadata.Samples.contexts;
import static dev.pipewright.metadata.Samples.custom;
import static dev.pipewright.metadata.Samples.execution;
import static dev.pipewright.metadata.Samples.made;
import static dev.pipewright.metadata.Samples.none;
import static dev.pipewright.metadata.Samples.slots;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.metadata.MetadataType.Kind;
import dev.pipewright.pipeline.ArtifactException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataStoreTest {

  private static final PropertyValue KEY = PropertyValue.of("k1");

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong(1000);
  private Path file;
  private MetadataStore store;

  @BeforeEach
  void openAStore() {
    file = folder.resolve("metadata.db");
    store = MetadataStore.open(file, Duration.ofSeconds(10), clock());
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  private InstantSource clock() {
    return () -> Instant.ofEpochMilli(now.get());
  }

  private ExecutionId start(String node, String name) {
    return store
        .put(
            Publication.start(
                execution(node, name, ExecutionState.RUNNING, custom("cache_key", KEY)),
                contexts(node),
                none()))
        .execution();
  }

  private ContextId context(String type, String name) {
    return store.context(type, name).orElseThrow().id();
  }

  @Test
  void anExecutionIsRunningUntilItIsFinished() {
    ExecutionId id = start("Trainer", "t");
    now.set(2000);
    ArtifactId model =
        store
            .finish(
                id,
                ExecutionState.COMPLETE,
                Map.of("steps", PropertyValue.of(100)),
                contexts("Trainer"),
                slots("model", List.of(made("Model", "/m", Map.of()))))
            .outputs()
            .get("model")
            .getFirst();

    assertEquals(
        Optional.of(
            new ExecutionRecord(
                id,
                "tfx.components.trainer.component.Trainer",
                ExecutionState.COMPLETE,
                "t",
                Properties.custom(Map.of("cache_key", KEY, "steps", PropertyValue.of(100))),
                Instant.ofEpochMilli(1000),
                Instant.ofEpochMilli(2000))),
        store.execution(id));
    ArtifactRecord record =
        new ArtifactRecord(
            model,
            "Model",
            "/m",
            ArtifactState.LIVE,
            null,
            Properties.NONE,
            Instant.ofEpochMilli(2000),
            Instant.ofEpochMilli(2000));
    assertEquals(Map.of("model", List.of(record)), store.outputs(id));
    assertEquals(List.of(record), store.artifactsIn(context("node", "taxi.Trainer"), "Model"));
    assertEquals(List.of(record), store.artifactsAt("/m"));
    assertEquals(Optional.of(record), store.artifact(model));
  }

  @Test
  void anEndedExecutionDoesNotEndAgain() {
    ExecutionId id = start("Trainer", "t");
    store.finish(id, ExecutionState.FAILED, Map.of(), List.of(), none());
    assertThrows(
        IllegalStateException.class,
        () ->
            store.finish(
                id,
                ExecutionState.COMPLETE,
                Map.of(),
                contexts("Trainer"),
                slots("model", List.of(made("Model", "/m", Map.of())))));
    assertEquals(List.of(), store.artifacts());
    assertEquals(ExecutionState.FAILED, store.execution(id).orElseThrow().state());
  }

  @Test
  void refusesAnEndThatIsNone() {
    ExecutionId id = start("Trainer", "t");
    assertThrows(
        IllegalArgumentException.class,
        () -> store.finish(id, ExecutionState.RUNNING, Map.of(), List.of(), none()));
  }

  @Test
  void putsNothingWhenAnInputIsMissing() {
    Publication publication =
        new Publication(
            execution("Trainer", "t", ExecutionState.COMPLETE, Properties.NONE),
            contexts("Trainer"),
            slots("examples", List.of(new ArtifactId(7))),
            slots("model", List.of(made("Model", "/m", Map.of()))));
    assertThrows(IllegalArgumentException.class, () -> store.put(publication));
    assertEquals(List.of(), store.executions());
    assertEquals(List.of(), store.artifacts());
    assertEquals(List.of(), store.contextsOfType("node"));
  }

  @Test
  void putsNothingWhenTheNameIsTaken() {
    start("Trainer", "t");
    Publication publication =
        Publication.start(
            execution("Trainer", "t", ExecutionState.NEW, Properties.NONE),
            contexts("Evaluator"),
            none());
    assertThrows(IllegalStateException.class, () -> store.put(publication));
    assertEquals(1, store.executions().size());
    assertEquals(Optional.empty(), store.context("node", "taxi.Evaluator"));
  }

  @Test
  void theSameContextIsPutOnce() {
    ContextId first = store.put(TfxTypes.run("taxi", "r1"));
    assertEquals(first, store.put(TfxTypes.run("taxi", "r1")));
    assertEquals(List.of("taxi"), names(store.parents(first)));
    store.put(TfxTypes.run("taxi", "r2"));
    assertEquals(List.of("r1", "r2"), names(store.children(context("pipeline", "taxi"))));
    assertEquals(List.of("r1", "r2"), names(store.contextsOfType("pipeline_run")));
  }

  private static List<String> names(List<ContextRecord> contexts) {
    return contexts.stream().map(ContextRecord::name).toList();
  }

  @Test
  void membersKnowTheirContexts() {
    Published step = Samples.step(store, "Trainer", none());
    List<String> all = List.of("taxi", "first", "taxi.Trainer");
    assertEquals(all, names(store.contextsOf(step.execution())));
    assertEquals(all, names(store.contextsOf(step.outputs().get("out").getFirst())));
  }

  @Test
  void findsExecutionsByNodeAndCacheKey() {
    ExecutionId hit = start("Trainer", "t1");
    start("Evaluator", "of another node");
    store.put(
        Publication.start(
            execution(
                "Trainer",
                "with another key",
                ExecutionState.RUNNING,
                custom("cache_key", PropertyValue.of("k2"))),
            contexts("Trainer"),
            none()));
    List<ExecutionRecord> found =
        store.executionsWith(context("node", "taxi.Trainer"), "cache_key", KEY);
    assertEquals(List.of(hit), found.stream().map(ExecutionRecord::id).toList());
  }

  @Test
  void findsExecutionsThatWereCutOff() {
    ExecutionId cutOff = start("Trainer", "t1");
    Samples.step(store, "Evaluator", none());
    ContextId pipeline = context("pipeline", "taxi");
    assertEquals(
        List.of(cutOff),
        store.executionsIn(pipeline, Set.of(ExecutionState.NEW, ExecutionState.RUNNING)).stream()
            .map(ExecutionRecord::id)
            .toList());
    store.setState(cutOff, ExecutionState.CANCELED);
    assertEquals(List.of(), store.executionsIn(pipeline, Set.of(ExecutionState.RUNNING)));
    assertEquals(2, store.executionsIn(pipeline).size());
  }

  @Test
  void statesAreOfWhatIsThere() {
    ArtifactId model = Samples.step(store, "Trainer", none()).outputs().get("out").getFirst();
    now.set(3000);
    store.setState(model, ArtifactState.DELETED);
    ArtifactRecord record = store.artifact(model).orElseThrow();
    assertEquals(ArtifactState.DELETED, record.state());
    assertEquals(Instant.ofEpochMilli(3000), record.updated());
    assertThrows(
        IllegalArgumentException.class,
        () -> store.setState(new ArtifactId(99), ArtifactState.LIVE));
    assertThrows(
        IllegalArgumentException.class,
        () -> store.setState(new ExecutionId(99), ExecutionState.FAILED));
  }

  @Test
  void addsPropertiesToATypeAndRefusesToChangeThem() {
    put(
        MetadataType.of(Kind.ARTIFACT, "Own", Map.of("a", PropertyType.INT)),
        "a",
        PropertyValue.of(1));
    put(
        MetadataType.of(Kind.ARTIFACT, "Own", Map.of("b", PropertyType.STRING)),
        "b",
        PropertyValue.of("x"));
    assertEquals(2, store.artifactsOfType("Own").size());
    MetadataType changed = MetadataType.of(Kind.ARTIFACT, "Own", Map.of("a", PropertyType.STRING));
    ArtifactException refused =
        assertThrows(
            ArtifactException.class, () -> put(changed, "a", PropertyValue.of("not a number")));
    assertEquals(
        file
            + ": Type Own of this metadata store has another type of property a than ours."
            + " Run into another pipeline root.",
        refused.getMessage());
    assertEquals(2, store.executions().size());
  }

  private void put(MetadataType type, String property, PropertyValue value) {
    ArtifactDraft draft =
        new ArtifactDraft(
            type, "/own", ArtifactState.LIVE, Properties.of(type, Map.of(property, value)));
    store.put(
        new Publication(
            execution(
                "Own", "e" + store.executions().size(), ExecutionState.COMPLETE, Properties.NONE),
            List.of(),
            none(),
            slots("own", List.of(new Output.Made(draft)))));
  }

  @Test
  void refusesPropertiesThatTheTypeDoesNotDeclare() {
    MetadataType type = TfxTypes.artifact("Examples");
    Properties wrong = Properties.of(Map.of("span", PropertyValue.of("three")), Map.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ArtifactDraft(type, "/x", ArtifactState.LIVE, wrong));
    assertEquals(
        Properties.custom(Map.of("span", PropertyValue.of("three"))),
        Properties.of(type, Map.of("span", PropertyValue.of("three"))));
  }

  @Test
  void keepsAnyPropertiesThroughClosingAndOpening() {
    Random random = new Random(3);
    Map<ExecutionId, Properties> put = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      Properties properties = Properties.custom(randomProperties(random));
      put.put(
          store
              .put(
                  Publication.start(
                      execution("Own", "e" + i, ExecutionState.NEW, properties), List.of(), none()))
              .execution(),
          properties);
    }
    store.close();
    Map<ExecutionId, Properties> found = new TreeMap<>();
    try (MetadataReader reader = MetadataReader.open(file)) {
      reader.executions().forEach(e -> found.put(e.id(), e.properties()));
    }
    assertEquals(put, found);
  }

  private static Map<String, PropertyValue> randomProperties(Random random) {
    List<Supplier<PropertyValue>> values =
        List.of(
            () -> PropertyValue.of(random.nextLong()),
            () -> PropertyValue.of(Double.longBitsToDouble(random.nextLong() & ~(1L << 62))),
            () -> PropertyValue.of(random.nextBoolean()),
            () -> PropertyValue.of(randomText(random)));
    Map<String, PropertyValue> properties = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      properties.put("p" + randomText(random), values.get(random.nextInt(values.size())).get());
    }
    return properties;
  }

  private static String randomText(Random random) {
    int[] points =
        IntStream.generate(() -> random.nextInt(1, 0x2FFF)).limit(random.nextInt(20)).toArray();
    return new String(points, 0, points.length);
  }

  @Test
  void manyThreadsPutTogether() throws Exception {
    List<ExecutionId> ids = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<java.util.concurrent.Future<Published>> puts =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      pool.submit(
                          () ->
                              store.put(
                                  Publication.start(
                                      execution(
                                          "Own", "e" + i, ExecutionState.NEW, Properties.NONE),
                                      contexts("Own"),
                                      none()))))
              .toList();
      for (var put : puts) {
        ids.add(put.get().execution());
      }
    }
    assertEquals(
        ids.stream().sorted().toList(),
        store.executionsIn(context("node", "taxi.Own")).stream().map(ExecutionRecord::id).toList());
  }

  @Test
  void aClosedStoreAnswersNothing() {
    store.close();
    assertThrows(IllegalStateException.class, () -> store.artifacts());
    store.close();
  }
}
