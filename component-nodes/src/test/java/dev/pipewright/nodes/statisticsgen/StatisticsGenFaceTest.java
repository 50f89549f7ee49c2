package dev.pipewright.nodes.statisticsgen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.charts.Bar;
import dev.pipewright.charts.Histogram;
import dev.pipewright.nodes.FaceTexts;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.Histogram.Bucket;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.NumericStatistics;
import dev.pipewright.protos.tfmd.Path;
import dev.pipewright.protos.tfmd.RankHistogram;
import dev.pipewright.protos.tfmd.StringStatistics;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class StatisticsGenFaceTest {

  private static final Map<String, java.nio.file.Path> PENGUINS =
      Map.of("statistics", TestNode.artifact("penguins", "statistics"));

  private static FeatureNameStatistics numbers(String name, double... counts) {
    var histogram =
        dev.pipewright.protos.tfmd.Histogram.newBuilder().setType(HistogramType.STANDARD);
    for (int i = 0; i < counts.length; i++) {
      histogram.addBuckets(
          Bucket.newBuilder().setLowValue(i).setHighValue(i + 1).setSampleCount(counts[i]));
    }
    return FeatureNameStatistics.newBuilder()
        .setPath(Path.newBuilder().addStep(name))
        .setNumStats(NumericStatistics.newBuilder().addHistograms(histogram))
        .build();
  }

  private static FeatureNameStatistics texts(String name, double... counts) {
    var ranks = RankHistogram.newBuilder();
    for (double count : counts) {
      ranks.addBuckets(
          RankHistogram.Bucket.newBuilder().setLabel("v" + count).setSampleCount(count));
    }
    return FeatureNameStatistics.newBuilder()
        .setPath(Path.newBuilder().addStep(name))
        .setStringStats(StringStatistics.newBuilder().setRankHistogram(ranks))
        .build();
  }

  private static List<String> mostTelling(int limit, FeatureNameStatistics... features) {
    return Distribution.mostTelling(List.of(features), limit).stream()
        .map(Distribution::feature)
        .toList();
  }

  @Test
  void prefersShapesToFlatOnesAndSpikes() {
    assertEquals(
        List.of("skewed", "bell", "spike", "flat"),
        mostTelling(
            4,
            numbers("flat", 10, 10, 10, 10),
            numbers("spike", 1_000, 1, 1, 1),
            numbers("bell", 5, 40, 40, 5),
            numbers("skewed", 80, 15, 4, 1)));
  }

  @Test
  void prefersNumbersToTexts() {
    assertEquals(
        List.of("flat", "skewed"),
        mostTelling(2, texts("skewed", 80, 15, 5), numbers("flat", 1, 1, 1)));
  }

  @Test
  void leavesOutWhatIsOneBarOrNone() {
    assertEquals(
        List.of(), mostTelling(3, numbers("constant", 344), numbers("none"), texts("one", 3)));
  }

  @Test
  void showsAsManyValuesAsThereIsRoomFor() {
    double[] counts = new double[20];
    Arrays.fill(counts, 3);
    Distribution distribution = Distribution.of(texts("company", counts));
    assertEquals(12, distribution.bars().size());
    assertEquals(new Bar.Category("v3.0", 3), distribution.bars().getFirst());
  }

  @Test
  void findsThreeFeaturesOfThePenguins() throws IOException {
    List<Distribution> found = new StatisticsContent().read(PENGUINS);
    assertEquals(
        List.of("bill_length_mm", "flipper_length_mm", "body_mass_g"),
        found.stream().map(Distribution::feature).toList());
    for (Distribution distribution : found) {
      assertEquals(10, distribution.bars().size(), distribution.feature());
    }
  }

  @Test
  void drawsThemWithTheirNames() {
    TestNode model = TestNode.penguins("StatisticsGen");
    var face = FaceTexts.face(new StatisticsGenBinding(), model, "All splits");
    Fx.run(() -> model.made("penguins", "statistics"));
    Fx.await("histograms", () -> face.preview().lookupAll(".histogram").size() == 3);
    Fx.run(
        () ->
            face.preview()
                .lookupAll(".histogram")
                .forEach(
                    node ->
                        assertEquals(Histogram.Detail.COMPACT, ((Histogram) node).getDetail())));
  }

  @Test
  void saysWhichSplitsAreLeftOut() {
    FaceTexts.face(
        new StatisticsGenBinding(),
        TestNode.penguins("StatisticsGen")
            .with("exclude_splits", ParameterValue.of(List.of(ParameterValue.of("eval")))),
        "Without eval");
  }
}
