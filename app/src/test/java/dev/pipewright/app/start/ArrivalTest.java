package dev.pipewright.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.starter.RowsFile;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.runner.root.PipelineRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

  @TempDir Path folder;

  private Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "content");
  }

  private static Arrival one(Path path) {
    List<Arrival> found = Arrival.of(path).toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private void assertShown(ArtifactType type, String shown, Path dropped) {
    assertTrue(
        one(dropped) instanceof Arrival.Artifact artifact
            && artifact.type().equals(type)
            && artifact.folder().equals(folder.resolve(shown)),
        () -> one(dropped).toString());
  }

  @Test
  void tellsProjectsAndTables() throws IOException {
    Path project = file("a.pipewright");
    assertEquals(new Arrival.Project(project), one(project));
    Path csv = file("tables/A.CSV");
    Path other = file("tables/b.csv.gz");
    file("tables/.hidden.csv");
    assertEquals(new Arrival.Csv(csv), one(csv));
    assertEquals(
        List.of(new Arrival.Csv(csv), new Arrival.Csv(other)),
        Arrival.of(folder.resolve("tables")).toList());
  }

  @Test
  void tellsFilesOfRowsByTheirNames() throws IOException {
    for (String name : List.of("a.parquet", "b.AVRO", "c.jsonl", "d.e.ndjson.gz")) {
      Path rows = file(name);
      assertEquals(new Arrival.Rows(RowsFile.of(rows).orElseThrow()), one(rows));
    }
    assertEquals("JsonExampleGen", RowsFile.of(Path.of("d.e.ndjson.gz")).orElseThrow().component());
    Path hidden = file(".parquet");
    assertEquals(new Arrival.Unknown(hidden), one(hidden));
  }

  @Test
  void tellsArtifactsByTheirFilesAndFolders() throws IOException {
    assertShown(ArtifactType.SCHEMA, "schema/7", file("schema/7/schema.pbtxt"));
    assertShown(ArtifactType.SCHEMA, "schema/7", folder.resolve("schema/7"));
    assertShown(ArtifactType.EXAMPLE_STATISTICS, "st/2", file("st/2/Split-train/FeatureStats.pb"));
    assertShown(ArtifactType.EXAMPLE_STATISTICS, "st/2", folder.resolve("st/2"));
    assertShown(
        ArtifactType.EXAMPLES, "ex/1", file("ex/1/Split-eval/data_tfrecord-00000-of-00001.gz"));
    assertShown(ArtifactType.EXAMPLES, "ex/1", folder.resolve("ex/1"));
    file("model/3/Format-Serving/saved_model.pb");
    assertShown(ArtifactType.MODEL, "model/3", folder.resolve("model/3/Format-Serving"));
    assertShown(ArtifactType.MODEL, "model/3", folder.resolve("model/3"));
    Path saved = file("pushed/17/saved_model.pb");
    assertShown(ArtifactType.PUSHED_MODEL, "pushed/17", saved);
    assertShown(ArtifactType.PUSHED_MODEL, "pushed/17", folder.resolve("pushed/17"));
    file("logs/train/events.out.tfevents.1.host");
    assertShown(ArtifactType.MODEL_RUN, "logs/train", folder.resolve("logs/train"));
    assertShown(ArtifactType.MODEL_RUN, "logs", folder.resolve("logs"));
    file("eval/metrics-00000-of-00001.tfrecord");
    assertShown(ArtifactType.MODEL_EVALUATION, "eval", folder.resolve("eval"));
    assertShown(
        ArtifactType.MODEL_EVALUATION,
        "eval",
        folder.resolve("eval/metrics-00000-of-00001.tfrecord"));
    assertShown(ArtifactType.MODEL_EVALUATION, "eval", file("eval/eval_config.json"));
    assertShown(ArtifactType.EXAMPLE_ANOMALIES, "an/5", file("an/5/Split-train/SchemaDiff.pb"));
    assertShown(ArtifactType.EXAMPLE_ANOMALIES, "an/5", folder.resolve("an/5"));
    file("stats/6/FeatureStats.pb");
    assertShown(ArtifactType.EXAMPLE_STATISTICS, "stats/6", folder.resolve("stats/6"));
    assertShown(ArtifactType.TRANSFORM_GRAPH, "tg/6", file("tg/6/transform_fn/saved_model.pb"));
    assertShown(ArtifactType.TRANSFORM_GRAPH, "tg/6", folder.resolve("tg/6"));
    assertShown(ArtifactType.MODEL_BLESSING, "bl/8", file("bl/8/BLESSED"));
    assertShown(ArtifactType.MODEL_BLESSING, "bl/8", folder.resolve("bl/8"));
  }

  @Test
  void tellsRootsThatTfxMade() throws IOException {
    Path store = file("tfx/metadata.db");
    assertTrue(one(store) instanceof Arrival.Root(PipelineRoot root) && store.equals(root.store()));
    assertTrue(one(folder.resolve("tfx")) instanceof Arrival.Root);
    file("rows/SchemaGen/schema/4/schema.pbtxt");
    assertTrue(
        one(folder.resolve("rows")) instanceof Arrival.Root(PipelineRoot root)
            && root.store() == null);
  }

  @Test
  void aFileThatStandsAloneIsLinkedToAsASplit() throws IOException {
    Path records = file("mine.tfrecord");
    assertTrue(
        one(records) instanceof Arrival.Artifact artifact
            && artifact.type().equals(ArtifactType.EXAMPLES)
            && Files.isSameFile(artifact.folder().resolve("Split-file/mine.tfrecord"), records));
  }

  @Test
  void theRestIsUnknown() throws IOException {
    Path text = file("notes.txt");
    assertEquals(new Arrival.Unknown(text), one(text));
    assertEquals(new Arrival.Unknown(folder), one(folder));
    Path none = folder.resolve("none");
    assertEquals(new Arrival.Unknown(none), one(none));
  }
}
