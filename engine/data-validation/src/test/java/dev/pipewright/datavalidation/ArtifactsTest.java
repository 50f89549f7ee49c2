package dev.pipewright.datavalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

  @TempDir Path uri;

  private static DatasetFeatureStatisticsList slices(String... names) {
    var statistics = DatasetFeatureStatisticsList.newBuilder();
    for (String name : names) {
      statistics.addDatasets(DatasetFeatureStatistics.newBuilder().setName(name));
    }
    return statistics.build();
  }

  @Test
  void readsStatisticsWithoutSplits() throws IOException {
    StatisticsArtifact.write(uri, "", slices("x"));

    StatisticsArtifact artifact = StatisticsArtifact.open(uri);

    assertEquals(List.of(""), artifact.splitNames());
    assertEquals(slices("x"), artifact.statistics(""));
  }

  @Test
  void findsAllExamplesAmongSlices() throws IOException {
    StatisticsArtifact.write(uri, "train", slices("a", "All Examples"));
    StatisticsArtifact.write(uri, "eval", slices("a", "b"));

    StatisticsArtifact artifact = StatisticsArtifact.open(uri);

    assertEquals(List.of("eval", "train"), artifact.splitNames());
    assertEquals("All Examples", artifact.allExamples("train").getName());
    assertThrows(ArtifactException.class, () -> artifact.allExamples("eval"));
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    Path file = Files.createDirectories(uri.resolve("Split-train")).resolve("FeatureStats.pb");
    Files.write(file, new byte[] {0x0a, 0x7f, 1});
    Files.write(file.resolveSibling("SchemaDiff.pb"), new byte[] {0x0a, 0x7f, 1});

    var statistics =
        assertThrows(
            ArtifactException.class, () -> StatisticsArtifact.open(uri).statistics("train"));
    var anomalies =
        assertThrows(ArtifactException.class, () -> AnomaliesArtifact.open(uri).anomalies("train"));

    assertEquals(file.toString(), statistics.where().file());
    assertEquals(file.resolveSibling("SchemaDiff.pb").toString(), anomalies.where().file());
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThrows(ArtifactException.class, () -> StatisticsArtifact.open(uri));
    assertThrows(ArtifactException.class, () -> AnomaliesArtifact.open(uri.resolve("none")));
    assertThrows(ArtifactException.class, () -> SchemaArtifact.open(uri));

    StatisticsArtifact.write(uri, "train", slices("x"));

    var e =
        assertThrows(
            ArtifactException.class, () -> StatisticsArtifact.open(uri).statistics("test"));
    assertEquals(uri.resolve("Split-test/FeatureStats.pb").toString(), e.where().file());
  }
}
