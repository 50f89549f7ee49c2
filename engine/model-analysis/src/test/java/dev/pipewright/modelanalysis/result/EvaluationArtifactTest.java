package dev.pipewright.modelanalysis.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.modelanalysis.slice.FeatureValue;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.PlotsForSlice;
import dev.pipewright.protos.tfma.ValidationResult;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads the evaluation of the taxi example as TFX 1.21 wrote it, and writes it again.
class EvaluationArtifactTest {

  @TempDir Path folder;

  private static Path taxi() throws URISyntaxException {
    return Path.of(
            EvaluationArtifactTest.class
                .getResource("/dev/pipewright/modelanalysis/tfx_taxi/eval_config.json")
                .toURI())
        .getParent();
  }

  @Test
  void readsWhatTfxWrote() throws Exception {
    EvaluationArtifact evaluation = EvaluationArtifact.open(taxi());
    assertEquals("tips_xf", evaluation.run().getEvalConfig().getModelSpecs(0).getLabelKey());
    List<SliceKey> slices = new ArrayList<>();
    slices.add(SliceKey.OVERALL);
    for (int hour = 0; hour < 24; hour++) {
      slices.add(SliceKey.of("trip_start_hour", new FeatureValue.Int(hour)));
    }
    assertEquals(slices, evaluation.metrics().stream().map(SliceMetrics::slice).toList());
    SliceMetrics overall = evaluation.overall().orElseThrow();
    assertEquals(OptionalDouble.of(0.9341391856360093), overall.value("auc"));
    assertEquals(OptionalDouble.empty(), overall.value("loss"));
    assertEquals(List.of(), evaluation.plots());
    assertTrue(EvaluationArtifact.validation(taxi()).orElseThrow().getValidationOk());
  }

  @Test
  void writesTheBytesThatTfxWrites() throws Exception {
    EvaluationArtifact evaluation = EvaluationArtifact.open(taxi());
    List<MetricsForSlice> metrics = new ArrayList<>();
    List<PlotsForSlice> plots = new ArrayList<>();
    for (SliceMetrics slice : evaluation.metrics()) {
      var proto = MetricsForSlice.newBuilder().setSliceKey(slice.slice().toProto());
      slice.values().forEach((k, v) -> proto.addMetricKeysAndValuesBuilder().setKey(k).setValue(v));
      metrics.add(proto.build());
      plots.add(PlotsForSlice.newBuilder().setSliceKey(slice.slice().toProto()).build());
    }
    EvaluationFiles.write(
        folder,
        new EvaluationResult(metrics, plots),
        EvaluationArtifact.validation(taxi()).orElseThrow(),
        evaluation.run().getEvalConfig(),
        evaluation.run().getModelLocationsMap());
    assertEquals(
        Files.readString(taxi().resolve("eval_config.json")),
        Files.readString(folder.resolve("eval_config.json")));
    assertEquals(
        -1,
        Files.mismatch(
            taxi().resolve("validations.tfrecord"), folder.resolve("validations.tfrecord")));
    // TFX's slices come in no order: the files are as long, and what they say is equal.
    for (String name : List.of("metrics", "plots", "attributions")) {
      String file = name + "-00000-of-00001.tfrecord";
      assertEquals(Files.size(taxi().resolve(file)), Files.size(folder.resolve(file)), name);
    }
    assertEquals(evaluation, EvaluationArtifact.open(folder));
  }

  @Test
  void keepsWhySlicesAreEmpty() throws Exception {
    GoldenTable golden = GoldenTable.read("small_slices");
    List<MetricsForSlice> metrics = golden.metrics();
    EvaluationFiles.write(
        folder,
        new EvaluationResult(metrics, List.of()),
        ValidationResult.getDefaultInstance(),
        EvalConfig.getDefaultInstance(),
        Map.of());
    SliceMetrics small = EvaluationArtifact.open(folder).metrics().getLast();
    assertEquals("hour:3", small.slice().toString());
    assertTrue(small.error().startsWith("Example count for this slice key is lower"));
    assertEquals(Map.of(), small.values());
  }

  @Test
  void saysThatAFolderHasNoEvaluation() {
    ArtifactException e =
        assertThrows(ArtifactException.class, () -> EvaluationArtifact.open(folder));
    assertTrue(e.what().startsWith("The folder has no evaluation"), e.what());
  }

  @Test
  void saysWhichFileIsDamaged() throws Exception {
    for (Path file : Files.list(taxi()).toList()) {
      Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
    Path metrics = folder.resolve("metrics-00000-of-00001.tfrecord");
    byte[] bytes = Files.readAllBytes(metrics);
    bytes[40] ^= 1;
    Files.write(metrics, bytes);
    ArtifactException e =
        assertThrows(ArtifactException.class, () -> EvaluationArtifact.open(folder));
    assertEquals(metrics.toString(), e.where().file());
    Files.writeString(folder.resolve("eval_config.json"), "{\"evalConfig\": {\"models\": 1}}");
    e = assertThrows(ArtifactException.class, () -> EvaluationArtifact.open(folder));
    assertEquals(folder.resolve("eval_config.json").toString(), e.where().file());
  }
}
