package dev.pipewright.datavalidation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.RowLayout;
import dev.pipewright.protos.tfmd.CommonStatistics;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureType;
import dev.pipewright.protos.tfmd.ImageDomain;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.NaturalLanguageDomain;
import dev.pipewright.protos.tfmd.Schema;
import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValuesPerRowTest {

  private static CommonStatistics of(long rowCount, RowLayout... layouts) {
    Presence all = new Presence();
    for (RowLayout layout : layouts) {
      Presence part = new Presence();
      part.add(layout, null);
      all.addAll(part);
    }
    return all.result(rowCount, 0, Detail.DEFAULT).build();
  }

  @Test
  void countsEmptyListsAsPresentAndAbsentRowsAsMissing() {
    BitSet absent = new BitSet();
    absent.set(1);

    CommonStatistics common = of(5, RowLayout.ragged(new int[] {0, 2, 2, 2, 5}, absent));

    assertEquals(3, common.getNumNonMissing());
    assertEquals(2, common.getNumMissing());
    assertEquals(0, common.getMinNumValues());
    assertEquals(3, common.getMaxNumValues());
    assertEquals(5, common.getTotNumValues());
    assertEquals((float) (5 / 3.0), common.getAvgNumValues());
  }

  @Test
  void countsLongListsToo() {
    CommonStatistics common = of(4, RowLayout.ragged(new int[] {0, 500, 570}), RowLayout.scalar(2));

    assertEquals(1, common.getMinNumValues());
    assertEquals(500, common.getMaxNumValues());
    assertEquals(572, common.getTotNumValues());
    assertEquals(10, common.getNumValuesHistogram().getBucketsCount());
    assertEquals(500, common.getNumValuesHistogram().getBuckets(9).getHighValue());
  }

  @Test
  void knowsNothingOfAFeatureThatIsNeverThere() {
    BitSet absent = new BitSet();
    absent.set(0, 2);

    assertEquals(
        CommonStatistics.newBuilder().setNumMissing(2).build(),
        of(2, RowLayout.ragged(new int[3], absent)));
  }

  @Test
  void takesCategoriesAndImagesFromASchema() {
    Schema schema =
        Schema.newBuilder()
            .addFeature(integer("plain").setIntDomain(IntDomain.newBuilder().setMin(0)))
            .addFeature(
                integer("category").setIntDomain(IntDomain.newBuilder().setIsCategorical(true)))
            .addFeature(
                integer("tokens").setNaturalLanguageDomain(NaturalLanguageDomain.newBuilder()))
            .addFeature(
                Feature.newBuilder()
                    .setName("image")
                    .setType(FeatureType.BYTES)
                    .setImageDomain(ImageDomain.newBuilder()))
            .build();

    StatisticsOptions options = StatisticsOptions.DEFAULT.withSchema(schema);

    assertEquals(
        Set.of(FeaturePath.of("category"), FeaturePath.of("tokens")),
        options.categoricalIntegers());
    assertEquals(Set.of(FeaturePath.of("image")), options.opaqueBytes());
    assertTrue(options.allows("plain"));
    assertFalse(options.withFeatureAllowlist(Set.of("image")).allows("plain"));
  }

  private static Feature.Builder integer(String name) {
    return Feature.newBuilder().setName(name).setType(FeatureType.INT);
  }
}
