package dev.pipewright.runner.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.ParameterValue.Fields;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.runner.ResolverComponent;
import dev.pipewright.runner.RunHistory.Latest;
import dev.pipewright.runner.RunHistory.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineRootTest {

  private static final ComponentRegistry REGISTRY =
      ComponentRegistry.of(List.of(new ResolverComponent()));

  @TempDir Path folder;

  private static PipelineRoot at(Path path) {
    return PipelineRoot.at(path).orElseThrow();
  }

  private static RootPipeline rows(Path path) {
    return at(path).read("rows", REGISTRY);
  }

  private static Map<String, List<String>> links(RootPipeline pipeline) {
    return pipeline.document().nodes().stream()
        .collect(
            Collectors.toMap(
                node -> node.id().value(),
                node -> node.links().map(Object::toString).sorted().toList(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<String, String> states(Latest run) {
    Map<String, String> states = new TreeMap<>();
    run.nodes().forEach((node, latest) -> states.put(node, latest.last().state().name()));
    return states;
  }

  @Test
  void readsTheGraphThatTfxRan() throws Exception {
    RootPipeline read = rows(TfxTree.at(folder));
    assertEquals(
        Map.of(
            "Comparer", "Comparer",
            "CsvExampleGen", "CsvExampleGen",
            "Fitter", "Fitter",
            "SchemaGen", "SchemaGen",
            "StatisticsGen", "StatisticsGen",
            "latest_model", "Resolver"),
        read.document().nodes().stream()
            .collect(Collectors.toMap(n -> n.id().value(), Node::component)));
    // In the second run the resolver found the very model that the fitter took from the cache.
    assertEquals(
        Map.of(
            "Comparer",
            List.of("Fitter.model → Comparer.model", "latest_model.model → Comparer.baseline"),
            "CsvExampleGen",
            List.of(),
            "Fitter",
            List.of("CsvExampleGen.examples → Fitter.examples"),
            "SchemaGen",
            List.of("StatisticsGen.statistics → SchemaGen.statistics"),
            "StatisticsGen",
            List.of("CsvExampleGen.examples → StatisticsGen.examples"),
            "latest_model",
            List.of()),
        links(read));
    assertEquals(RootPipeline.Basis.METADATA, read.basis());
  }

  @Test
  void readsParametersAndPortsAsTheyWereRecorded() throws Exception {
    RootPipeline read = rows(TfxTree.at(folder));
    Fields gen = read.document().node(new NodeId("CsvExampleGen")).orElseThrow().parameters();
    assertEquals(ParameterValue.of("/tfx/root/data"), gen.get("input_base").orElseThrow());
    assertTrue(gen.get("output_config").orElseThrow() instanceof Fields);
    assertEquals(Optional.empty(), gen.get("span"));
    assertEquals(
        Map.of("breaks", ParameterValue.of(1), "rounds", ParameterValue.of(3)),
        read.document().node(new NodeId("Fitter")).orElseThrow().parameters().values());
    assertEquals(
        List.of("baseline Model", "model Model"),
        read.specs().get("Comparer").inputs().stream()
            .map(port -> port.name() + " " + port.type())
            .toList());
    assertEquals(
        List.of("verdict"),
        read.specs().get("Comparer").outputs().stream().map(PortSpec::name).toList());
  }

  @Test
  void tellsEachRunAsItWas() throws Exception {
    List<Latest> runs = rows(TfxTree.at(folder)).runs();
    assertEquals(List.of(3, 2, 1), runs.stream().map(Latest::number).toList());
    assertEquals(
        Map.of("CsvExampleGen", "CACHED", "latest_model", "COMPLETE", "Fitter", "FAILED"),
        states(runs.get(0)));
    assertEquals(
        Map.of(
            "CsvExampleGen", "CACHED",
            "latest_model", "COMPLETE",
            "Fitter", "CACHED",
            "StatisticsGen", "CACHED",
            "Comparer", "COMPLETE",
            "SchemaGen", "CACHED"),
        states(runs.get(1)));
    assertEquals("FAILED", states(runs.get(2)).get("latest_model"));
    assertEquals(
        "It failed. The metadata store does not say why.",
        runs.get(0).nodes().get("Fitter").failure().what());
    assertTrue(runs.get(2).run().elapsed().toMillis() > 4000);
    assertTrue(runs.get(0).run().start().isAfter(runs.get(1).run().start()));
  }

  @Test
  void findsArtifactsWhereTheTreeIsNow() throws Exception {
    TfxTree.at(folder);
    Files.delete(folder.resolve("pipelines/rows/SchemaGen/schema/6/schema.pbtxt"));
    Files.delete(folder.resolve("pipelines/rows/SchemaGen/schema/6"));
    RootPipeline read = rows(folder);
    var outputs = read.runs().get(1).nodes().get("CsvExampleGen").outputs().get("examples");
    assertEquals(
        folder.resolve("pipelines/rows/CsvExampleGen/examples/1"),
        outputs.getFirst().artifact().uri());
    assertEquals(916, outputs.getFirst().bytes());
    assertEquals(Map.of(5L, "/tfx/root/pipelines/rows/SchemaGen/schema/6"), read.missing());
  }

  @Test
  void readsWhatOlderClientsWrote() throws Exception {
    RootPipeline now = rows(TfxTree.at(folder.resolve("now")));
    RootPipeline older = rows(TfxTree.at(folder.resolve("older"), "metadata-6.sql"));
    assertEquals(now.document(), older.document());
    assertEquals(now.specs(), older.specs());
    assertEquals(
        now.runs().stream().map(PipelineRootTest::states).toList(),
        older.runs().stream().map(PipelineRootTest::states).toList());
  }

  @Test
  void findsTheStoreOfAFolderOfArtifacts() throws Exception {
    TfxTree.at(folder);
    assertEquals(List.of("other", "rows"), at(folder).pipelines());
    assertEquals(List.of("other", "rows"), at(folder.resolve("metadata.db")).pipelines());
    PipelineRoot root = at(folder.resolve("pipelines/rows"));
    assertEquals(folder.resolve("metadata.db"), root.store());
    assertEquals(List.of("rows"), root.pipelines());
    assertEquals(Map.of(), root.read("rows", REGISTRY).missing());
  }

  @Test
  void leavesEverythingAsItIs() throws Exception {
    TfxTree.at(folder);
    Map<String, String> before = TfxTree.listing(folder);
    rows(folder);
    rows(folder.resolve("pipelines/rows"));
    assertEquals(before, TfxTree.listing(folder));
  }

  @Test
  void readsWhileAnotherWrites() throws Exception {
    TfxTree.at(folder);
    Path file = folder.resolve("metadata.db");
    try (Connection writer = TfxTree.connect(file);
        Statement statement = writer.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("UPDATE Execution SET last_known_state = 2 WHERE id = 15");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("UPDATE Execution SET last_known_state = 6");
      Map<String, String> before = TfxTree.listing(folder);
      Latest run = rows(folder).runs().getFirst();
      assertEquals("RUNNING", states(run).get("Fitter"));
      assertEquals(Liveness.AT_WORK, run.liveness());
      assertEquals(before, TfxTree.listing(folder));
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void aRunThatNobodyHasGoneOnWithIsAbandoned() throws Exception {
    TfxTree.at(folder);
    Path file = folder.resolve("metadata.db");
    try (Connection writer = TfxTree.connect(file);
        Statement statement = writer.createStatement()) {
      statement.execute("UPDATE Execution SET last_known_state = 2 WHERE id = 15");
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    assertEquals(Liveness.ENDED, rows(folder).runs().getFirst().liveness());
  }

  @Test
  void withoutAStoreReadsTheFolders() throws Exception {
    TfxTree.at(folder);
    Files.delete(folder.resolve("metadata.db"));
    PipelineRoot root = at(folder.resolve("pipelines/rows"));
    assertEquals(List.of("rows"), root.pipelines());
    RootPipeline read = root.read("rows", REGISTRY);
    assertEquals(RootPipeline.Basis.FOLDERS, read.basis());
    assertEquals(
        List.of("CsvExampleGen", "Fitter", "StatisticsGen", "SchemaGen", "Comparer"),
        read.document().nodes().stream().map(node -> node.id().value()).toList());
    assertEquals(
        folder.resolve("pipelines/rows/Comparer/verdict/11"),
        read.runs()
            .getFirst()
            .nodes()
            .get("Comparer")
            .outputs()
            .get("verdict")
            .getFirst()
            .artifact()
            .uri());
  }

  @Test
  void otherFoldersAreNone() throws IOException {
    assertEquals(Optional.empty(), PipelineRoot.at(folder));
    assertEquals(Optional.empty(), PipelineRoot.at(Files.writeString(folder.resolve("a.txt"), "")));
    Files.createDirectories(folder.resolve("serving_model/1795404077"));
    assertEquals(Optional.empty(), PipelineRoot.at(folder));
    assertEquals(Optional.empty(), PipelineRoot.at(folder.resolve("none")));
  }

  private String refusal() {
    PipelineRoot root = at(folder);
    return assertThrows(ArtifactException.class, root::pipelines).what();
  }

  @Test
  void saysWhatIsWrongWithAStore() throws Exception {
    Path file = folder.resolve("metadata.db");
    Files.writeString(file, "no database\n".repeat(500));
    assertEquals("This file is not a metadata store.", refusal());
    Files.delete(file);
    try (Connection connection = TfxTree.connect(file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Customer(name TEXT)");
    }
    assertEquals("This is a database, but no metadata store.", refusal());
    Files.delete(file);
    TfxTree.at(folder);
    try (Connection connection = TfxTree.connect(file);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE MLMDEnv SET schema_version = 11");
    }
    assertEquals(
        "This metadata store has schema version 11, which a later ML Metadata made;"
            + " version 10 is understood.",
        refusal());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 3));
    assertTrue(refusal().startsWith("The metadata store is damaged"), this::refusal);
  }

  @Test
  void saysThatNothingHasRunYet() throws SQLException {
    Path file = folder.resolve("metadata.db");
    dev.pipewright.metadata.MetadataStore.open(file).close();
    assertEquals("No pipeline has run here yet: the metadata store is empty.", refusal());
  }
}
