package dev.pipewright.modelanalysis.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Message;
import dev.pipewright.data.Fold;
import dev.pipewright.modelanalysis.config.EvalConfigs;
import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.modelanalysis.config.ProtoJson;
import dev.pipewright.protos.tfma.ConfusionMatrixAtThresholds;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.MetricsForSlice.MetricKeyAndValue;
import dev.pipewright.protos.tfma.PlotsForSlice;
import dev.pipewright.protos.tfma.SliceKey;
import dev.pipewright.protos.tfma.ValidationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares with what TFMA made of the same tables: `peers/goldens/modelanalysis_metrics.py`.
class TfmaGoldenTest {

  private static final double TOLERANCE = 1e-6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary",
        "slices",
        "weighted",
        "classes",
        "dense",
        "regression",
        "small_slices",
        "passed",
        "failed",
        "no_thresholds"
      })
  void evaluatesAsTfmaDoes(String name) throws Exception {
    GoldenTable golden = GoldenTable.read(name);
    EvalConfig config = golden.config();
    config =
        config.getModelSpecsCount() > 1
            ? EvalConfigs.withBaseline(config)
            : EvalConfigs.withoutBaseline(config);
    MetricPlan plan = MetricPlan.of(config);
    EvaluationResult result;
    try (var pool = Executors.newFixedThreadPool(2)) {
      result =
          Evaluations.of(
              config, plan, Fold.over(golden.blocks(7).iterator(), plan.fold(), pool, 2));
    }
    assertMetrics(golden.node("metrics"), result.metrics());
    assertPlots(golden.node("plots"), result.plots());
    assertEquals(
        sorted(parse(golden.node("validation"), ValidationResult.newBuilder())),
        sorted(Validation.of(config, plan, result.metrics())));
  }

  private static void assertMetrics(JsonNode expected, List<MetricsForSlice> actual) {
    Map<SliceKey, MetricsForSlice> ours = new LinkedHashMap<>();
    actual.forEach(m -> ours.put(m.getSliceKey(), m));
    Map<SliceKey, MetricsForSlice> theirs = new LinkedHashMap<>();
    list(expected, MetricsForSlice::newBuilder)
        .forEach(m -> theirs.put(((MetricsForSlice) m).getSliceKey(), (MetricsForSlice) m));
    assertEquals(theirs.keySet(), ours.keySet());
    theirs.forEach((slice, metrics) -> assertSlice(metrics, ours.get(slice)));
  }

  private static void assertSlice(MetricsForSlice expected, MetricsForSlice actual) {
    assertEquals(keys(expected), keys(actual));
    for (int i = 0; i < expected.getMetricKeysAndValuesCount(); i++) {
      assertValue(expected.getMetricKeysAndValues(i), actual.getMetricKeysAndValues(i));
    }
    assertEquals(
        expected.toBuilder().clearMetricKeysAndValues().build(),
        actual.toBuilder().clearMetricKeysAndValues().build());
  }

  private static List<MetricKey> keys(MetricsForSlice metrics) {
    return metrics.getMetricKeysAndValuesList().stream().map(MetricKeyAndValue::getKey).toList();
  }

  private static void assertValue(MetricKeyAndValue expected, MetricKeyAndValue actual) {
    assertEquals(expected.getKey(), actual.getKey());
    MetricValue theirs = expected.getValue();
    MetricValue ours = actual.getValue();
    assertEquals(theirs.getTypeCase(), ours.getTypeCase());
    if (theirs.hasConfusionMatrixAtThresholds()) {
      assertMatrices(
          theirs.getConfusionMatrixAtThresholds(), ours.getConfusionMatrixAtThresholds());
      return;
    }
    assertEquals(
        theirs.getDoubleValue().getValue(),
        ours.getDoubleValue().getValue(),
        TOLERANCE,
        expected.getKey()::toString);
    assertEquals(theirs.getArrayValue().getShapeList(), ours.getArrayValue().getShapeList());
    for (int i = 0; i < theirs.getArrayValue().getFloat64ValuesCount(); i++) {
      assertEquals(
          theirs.getArrayValue().getFloat64Values(i),
          ours.getArrayValue().getFloat64Values(i),
          TOLERANCE);
    }
  }

  private static void assertMatrices(
      ConfusionMatrixAtThresholds expected, ConfusionMatrixAtThresholds actual) {
    assertEquals(expected.getMatricesCount(), actual.getMatricesCount());
    for (int i = 0; i < expected.getMatricesCount(); i++) {
      var theirs = expected.getMatrices(i);
      var ours = actual.getMatrices(i);
      for (var field : theirs.getDescriptorForType().getFields()) {
        if (field.getJavaType()
            == com.google.protobuf.Descriptors.FieldDescriptor.JavaType.DOUBLE) {
          assertEquals(
              (double) theirs.getField(field),
              (double) ours.getField(field),
              TOLERANCE,
              field.getName());
        }
      }
    }
  }

  private static void assertPlots(JsonNode expected, List<PlotsForSlice> actual) {
    List<PlotsForSlice> ours =
        actual.stream().filter(p -> p.getPlotKeysAndValuesCount() > 0).toList();
    List<Message> theirs = list(expected, PlotsForSlice::newBuilder);
    assertEquals(theirs.size(), ours.size());
    for (int i = 0; i < ours.size(); i++) {
      PlotsForSlice their = (PlotsForSlice) theirs.get(i);
      assertEquals(their.getSliceKey(), ours.get(i).getSliceKey());
      for (int j = 0; j < their.getPlotKeysAndValuesCount(); j++) {
        var theirPlot = their.getPlotKeysAndValues(j);
        var ourPlot = ours.get(i).getPlotKeysAndValues(j);
        assertEquals(theirPlot.getKey(), ourPlot.getKey());
        assertMatrices(
            theirPlot.getValue().getConfusionMatrixAtThresholds(),
            ourPlot.getValue().getConfusionMatrixAtThresholds());
      }
    }
  }

  private static List<Message> list(JsonNode items, Supplier<Message.Builder> builder) {
    List<Message> messages = new ArrayList<>();
    items.forEach(item -> messages.add(parse(item, builder.get())));
    return messages;
  }

  private static Message parse(JsonNode json, Message.Builder builder) {
    ProtoJson.parse(json, builder, "golden");
    return builder.build();
  }

  /// TFMA has slices in any order, and its values are equal within a tolerance only.
  private static ValidationResult sorted(Message result) {
    ValidationResult.Builder sorted = ((ValidationResult) result).toBuilder();
    var slices = new ArrayList<>(sorted.getMetricValidationsPerSliceList());
    slices.sort(Comparator.comparing(s -> s.getSliceKey().toString()));
    sorted.clearMetricValidationsPerSlice();
    slices.forEach(
        slice -> {
          var failures = slice.toBuilder();
          failures
              .getFailuresBuilderList()
              .forEach(f -> f.setMetricValue(rounded(f.getMetricValue())));
          sorted.addMetricValidationsPerSlice(failures);
        });
    var details = new ArrayList<>(sorted.getValidationDetails().getSlicingDetailsList());
    details.sort(Comparator.comparing(Object::toString));
    if (sorted.hasValidationDetails()) {
      sorted.getValidationDetailsBuilder().clearSlicingDetails().addAllSlicingDetails(details);
    }
    return sorted.build();
  }

  private static MetricValue rounded(MetricValue value) {
    MetricValue.Builder rounded = value.toBuilder();
    if (value.hasDoubleValue()) {
      double number = Math.rint(value.getDoubleValue().getValue() * 1e6) / 1e6;
      rounded.setDoubleValue(com.google.protobuf.DoubleValue.of(number));
    }
    return rounded.build();
  }
}
