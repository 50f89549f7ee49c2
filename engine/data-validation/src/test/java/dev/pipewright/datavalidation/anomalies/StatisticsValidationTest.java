package dev.pipewright.datavalidation.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pipewright.datavalidation.Goldens;
import dev.pipewright.datavalidation.schema.ProtoText;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfmd.DatasetFeatureStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsValidationTest {

  @ParameterizedTest
  @CsvSource({
    "first, first, first.shapes, ",
    "shapes, second, first.shapes, ",
    "counts, second, first.counts, ",
    "strict, first, strict, ",
    "malformed, first, malformed, ",
    "strict.SERVING, first, strict, SERVING",
  })
  void findsTfdvsAnomalies(String golden, String statistics, String schema, String environment) {
    var anomalies =
        StatisticsValidation.validate(
            Goldens.dataset(statistics), Goldens.schema(schema), environment);

    assertEquals(ProtoText.of(Goldens.anomalies(golden)), ProtoText.of(anomalies));
  }

  @Test
  void saysThatDataAreMissing() {
    var anomalies =
        StatisticsValidation.validate(
            DatasetFeatureStatistics.getDefaultInstance(), Goldens.schema("first.shapes"), null);

    assertEquals(Goldens.anomalies("empty"), anomalies);
  }

  @Test
  void refusesAnEnvironmentThatTheSchemaDoesNotHave() {
    assertThrows(
        ParameterException.class,
        () ->
            StatisticsValidation.validate(
                Goldens.dataset("first"), Goldens.schema("strict"), "NOWHERE"));
  }
}
