package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.BoolDomain;
import dev.pipewright.protos.tfmd.Feature;
import dev.pipewright.protos.tfmd.FeatureNameStatistics.Type;
import dev.pipewright.protos.tfmd.FloatDomain;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.Histogram.HistogramType;
import dev.pipewright.protos.tfmd.IntDomain;
import dev.pipewright.protos.tfmd.NumericStatistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoolCheckTest {

  private final List<Deviation> deviations = new ArrayList<>();

  private Feature check(FeatureView view, BoolDomain.Builder domain) {
    Feature.Builder feature = Feature.newBuilder().setBoolDomain(domain);
    BoolCheck.check(view, feature, deviations);
    return feature.build();
  }

  private List<String> descriptions() {
    return deviations.stream().map(Deviation::description).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "1, 1, true", "0, 0, false", "-1, 1, false", "0, 2, false"})
  void takesIntegersUpToOneForTruthValues(double min, double max, boolean isCandidate) {
    assertEquals(isCandidate, BoolCheck.isCandidate(Views.numbers(Type.INT, min, max)));
  }

  @Test
  void takesWordsForTruthValues() {
    assertTrue(BoolCheck.isCandidate(Views.strings("true", "false")));
    assertTrue(BoolCheck.isCandidate(Views.strings("clear")));
    assertFalse(BoolCheck.isCandidate(Views.strings("true", "TRUE")));
    assertFalse(BoolCheck.isCandidate(Views.strings("true", "maybe")));
    assertFalse(BoolCheck.isCandidate(Views.strings()));
    assertFalse(BoolCheck.isCandidate(Views.numbers(Type.FLOAT, 0, 1)));
  }

  @Test
  void namesTheWords() {
    assertEquals(
        BoolDomain.newBuilder().setTrueValue("").setFalseValue("0").build(),
        BoolCheck.domain(Views.strings("0", "")));
  }

  @Test
  void makesARangeOfIntegersThatAreNoTruthValues() {
    Feature small = check(Views.numbers(Type.INT, -2, 1), BoolDomain.newBuilder());
    Feature big = check(Views.numbers(Type.INT, 0, 7), BoolDomain.newBuilder());

    assertEquals(IntDomain.newBuilder().setMin(-2).setMax(1).build(), small.getIntDomain());
    assertEquals(IntDomain.newBuilder().setMin(0).setMax(7).build(), big.getIntDomain());
    assertEquals(
        List.of(AnomalyInfo.Type.BOOL_TYPE_SMALL_INT, AnomalyInfo.Type.BOOL_TYPE_BIG_INT),
        deviations.stream().map(Deviation::type).toList());
    assertEquals(
        "Integers (such as -2) not in {0, 1}: converting to an integer.", descriptions().get(0));
  }

  @Test
  void makesARangeOfFloatsThatAreNoTruthValues() {
    Feature feature = check(Views.numbers(Type.FLOAT, 0, 0.5), BoolDomain.newBuilder());

    assertEquals(FloatDomain.newBuilder().setMin(0).setMax(0.5f).build(), feature.getFloatDomain());
    assertEquals(
        List.of("Floats (such as 0.5) not in {0, 1}: converting to float_domain."), descriptions());
  }

  private FeatureView histogram(HistogramType type, double low, double high, double count) {
    var histogram = Histogram.newBuilder().setType(type);
    histogram.addBucketsBuilder().setLowValue(low).setHighValue(high).setSampleCount(count);
    return Views.numbers(
        Type.FLOAT, NumericStatistics.newBuilder().setMin(0).setMax(1).addHistograms(histogram));
  }

  @Test
  void looksBetweenTheExtremesOfFloats() {
    check(histogram(HistogramType.QUANTILES, 0.2, 0.4, 1), BoolDomain.newBuilder());
    check(histogram(HistogramType.STANDARD, 0.2, 0.4, 1), BoolDomain.newBuilder());
    check(histogram(HistogramType.QUANTILES, 0.2, 0.4, 0), BoolDomain.newBuilder());

    assertEquals(
        List.of("Float values falling between 0 and 1: converting to float_domain."),
        descriptions());
  }

  @Test
  void findsNanAmongFloats() {
    var histogram = Histogram.newBuilder().setNumNan(1);
    check(
        Views.numbers(
            Type.FLOAT, NumericStatistics.newBuilder().setMax(1).addHistograms(histogram)),
        BoolDomain.newBuilder());

    assertEquals(
        List.of("Floats (such as NaN) not in {0, 1}: converting to float_domain."), descriptions());
  }

  @Test
  void namesTheWordThatIsUnexpected() {
    Feature feature =
        check(
            Views.strings("T", "?"), BoolDomain.newBuilder().setTrueValue("T").setFalseValue("F"));
    check(Views.strings("T"), BoolDomain.newBuilder());

    assertFalse(feature.hasBoolDomain());
    assertEquals(
        List.of(
            "Saw unexpected value \"?\" instead of {\"F\", \"T\"}.",
            "Saw unexpected value \"T\" instead of {}."),
        descriptions());
  }
}
