package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics.Type;
import dev.pipewright.protos.tfmd.FloatDomain;
import dev.pipewright.protos.tfmd.IntDomain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeCheckTest {

  private final List<Deviation> deviations = new ArrayList<>();

  private Feature integers(FeatureView view, IntDomain.Builder domain) {
    Feature.Builder feature = Feature.newBuilder().setIntDomain(domain);
    RangeCheck.integers(view, feature, deviations);
    return feature.build();
  }

  private Feature floats(FeatureView view, FloatDomain.Builder domain) {
    Feature.Builder feature = Feature.newBuilder().setFloatDomain(domain);
    RangeCheck.floats(view, feature, deviations);
    return feature.build();
  }

  private List<AnomalyInfo.Type> types() {
    return deviations.stream().map(Deviation::type).toList();
  }

  @Test
  void widensAnIntegerRangeToTheData() {
    var domain = IntDomain.newBuilder().setMin(0).setMax(5);

    Feature feature = integers(Views.numbers(Type.INT, -3, 9), domain);

    assertEquals(IntDomain.newBuilder().setMin(-3).setMax(9).build(), feature.getIntDomain());
    assertEquals(
        List.of(
            new Deviation(
                AnomalyInfo.Type.INT_TYPE_SMALL_INT,
                "Out-of-range values",
                "Unexpectedly small value: -3."),
            new Deviation(
                AnomalyInfo.Type.INT_TYPE_BIG_INT,
                "Out-of-range values",
                "Unexpectedly large value: 9.")),
        deviations);
  }

  @Test
  void acceptsIntegersAtTheBounds() {
    integers(Views.numbers(Type.INT, 0, 5), IntDomain.newBuilder().setMin(0).setMax(5));

    assertEquals(List.of(), deviations);
  }

  @Test
  void leavesFloatsWithAnIntegerDomainAlone() {
    integers(Views.numbers(Type.FLOAT, -3, 9), IntDomain.newBuilder().setMin(0).setMax(5));

    assertEquals(List.of(), deviations);
  }

  @Test
  void readsIntegersFromStrings() {
    Feature feature =
        integers(Views.strings("12", "-4", "+7"), IntDomain.newBuilder().setMin(0).setMax(20));

    assertEquals(List.of(AnomalyInfo.Type.INT_TYPE_SMALL_INT), types());
    assertEquals(-4, feature.getIntDomain().getMin());
  }

  @Test
  void dropsAnIntegerDomainOfOtherStrings() {
    Feature feature = integers(Views.strings("12", "twelve"), IntDomain.newBuilder());

    assertFalse(feature.hasIntDomain());
    assertEquals(
        List.of(
            new Deviation(
                AnomalyInfo.Type.INT_TYPE_NOT_INT_STRING,
                "Invalid values",
                "String values that were not ints were found, such as \"twelve\".")),
        deviations);
  }

  @Test
  void tellsStringsThatAreAllIntegers() {
    assertTrue(RangeCheck.isIntegerCandidate(Views.strings("1", "22")));
    assertFalse(RangeCheck.isIntegerCandidate(Views.strings("1", "2.2")));
    assertFalse(RangeCheck.isIntegerCandidate(Views.strings()));
    assertFalse(RangeCheck.isIntegerCandidate(Views.numbers(Type.INT, 0, 1)));
  }

  @Test
  void widensAFloatRangeToTheData() {
    var domain = FloatDomain.newBuilder().setMin(0.1f).setMax(0.5f);

    Feature feature = floats(Views.numbers(Type.FLOAT, -1.0 / 3, 1e9), domain);

    assertEquals(
        FloatDomain.newBuilder().setMin((float) (-1.0 / 3)).setMax(1e9f).build(),
        feature.getFloatDomain());
    assertEquals(
        List.of(
            "Unexpectedly low values: -0.333333<0.1(upto six significant digits)",
            "Unexpectedly high value: 1e+09>0.5(upto six significant digits)"),
        deviations.stream().map(Deviation::description).toList());
  }

  @Test
  void findsInfinitiesWhereTheyAreNotAllowed() {
    Feature feature =
        floats(
            Views.numbers(Type.FLOAT, Double.NEGATIVE_INFINITY, 1),
            FloatDomain.newBuilder().setDisallowInf(true));

    assertEquals(List.of(AnomalyInfo.Type.FLOAT_TYPE_HAS_INF), types());
    assertFalse(feature.getFloatDomain().getDisallowInf());
  }

  @Test
  void findsNanAmongStrings() {
    Feature feature =
        floats(Views.strings("1.5", "NaN"), FloatDomain.newBuilder().setDisallowNan(true));

    assertEquals(List.of(AnomalyInfo.Type.FLOAT_TYPE_HAS_NAN), types());
    assertFalse(feature.getFloatDomain().getDisallowNan());
  }

  @Test
  void readsFloatsFromStrings() {
    floats(Views.strings("1e3", "-.5"), FloatDomain.newBuilder().setMin(-1).setMax(10));

    assertEquals(List.of(AnomalyInfo.Type.FLOAT_TYPE_BIG_FLOAT), types());
  }

  @Test
  void dropsAFloatDomainOfOtherStrings() {
    Feature feature = floats(Views.strings("1e3", "x"), FloatDomain.newBuilder().setMin(-1));

    assertFalse(feature.hasFloatDomain());
    assertEquals(List.of(AnomalyInfo.Type.FLOAT_TYPE_STRING_NOT_FLOAT), types());
  }
}
