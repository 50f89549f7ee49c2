package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.data.Fold;
import dev.pipewright.data.RowLayout;
import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.DatasetFeatureStatisticsList;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsAccumulatorTest {

  private static DatasetFeatureStatisticsList of(StatisticsOptions options, ExampleBatch... parts) {
    StatisticsAccumulator accumulator = new StatisticsAccumulator(options);
    var all = accumulator.create();
    for (ExampleBatch part : parts) {
      all = accumulator.merge(all, accumulator.add(accumulator.create(), part));
    }
    return accumulator.result(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "second", "odd", "sequences", "taxi", "penguins"})
  void equalsTfdv(String table) {
    var batch = Goldens.rows(table, 0, Goldens.rowCount(table));

    Goldens.assertSame(Goldens.statistics(table), of(StatisticsOptions.DEFAULT, batch));
  }

  private static StatisticsOptions weightedBy(String feature) {
    return StatisticsOptions.DEFAULT.withWeighting(new Weighting(feature, Map.of()));
  }

  private static void assertEqualsTfdv(String table, StatisticsOptions options) {
    assertEqualsTfdv(table, table, options);
  }

  private static void assertEqualsTfdv(String golden, String table, StatisticsOptions options) {
    int rows = Goldens.rowCount(table);
    Goldens.assertSame(
        Goldens.statistics(golden),
        of(options, Goldens.rows(table, 0, rows / 3), Goldens.rows(table, rows / 3, rows)));
  }

  @Test
  void equalsTfdvWithWeights() {
    assertEqualsTfdv("weighted", weightedBy("weight"));
    assertEqualsTfdv("census", weightedBy("fnlwgt"));
    assertEqualsTfdv("weighted_sequences", weightedBy("id"));
  }

  @Test
  void equalsTfdvWithWholeWeightsAndFewValues() {
    Schema schema =
        Schema.newBuilder()
            .addFeature(
                Feature.newBuilder()
                    .setName("int_missing")
                    .setType(FeatureType.INT)
                    .setIntDomain(IntDomain.newBuilder().setIsCategorical(true)))
            .build();

    assertEqualsTfdv(
        "weighted_by_count",
        weightedBy("count").withDetail(new Detail(3, 1000, 1, 1, 10, 10, 10)).withSchema(schema));
  }

  @Test
  void equalsTfdvInOtherDetail() {
    assertEqualsTfdv(
        "detailed", StatisticsOptions.DEFAULT.withDetail(new Detail(2, 3, 2, 1, 4, 7, 3)));
  }

  @Test
  void equalsTfdvInSlices() {
    List<Slicing> slicing =
        List.of(
            new Slicing(new TreeMap<>(Map.of("place", Set.of()))),
            new Slicing(new TreeMap<>(Map.of("tags", Set.of(), "level", Set.of("1")))),
            new Slicing(new TreeMap<>(Map.of("tags", Set.of("y")))));

    assertEqualsTfdv("sliced", weightedBy("heft").withSlicing(slicing));
  }

  @Test
  void equalsTfdvInWhatValuesMean() {
    Goldens.assertSame(
        Goldens.statistics("semantic"),
        of(StatisticsOptions.DEFAULT.withSemantics(1), Goldens.rows("semantic", 0, 130)));
  }

  @Test
  void equalsTfdvInSparseAndWeightedFeatures() {
    assertEqualsTfdv(
        "composites", StatisticsOptions.DEFAULT.withSchema(Goldens.schema("composites")));
  }

  @Test
  void equalsTfdvWithoutExamples() {
    Goldens.assertSame(Goldens.statistics("nothing"), of(StatisticsOptions.DEFAULT));
  }

  @Test
  void equalsTfdvWithTheDomainsOfASchema() {
    var options = StatisticsOptions.DEFAULT.withSchema(Goldens.schema("domains"));

    Goldens.assertSame(
        Goldens.statistics("first.with_domains"), of(options, Goldens.rows("first", 0, 60)));
  }

  @Test
  void isTheSameHoweverTheRowsAreCut() {
    var whole = of(StatisticsOptions.DEFAULT, Goldens.rows("first", 0, 60));

    var parts =
        of(
            StatisticsOptions.DEFAULT,
            Goldens.rows("first", 0, 1),
            Goldens.rows("first", 1, 1),
            Goldens.rows("first", 1, 37),
            Goldens.rows("first", 37, 60));

    Goldens.assertSame(whole, parts);
  }

  @Test
  void looksAtAllowedFeaturesAlone() {
    var options = StatisticsOptions.DEFAULT.withFeatureAllowlist(Set.of("int_bool", "text_none"));

    var features = of(options, Goldens.rows("first", 0, 60)).getDatasets(0).getFeaturesList();

    assertEquals(
        List.of("int_bool", "text_none"),
        features.stream().map(f -> f.getPath().getStep(0)).toList());
  }

  @Test
  void countsExamplesThatLackAFeatureInSomeBatches() {
    var statistics =
        of(
            StatisticsOptions.DEFAULT,
            batch("a", new Column.Int64(RowLayout.scalar(2), new long[] {4, 5})),
            batch("b", new Column.Int64(RowLayout.scalar(3), new long[] {1, 2, 3})));

    var common = statistics.getDatasets(0).getFeatures(0).getNumStats().getCommonStats();
    assertEquals(5, statistics.getDatasets(0).getNumExamples());
    assertEquals(2, common.getNumNonMissing());
    assertEquals(3, common.getNumMissing());
  }

  @Test
  void hasOneEmptyDatasetWithoutExamples() {
    assertEquals(
        DatasetFeatureStatisticsList.newBuilder()
            .addDatasets(DatasetFeatureStatistics.getDefaultInstance())
            .build(),
        of(StatisticsOptions.DEFAULT));
  }

  @Test
  void refusesAFeatureThatChangesItsType() {
    var whole = batch("fare", new Column.Int64(RowLayout.scalar(1), new long[] {4}));
    var fraction = batch("fare", new Column.Float(RowLayout.scalar(1), new float[] {4}));

    var e = assertThrows(DataException.class, () -> of(StatisticsOptions.DEFAULT, whole, fraction));

    assertEquals("feature fare", e.where().subject());
  }

  @Test
  void givesTheSameBytesForAnyNumberOfThreads() throws Exception {
    List<ExampleBatch> blocks = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      blocks.add(batch("x", new Column.Float(RowLayout.scalar(5000), floats(random, 5000))));
    }
    var accumulator = new StatisticsAccumulator(StatisticsOptions.DEFAULT);
    try (var pool = Executors.newFixedThreadPool(4)) {
      var one = Fold.over(blocks.iterator(), accumulator, pool, 1);
      var four = Fold.over(blocks.iterator(), accumulator, pool, 4);
      assertEquals(one.toByteString(), four.toByteString());
    }
  }

  @Test
  void estimatesQuantilesOfManyDifferentValuesWithinATenthOfAPercent() {
    Random random = new Random(3);
    List<ExampleBatch> blocks = new ArrayList<>();
    int rows = 0;
    for (int i = 0; i < 40; i++) {
      float[] values = new float[Fold.BLOCK_ROWS];
      for (int j = 0; j < values.length; j++) {
        values[j] = random.nextFloat();
      }
      rows += values.length;
      blocks.add(batch("x", new Column.Float(RowLayout.scalar(values.length), values)));
    }

    FeatureNameStatistics feature =
        of(StatisticsOptions.DEFAULT, blocks.toArray(ExampleBatch[]::new))
            .getDatasets(0)
            .getFeatures(0);

    assertEquals(0.5, feature.getNumStats().getMedian(), 0.003);
    for (var bucket : feature.getNumStats().getHistograms(1).getBucketsList()) {
      assertEquals(rows / 10.0, bucket.getSampleCount(), 0.002 * rows);
    }
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static ExampleBatch batch(String name, Column column) {
    return new ExampleBatch(column.layout().rowCount(), new LinkedHashMap<>(Map.of(name, column)));
  }
}
