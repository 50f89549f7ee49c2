package dev.pipewright.modelanalysis.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.ByteStrings;
import dev.pipewright.data.Column;
import dev.pipewright.data.RowLayout;
import dev.pipewright.pipeline.DataException;
import dev.pipewright.protos.tfma.SlicingSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What `TfmaGoldenTest` does not compare with TFMA.
class SlicerTest {

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "hour",
          new Column.Int64(
              RowLayout.ragged(new int[] {0, 1, 1, 3}, new BitSet()), new long[] {7, 9, 9}),
          "city",
          new Column.Bytes(
              RowLayout.scalar(3), new int[] {1, 0, 1}, ByteStrings.of(List.of("Oslo", "7"))),
          "bad",
          new Column.Bytes(
              RowLayout.scalar(3),
              new int[3],
              new ByteStrings(new byte[] {(byte) 0xff}, new int[] {0, 1}, 1)));

  private static Map<String, String> slices(SlicingSpec.Builder... specs) {
    List<SliceSpec> parsed = new ArrayList<>();
    for (SlicingSpec.Builder spec : specs) {
      parsed.add(SliceSpec.of(spec.build()));
    }
    Map<String, String> slices = new TreeMap<>();
    new Slicer(parsed)
        .slices(3, COLUMNS::get)
        .forEach((key, rows) -> slices.put(key.toString(), rows.toString()));
    return slices;
  }

  private static SlicingSpec.Builder by(String... features) {
    return SlicingSpec.newBuilder().addAllFeatureKeys(List.of(features));
  }

  @Test
  void findsEachValueOnceInARow() {
    assertEquals(
        Map.of("Overall", "{0, 1, 2}", "hour:7", "{0}", "hour:9", "{2}"), slices(by(), by("hour")));
  }

  @Test
  void crossesFeaturesInTheOrderOfTheirNames() {
    assertEquals(
        Map.of("city_X_hour:7_X_7", "{0}", "city_X_hour:7_X_9", "{2}"), slices(by("hour", "city")));
  }

  @Test
  void findsASliceOnceThoughTwoSpecsWantIt() {
    assertEquals(
        Map.of("hour:7", "{0}", "hour:9", "{2}"),
        slices(by("hour"), SlicingSpec.newBuilder().putFeatureValues("hour", "9")));
  }

  @Test
  void picksTextsThatReadAsNumbers() {
    assertEquals(
        Map.of("city:7", "{0, 2}"), slices(SlicingSpec.newBuilder().putFeatureValues("city", "7")));
  }

  @Test
  void findsNothingOfAFeatureThatNoRowHas() {
    assertEquals(Map.of(), slices(by("absent"), by("hour", "absent")));
    assertEquals(Map.of(), slices(SlicingSpec.newBuilder().putFeatureValues("absent", "1")));
  }

  @Test
  void refusesValuesThatAreNoText() {
    DataException e = assertThrows(DataException.class, () -> slices(by("bad")));
    assertEquals("feature bad", e.where().subject());
  }

  @Test
  void ordersSlicesFromAllExamplesToCrosses() {
    SliceKey cross =
        new SliceKey(
            List.of(
                new SliceKey.Part("hour", new FeatureValue.Int(1)),
                new SliceKey.Part("city", new FeatureValue.Text("Oslo"))));
    List<SliceKey> ordered =
        List.of(
            SliceKey.OVERALL,
            SliceKey.of("city", new FeatureValue.Int(10)),
            SliceKey.of("city", new FeatureValue.Text("10")),
            SliceKey.of("city", new FeatureValue.Text("Oslo")),
            SliceKey.of("hour", new FeatureValue.Int(2)),
            SliceKey.of("hour", new FeatureValue.Real(2.5)),
            SliceKey.of("hour", new FeatureValue.Int(10)),
            cross);
    assertEquals(ordered, ordered.reversed().stream().sorted().toList());
    for (SliceKey key : ordered) {
      assertEquals(key, SliceKey.of(key.toProto()));
    }
  }

  @Test
  void coversTheSlicesThatASpecAsksFor() {
    SliceSpec spec = SliceSpec.of(by("hour").putFeatureValues("city", "Oslo").build());
    SliceKey.Part hour = new SliceKey.Part("hour", new FeatureValue.Int(1));
    SliceKey.Part oslo = new SliceKey.Part("city", new FeatureValue.Text("Oslo"));
    SliceKey.Part rome = new SliceKey.Part("city", new FeatureValue.Text("Rome"));
    assertTrue(spec.covers(new SliceKey(List.of(hour, oslo))));
    assertFalse(spec.covers(new SliceKey(List.of(hour, rome))));
    assertFalse(spec.covers(new SliceKey(List.of(hour))));
    assertFalse(spec.covers(SliceKey.OVERALL));
    assertTrue(SliceSpec.of(SlicingSpec.getDefaultInstance()).covers(SliceKey.OVERALL));
  }
}
