package dev.pipewright.nodes.examplevalidator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.datavalidation.AnomaliesArtifact;
import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.FooterNote;
import dev.pipewright.nodes.NodeRequest;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class ExampleValidatorFaceTest {

  @Test
  void tellsWhatIsWrongInEachSplit() throws IOException {
    assertEquals(
        new FoundAnomalies(
            new TreeMap<>(
                Map.of(
                    "body_mass_g",
                    List.of(
                        "eval, body_mass_g: Out-of-range values",
                        "train, body_mass_g: Out-of-range values"),
                    "island",
                    List.of(
                        "eval, island: Unexpected string values",
                        "train, island: Unexpected string values")))),
        FoundAnomalies.read(TestNode.artifact("strict", "anomalies")));
  }

  @Test
  void countsFeaturesAndOffersToReviewThem() {
    TestNode model = TestNode.penguins("ExampleValidator").made("strict", "anomalies");
    var face = FaceTexts.face(new ExampleValidatorBinding(), model, "2 anomalies");
    assertEquals(
        FooterNote.link(
            "Review", new NodeRequest.OpenOutput(new NodeId("ExampleValidator"), "anomalies")),
        face.note().getValue());
  }

  @Test
  void saysThatThereAreNone() {
    TestNode model = TestNode.penguins("ExampleValidator").made("penguins", "anomalies");
    var face = FaceTexts.face(new ExampleValidatorBinding(), model, "No anomalies");
    assertEquals(FooterNote.NONE, face.note().getValue());
  }

  @Test
  void countsTheDataAsAWhole(@TempDir Path folder) throws IOException {
    AnomaliesArtifact.write(folder, "eval", Anomalies.newBuilder().setDataMissing(true).build());
    AnomaliesArtifact.write(
        folder,
        "train",
        Anomalies.newBuilder()
            .setDatasetAnomalyInfo(AnomalyInfo.newBuilder().setShortDescription("Too few"))
            .build());
    FoundAnomalies found = FoundAnomalies.read(folder);
    assertEquals(1, found.count());
    assertEquals("eval has no examples\ntrain: Too few", found.lines());
  }

  @Test
  void tellsTheFirstOfMany() {
    FoundAnomalies found =
        new FoundAnomalies(
            IntStream.range(10, 30)
                .boxed()
                .collect(
                    Collectors.toMap(
                        i -> "f" + i, i -> List.of("line " + i), (a, _) -> a, TreeMap::new)));
    List<String> lines = found.lines().lines().toList();
    assertEquals(13, lines.size());
    assertEquals("line 10", lines.getFirst());
    assertEquals("and 8 more", lines.getLast());
  }
}
