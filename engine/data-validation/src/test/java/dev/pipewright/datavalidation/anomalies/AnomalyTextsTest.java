package dev.pipewright.datavalidation.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.datavalidation.schema.Controls;
import dev.pipewright.datavalidation.schema.Deviation;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.AnomalyInfo.Severity;
import dev.pipewright.protos.tfmd.AnomalyInfo.Type;
import dev.pipewright.protos.tfmd.DatasetConstraints;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import dev.pipewright.protos.tfmd.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyTextsTest {

  private static Deviation deviation(Type type, String text) {
    return new Deviation(type, "short " + text, text);
  }

  private static AnomalyInfo.Reason reason(Deviation deviation) {
    return AnomalyInfo.Reason.newBuilder()
        .setType(deviation.type())
        .setShortDescription(deviation.shortDescription())
        .setDescription(deviation.description())
        .build();
  }

  @Test
  void saysTheOneReason() {
    Deviation only = deviation(Type.UNEXPECTED_DATA_TYPE, "why");

    assertEquals(
        AnomalyInfo.newBuilder()
            .setSeverity(Severity.ERROR)
            .setShortDescription("short why")
            .setDescription("why")
            .addReason(reason(only))
            .build(),
        AnomalyTexts.info(List.of(only)).build());
  }

  @Test
  void joinsSeveralReasons() {
    Deviation a = deviation(Type.UNEXPECTED_DATA_TYPE, "a");
    Deviation b = deviation(Type.INVALID_FEATURE_SHAPE, "b");

    AnomalyInfo info = AnomalyTexts.info(List.of(a, b)).build();

    assertEquals("Multiple errors", info.getShortDescription());
    assertEquals("a b", info.getDescription());
    assertEquals(List.of(reason(a), reason(b)), info.getReasonList());
  }

  @Test
  void passesOverReasonsWithoutText() {
    Deviation silent = new Deviation(Type.FEATURE_MISSING_TYPE, "silent", "");
    Deviation loud = deviation(Type.INVALID_FEATURE_SHAPE, "loud");

    assertEquals("short loud", AnomalyTexts.info(List.of(silent, loud)).getShortDescription());
    assertEquals("short loud", AnomalyTexts.info(List.of(loud, silent)).getShortDescription());
  }

  @Test
  void saysOnceThatAColumnIsNew() {
    Deviation a = deviation(Type.SCHEMA_NEW_COLUMN, "a");
    Deviation b = deviation(Type.SCHEMA_NEW_COLUMN, "b");

    assertEquals(List.of(reason(a)), AnomalyTexts.info(List.of(a, b)).getReasonList());
  }

  @Test
  void checksHowManyExamplesThereAre() {
    var constraints = DatasetConstraints.newBuilder().setMinExamplesCount(3).setMaxExamplesCount(5);
    Schema schema = Schema.newBuilder().setDatasetConstraints(constraints).build();

    assertEquals(List.of(), deviations(3, schema));
    assertEquals(List.of(), deviations(5, schema));
    assertEquals(List.of(), deviations(1, Schema.getDefaultInstance()));
    assertEquals(
        "The dataset has 2 examples, which is fewer than expected.",
        deviations(2, schema).getFirst().description());
    assertEquals(
        "The dataset has 6 examples, which is more than expected.",
        deviations(6, schema).getFirst().description());
  }

  private static List<Deviation> deviations(long examples, Schema schema) {
    var dataset = DatasetFeatureStatistics.newBuilder().setNumExamples(examples).build();
    return DatasetCheck.deviations(dataset, schema, Controls.NONE);
  }
}
