package dev.pipewright.modelanalysis.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.modelanalysis.metric.Matrix;
import dev.pipewright.modelanalysis.metric.Metric;
import dev.pipewright.modelanalysis.metric.MetricCatalog;
import dev.pipewright.modelanalysis.metric.Scores;
import dev.pipewright.modelanalysis.metric.Weighting;
import dev.pipewright.protos.tfma.SlicingSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Random tables against slices found in the plainest way, and tallies in any blocks.
class SlicerPropertiesTest {

  private static final List<String> CITIES = List.of("Oslo", "7", "", "größer");

  /// A table: per row, the values of `hour` (none to three) and of `city` (one).
  private record Table(List<List<Long>> hours, List<String> cities) {

    static Table random(Random random, int rows) {
      List<List<Long>> hours = new ArrayList<>();
      List<String> cities = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        List<Long> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add((long) random.nextInt(3));
        }
        hours.add(values);
        cities.add(CITIES.get(random.nextInt(CITIES.size())));
      }
      return new Table(hours, cities);
    }

    Table part(int from, int to) {
      return new Table(hours.subList(from, to), cities.subList(from, to));
    }

    int rows() {
      return cities.size();
    }

    Column column(String feature) {
      if (feature.equals("city")) {
        int[] codes = cities.stream().mapToInt(CITIES::indexOf).toArray();
        return new Column.Bytes(RowLayout.scalar(rows()), codes, ByteStrings.of(CITIES));
      }
      int[] offsets = new int[rows() + 1];
      for (int row = 0; row < rows(); row++) {
        offsets[row + 1] = offsets[row] + hours.get(row).size();
      }
      long[] values = hours.stream().flatMap(List::stream).mapToLong(h -> h).toArray();
      return new Column.Int64(RowLayout.ragged(offsets, new BitSet()), values);
    }

    /// The slices of a row under a spec, each once.
    Set<SliceKey> slicesOf(int row, SliceSpec spec) {
      Set<SliceKey> slices = new HashSet<>(Set.of(SliceKey.OVERALL));
      for (String feature : spec.allFeatures()) {
        Set<SliceKey> crossed = new HashSet<>();
        for (SliceKey slice : slices) {
          for (FeatureValue value : values(row, feature)) {
            FeatureValue wanted = spec.values().get(feature);
            if (wanted == null || wanted.toString().equals(value.toString())) {
              List<SliceKey.Part> parts = new ArrayList<>(slice.parts());
              parts.add(new SliceKey.Part(feature, wanted == null ? value : wanted));
              crossed.add(new SliceKey(parts));
            }
          }
        }
        slices = crossed;
      }
      return slices;
    }

    private List<FeatureValue> values(int row, String feature) {
      return feature.equals("city")
          ? List.of(new FeatureValue.Text(cities.get(row)))
          : hours.get(row).stream().<FeatureValue>map(FeatureValue.Int::new).toList();
    }
  }

  private static List<SliceSpec> specs(Random random) {
    List<SliceSpec> specs = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      SlicingSpec.Builder spec = SlicingSpec.newBuilder();
      if (random.nextBoolean()) {
        spec.addFeatureKeys("hour");
      } else if (random.nextBoolean()) {
        spec.putFeatureValues("hour", Integer.toString(random.nextInt(4)));
      }
      if (random.nextBoolean()) {
        spec.addFeatureKeys("city");
      } else if (random.nextBoolean()) {
        spec.putFeatureValues("city", CITIES.get(random.nextInt(CITIES.size())));
      }
      specs.add(SliceSpec.of(spec.build()));
    }
    return specs;
  }

  @Test
  void findsTheRowsThatHaveASlicesValues() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      Table table = Table.random(random, random.nextInt(12));
      List<SliceSpec> specs = specs(random);
      Map<SliceKey, BitSet> expected = new HashMap<>();
      for (int row = 0; row < table.rows(); row++) {
        for (SliceSpec spec : specs) {
          for (SliceKey slice : table.slicesOf(row, spec)) {
            expected.computeIfAbsent(slice, k -> new BitSet()).set(row);
            assertTrue(spec.covers(slice), spec + " covers " + slice);
          }
        }
      }
      assertEquals(expected, new Slicer(specs).slices(table.rows(), table::column));
    }
  }

  private static ScoredBlock block(Table table, int firstRow) {
    double[] labels = new double[table.rows()];
    double[] predictions = new double[table.rows()];
    for (int row = 0; row < table.rows(); row++) {
      labels[row] = (firstRow + row) % 2;
      // Sixteenths add up exactly in any order.
      predictions[row] = (firstRow + row) % 16 / 16.0;
    }
    Scores scores = new Scores(Matrix.column(labels), Matrix.column(predictions), null);
    return new ScoredBlock(table.rows(), List.of(scores), table::column);
  }

  private static SortedMap<String, String> read(
      List<Metric> metrics, MetricFold fold, SortedMap<SliceKey, MetricFold.Tallies> tallies) {
    SortedMap<String, String> read = new TreeMap<>();
    fold.result(tallies)
        .forEach(
            (slice, t) -> {
              StringBuilder text = new StringBuilder().append(t.exampleCount());
              for (int i = 0; i < metrics.size(); i++) {
                text.append(' ').append(metrics.get(i).reading().apply(t.get(i)));
              }
              read.put(slice.toString(), text.toString());
            });
    return read;
  }

  @Test
  void talliesTheSameWhateverTheBlocks() {
    List<Metric> metrics =
        List.of(
            MetricCatalog.create("AUC", ""),
            MetricCatalog.create("BinaryAccuracy", ""),
            MetricCatalog.create("MeanLabel", ""),
            MetricCatalog.create("ExampleCount", ""));
    Random random = new Random(2);
    for (int round = 0; round < 40; round++) {
      Table table = Table.random(random, 60);
      MetricFold fold =
          new MetricFold(
              new Slicer(specs(random)),
              metrics.stream()
                  .map(m -> new MetricFold.ModelMeasure(0, m.measure().apply(Weighting.WEIGHTED)))
                  .toList());
      SortedMap<String, String> whole =
          read(metrics, fold, fold.add(fold.create(), block(table, 0)));
      SortedMap<SliceKey, MetricFold.Tallies> merged = fold.create();
      for (int from = 0; from < table.rows(); ) {
        int to = Math.min(table.rows(), from + random.nextInt(0, 20));
        merged = fold.merge(merged, fold.add(fold.create(), block(table.part(from, to), from)));
        from = to;
      }
      assertEquals(whole, read(metrics, fold, merged));
    }
  }
}
