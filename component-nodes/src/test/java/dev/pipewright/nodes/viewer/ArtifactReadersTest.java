package dev.pipewright.nodes.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.charts.PlotLine;
import dev.pipewright.nodes.viewer.MetricTable.Miss;
import dev.pipewright.nodes.viewer.MetricTable.Verdict;
import dev.pipewright.nodes.viewer.SavedModelSummary.Asset;
import dev.pipewright.nodes.viewer.SavedModelSummary.Tensor;
import dev.pipewright.nodes.viewer.TransformGraphViewer.Output;
import dev.pipewright.nodes.viewer.TransformGraphViewer.Vocabulary;
import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What the viewers of small artifacts read.
class ArtifactReadersTest {

  @Test
  void findsNoAnomaliesAmongThePenguins() throws IOException {
    assertEquals(
        List.of(
            new AnomaliesViewer.Split("train", List.of()),
            new AnomaliesViewer.Split("eval", List.of())),
        AnomaliesViewer.read(Artifacts.penguins("anomalies")));
  }

  @Test
  void listsAnomaliesByFeature() throws IOException {
    AnomaliesViewer.Split train = AnomaliesViewer.read(Artifacts.strict("anomalies")).getFirst();
    assertEquals(
        new AnomaliesViewer.Row(
            "body_mass_g", true, "Out-of-range values", "Unexpectedly large value: 5850."),
        train.rows().getFirst());
    assertEquals(
        List.of("body_mass_g", "island"),
        train.rows().stream().map(AnomaliesViewer.Row::feature).toList());
  }

  @Test
  void readsABlessingOffTheNameOfAFile(@TempDir Path empty) {
    assertEquals(
        List.of(
            BlessingViewer.Blessing.BLESSED,
            BlessingViewer.Blessing.NOT_BLESSED,
            BlessingViewer.Blessing.UNDECIDED),
        List.of(
            BlessingViewer.read(Artifacts.penguins("blessing")),
            BlessingViewer.read(Artifacts.strict("blessing")),
            BlessingViewer.read(empty)));
  }

  @Test
  void readsMetricsOfEachSlice() {
    MetricTable table = MetricTable.read(Artifacts.penguins("evaluation"));
    assertEquals(List.of("sparse_categorical_accuracy", "example_count"), table.metrics());
    assertEquals(
        List.of("Overall", "island Biscoe", "island Dream", "island Torgersen"),
        table.slices().stream().map(MetricTable.Slice::name).toList());
    assertEquals(140.0, table.slices().getFirst().values().get(1));
    assertEquals(Verdict.MET, table.verdict());
    assertEquals(List.of(), table.misses());
  }

  @Test
  void listsTheThresholdsThatAreMissed() {
    MetricTable table = MetricTable.read(Artifacts.strict("evaluation"));
    assertEquals(Verdict.MISSED, table.verdict());
    assertEquals(3, table.misses().size());
    Miss overall = table.misses().getFirst();
    assertEquals(
        new Miss("sparse_categorical_accuracy", "Overall", overall.value(), "at least 0.9999"),
        overall);
    assertEquals(0.90714, overall.value(), 1e-5);
  }

  @Test
  void readsWhatATransformMakesOutOfWhat() throws IOException {
    TransformGraphViewer.Summary summary =
        TransformGraphViewer.read(Artifacts.penguins("transform_graph"));
    assertEquals(7, summary.outputs().size());
    Output island =
        summary.outputs().stream()
            .filter(o -> o.name().equals("island_xf"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("island"), island.from());
    assertEquals("0 to 3", island.range());
    Vocabulary vocabulary =
        summary.vocabularies().stream()
            .filter(v -> v.first().contains("Biscoe"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("Biscoe", "Dream", "Torgersen"), vocabulary.first());
    assertEquals(3, vocabulary.size());
  }

  @Test
  void readsTheSignaturesOfAModel() throws IOException {
    SavedModelSummary model = SavedModelSummary.read(Artifacts.penguins("model"));
    assertEquals(2, model.signatureCount());
    assertTrue(
        model.tensors().contains(new Tensor("serving_default", true, "examples", "string", "[?]")),
        model.tensors()::toString);
    assertEquals(3, model.assets().size());
    assertEquals(
        new Asset("vocab_compute_and_apply_vocabulary_1_vocabulary", 20),
        model.assets().stream()
            .filter(a -> a.name().contains("vocabulary_1_"))
            .findFirst()
            .orElseThrow());
    assertTrue(model.sizeBytes() > 36_000);
  }

  @Test
  void tellsAPushThatDidNotHappen(@TempDir Path empty) throws IOException {
    assertEquals(Optional.empty(), PushedModelViewer.read(empty));
    assertEquals(
        2,
        PushedModelViewer.read(Artifacts.penguins("model").resolve("Format-Serving"))
            .orElseThrow()
            .signatureCount());
  }

  @Test
  void pairsTheCurvesOfTrainAndValidation(@TempDir Path empty) throws IOException {
    Curves curves = Curves.read(Artifacts.penguins("model_run"));
    List<PlotLine> loss = Objects.requireNonNull(curves.charts().get("loss"));
    assertEquals(
        List.of("train series-train", "validation series-eval"),
        loss.stream().map(line -> line.label() + " " + line.styleClass()).toList());
    assertTrue(loss.getFirst().series().size() > 10);
    assertEquals("loss", curves.charts().firstEntry().getKey());
    assertTrue(curves.charts().lastEntry().getKey().startsWith("epoch_"));
    assertEquals(Map.of(), Curves.read(empty).charts());
  }

  @Test
  void saysWhatIsMissingInAFolderWithoutTheArtifact(@TempDir Path empty) {
    for (Executable read :
        List.<Executable>of(
            () -> AnomaliesViewer.read(empty),
            () -> StatisticsTable.read(empty),
            () -> MetricTable.read(empty),
            () -> SavedModelSummary.read(empty),
            () -> ExamplePages.open(empty))) {
      ArtifactException e = assertThrows(ArtifactException.class, read);
      assertTrue(e.fix().endsWith("."), e::toString);
    }
  }

  @Test
  void writesNumbersForReading() {
    assertEquals(
        List.of("3", "1,234,567", "1,234.5", "12.35", "0.1235", "1.235e-5", "1.230e10", "NaN"),
        DoubleStream.of(3, 1_234_567, 1_234.5, 12.3456, 0.12346, 1.2346e-5, 1.23e10, Double.NaN)
            .mapToObj(Messages::number)
            .toList());
    assertEquals(
        List.of("0%", "0.5%", "100%"),
        DoubleStream.of(0, 0.005, 1).mapToObj(Messages::percent).toList());
    assertEquals(
        List.of("20 bytes", "36.8 kB", "1.2 GB"),
        LongStream.of(20, 36_818, 1_200_000_000).mapToObj(Messages::bytes).toList());
  }
}
