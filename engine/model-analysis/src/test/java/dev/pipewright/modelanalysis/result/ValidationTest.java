package dev.pipewright.modelanalysis.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.BoolValue;
import com.google.protobuf.DoubleValue;
import dev.pipewright.modelanalysis.config.EvalConfigs;
import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.protos.tfma.ArrayValue;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.GenericChangeThreshold;
import dev.pipewright.protos.tfma.GenericValueThreshold;
import dev.pipewright.protos.tfma.MetricConfig;
import dev.pipewright.protos.tfma.MetricDirection;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricThreshold;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.MetricsSpec;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.ValidationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `TfmaGoldenTest` does not compare with TFMA.
class ValidationTest {

  private static EvalConfig config(MetricThreshold.Builder threshold) {
    return EvalConfig.newBuilder()
        .addModelSpecs(ModelSpec.newBuilder().setLabelKey("label"))
        .addMetricsSpecs(
            MetricsSpec.newBuilder()
                .addMetrics(MetricConfig.newBuilder().setClassName("AUC").setThreshold(threshold)))
        .build();
  }

  private static MetricThreshold.Builder value(double lower, double upper) {
    return MetricThreshold.newBuilder()
        .setValueThreshold(
            GenericValueThreshold.newBuilder()
                .setLowerBound(DoubleValue.of(lower))
                .setUpperBound(DoubleValue.of(upper)));
  }

  private static GenericChangeThreshold.Builder change(MetricDirection direction) {
    return GenericChangeThreshold.newBuilder().setDirection(direction);
  }

  private static MetricKey.Builder auc() {
    return MetricKey.newBuilder().setName("auc").setExampleWeighted(BoolValue.of(false));
  }

  private static MetricValue number(double value) {
    return MetricValue.newBuilder().setDoubleValue(DoubleValue.of(value)).build();
  }

  private static ValidationResult validate(MetricThreshold.Builder threshold, MetricValue value) {
    EvalConfig config = EvalConfigs.withoutBaseline(config(threshold));
    MetricsForSlice.Builder slice = MetricsForSlice.newBuilder();
    slice.getSliceKeyBuilder();
    slice.addMetricKeysAndValuesBuilder().setKey(auc()).setValue(value);
    return Validation.of(config, MetricPlan.of(config), List.of(slice.build()));
  }

  private static boolean holds(GenericChangeThreshold.Builder change, double from, double to) {
    EvalConfig config =
        EvalConfigs.withBaseline(config(MetricThreshold.newBuilder().setChangeThreshold(change)));
    MetricKey candidate = auc().setModelName("candidate").build();
    MetricsForSlice.Builder slice = MetricsForSlice.newBuilder();
    slice.getSliceKeyBuilder();
    slice.addMetricKeysAndValuesBuilder().setKey(candidate).setValue(number(to));
    slice
        .addMetricKeysAndValuesBuilder()
        .setKey(auc().setModelName("baseline"))
        .setValue(number(from));
    slice
        .addMetricKeysAndValuesBuilder()
        .setKey(candidate.toBuilder().setIsDiff(true))
        .setValue(number(to - from));
    return Validation.of(config, MetricPlan.of(config), List.of(slice.build())).getValidationOk();
  }

  @Test
  void countsBoundsAsWithin() {
    assertTrue(validate(value(0.5, 0.75), number(0.5)).getValidationOk());
    assertTrue(validate(value(0.5, 0.75), number(0.75)).getValidationOk());
    assertFalse(validate(value(0.5, 0.75), number(Math.nextDown(0.5))).getValidationOk());
    assertFalse(validate(value(0.5, 0.75), number(Math.nextUp(0.75))).getValidationOk());
  }

  @Test
  void failsAMetricThatIsNaN() {
    ValidationResult result = validate(value(0, 1), number(Double.NaN));
    assertFalse(result.getValidationOk());
    assertEquals(
        Double.NaN,
        result
            .getMetricValidationsPerSlice(0)
            .getFailures(0)
            .getMetricValue()
            .getDoubleValue()
            .getValue());
  }

  @Test
  void failsAMetricThatIsNotOneNumber() {
    MetricValue array =
        MetricValue.newBuilder().setArrayValue(ArrayValue.getDefaultInstance()).build();
    ValidationResult result = validate(value(0, 1), array);
    assertFalse(result.getValidationOk());
    assertTrue(
        result
            .getMetricValidationsPerSlice(0)
            .getFailures(0)
            .getMessage()
            .startsWith("The metric is not one number"));
  }

  @Test
  void holdsChangesAgainstTheirDirection() {
    var higher = change(MetricDirection.HIGHER_IS_BETTER).setAbsolute(DoubleValue.of(0.25));
    assertTrue(holds(higher, 0.5, 0.75));
    assertFalse(holds(higher, 0.5, 0.625));
    var lower = change(MetricDirection.LOWER_IS_BETTER).setAbsolute(DoubleValue.of(-0.25));
    assertTrue(holds(lower, 0.5, 0.25));
    assertFalse(holds(lower, 0.5, 0.375));
  }

  @Test
  void holdsRelativeChangesAgainstTheBaseline() {
    var higher = change(MetricDirection.HIGHER_IS_BETTER).setRelative(DoubleValue.of(0.5));
    assertTrue(holds(higher, 0.5, 0.75));
    assertFalse(holds(higher, 0.5, 0.625));
    assertFalse(holds(higher, 0, 1), "nothing is a part of zero");
  }

  @Test
  void wantsBothAbsoluteAndRelativeChange() {
    var both =
        change(MetricDirection.HIGHER_IS_BETTER)
            .setAbsolute(DoubleValue.of(0.125))
            .setRelative(DoubleValue.of(0.5));
    assertTrue(holds(both, 0.25, 0.375));
    assertFalse(holds(both, 0.5, 0.625));
    assertFalse(holds(both, 0.125, 0.1875));
  }

  @Test
  void failsWithoutAnyExample() {
    EvalConfig config = EvalConfigs.withoutBaseline(config(value(0, 1)));
    ValidationResult result = Validation.of(config, MetricPlan.of(config), List.of());
    assertFalse(result.getValidationOk());
    assertEquals(1, result.getMissingSlicesCount());
  }

  @Test
  void saysThatThereIsNoThreshold() {
    EvalConfig config = EvalConfigs.withoutBaseline(config(MetricThreshold.newBuilder()));
    ValidationResult result =
        Validation.of(config, MetricPlan.of(config), List.of(MetricsForSlice.getDefaultInstance()));
    assertEquals(ValidationResult.newBuilder().setMissingThresholds(true).build(), result);
  }
}
