package dev.pipewright.nodes.examplegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class CsvExampleGenFaceTest {

  private static final Path EXAMPLES = TestNode.artifact("penguins", "examples");

  private static SequencedMap<String, Long> sizes(long train, long eval) {
    SequencedMap<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("train", train);
    sizes.put("eval", eval);
    return sizes;
  }

  @Test
  void countsRowsOfEachSplitTrainFirst() throws IOException, InterruptedException {
    ExampleCounts counts = ExampleCounts.read(EXAMPLES);
    assertEquals(new ExampleCounts(8, sizes(204, 140), ExampleCounts.Unit.ROWS), counts);
    assertEquals(List.of("train", "eval"), List.copyOf(counts.splits().sequencedKeySet()));
  }

  @Test
  void givesSizesOnDiskWhereCountingWouldTakeLong() throws IOException, InterruptedException {
    assertEquals(
        new ExampleCounts(8, sizes(4_658, 3_414), ExampleCounts.Unit.BYTES),
        ExampleCounts.read(EXAMPLES, 5_000));
  }

  @Test
  void givesUpCountingWhenItIsInterrupted(@TempDir Path folder) throws IOException {
    Path split = Files.createDirectory(folder.resolve("Split-train"));
    TfRecordWriter.write(
        split.resolve("data_tfrecord-00000-of-00001.gz"),
        TfRecordWriter.Compression.GZIP,
        Collections.nCopies(20_000, new byte[0]));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> ExampleCounts.read(folder));
  }

  @Test
  void otherMessagesHaveNoColumns(@TempDir Path folder) throws Exception {
    Path split = Files.createDirectory(folder.resolve("Split-all"));
    TfRecordWriter.write(
        split.resolve("data"), TfRecordWriter.Compression.NONE, List.of(new byte[] {0x10, 1}));
    ExampleCounts counts = ExampleCounts.read(folder);
    assertEquals(0, counts.columns());
    assertEquals(Map.of("all", 1L), counts.splits());
  }

  @Test
  void saysWhichFolderIsWrong(@TempDir Path folder) {
    assertThrows(ArtifactException.class, () -> ExampleCounts.read(folder));
  }

  @Test
  void saysTheFolderAndTheSharesBeforeARun() {
    TestNode model = TestNode.penguins("CsvExampleGen");
    var face =
        FaceTexts.face(new CsvExampleGenBinding(), model, "from data", "train 67 %", "eval 33 %");
    Fx.run(
        () ->
            model.with(
                "output_config",
                ParameterValue.of(
                    Map.of(
                        "split_config",
                        ParameterValue.of(
                            Map.of(
                                "splits",
                                ParameterValue.of(
                                    List.of(
                                        split("train", 8),
                                        split("eval", 1),
                                        split("test", 1)))))))));
    FaceTexts.await(face, "from data", "train 80 %", "eval 10 %", "test 10 %");
    Fx.run(() -> model.made("penguins", "examples"));
    FaceTexts.await(face, "344 rows", "8 columns", "train 204", "eval 140");
  }

  private static ParameterValue split(String name, long buckets) {
    SequencedMap<String, ParameterValue> fields = new LinkedHashMap<>();
    fields.put("name", ParameterValue.of(name));
    fields.put("hash_buckets", ParameterValue.of(buckets));
    return ParameterValue.of(fields);
  }

  @Test
  void saysThatNoFolderIsChosen() {
    FaceTexts.face(
        new CsvExampleGenBinding(),
        TestNode.of("CsvExampleGen"),
        "No folder chosen",
        "train 67 %",
        "eval 33 %");
  }

  @Test
  void saysThatTheExamplesCannotBeRead(@TempDir Path folder) {
    FaceTexts.face(
        new CsvExampleGenBinding(),
        TestNode.penguins("CsvExampleGen").made("examples", folder),
        "Cannot be read");
  }

  @Test
  void dividesTheBarAsTheRowsAreDivided() {
    List<Double> widths =
        Fx.call(
            () -> {
              SplitBar bar = new SplitBar(sizes(9_981, 5_021));
              bar.resize(146, 6);
              bar.layout();
              return bar.getChildrenUnmodifiable().stream()
                  .map(Node::getLayoutBounds)
                  .map(bounds -> bounds.getWidth())
                  .toList();
            });
    assertEquals(List.of(96.0, 48.0), widths);
  }

  @Test
  void givesEverySplitAPartOfItsColour() {
    SequencedMap<String, Long> splits = sizes(1, 1);
    splits.put("test", 1L);
    splits.put("holdout", 0L);
    List<String> classes =
        Fx.call(
            () ->
                new SplitBar(splits)
                    .getChildrenUnmodifiable().stream()
                        .map(part -> ((Region) part).getStyleClass().get(1))
                        .toList());
    assertEquals(List.of("split-train", "split-eval", "split-3", "split-4"), classes);
  }

  @Test
  void writesSizesForPeople() {
    assertEquals("3.4 kB", FileSizes.text(3_414));
    assertEquals("41.0 MB", FileSizes.text(41_000_000));
    assertEquals("1.2 GB", FileSizes.text(1_234_000_000));
  }
}
