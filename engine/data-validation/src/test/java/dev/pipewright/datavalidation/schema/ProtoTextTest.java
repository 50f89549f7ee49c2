package dev.pipewright.datavalidation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.protos.tfmd.Anomalies;
import dev.pipewright.protos.tfmd.AnomalyInfo;
import dev.pipewright.protos.tfmd.FloatDomain;
import dev.pipewright.protos.tfmd.Histogram;
import dev.pipewright.protos.tfmd.StringDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoTextTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "0.1, 0.1",
    "-2.5, -2.5",
    "1e-4, 0.0001",
    "0.00001, 1e-05",
    "1.5e-7, 1.5e-07",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.25e22, 1.25e+22",
    "-1e300, -1e+300",
    "123456789.125, 123456789.125",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf",
  })
  void writesDoublesAsPython(double value, String expected) {
    var bucket = Histogram.Bucket.newBuilder().setLowValue(value).build();

    assertEquals("low_value: " + expected + "\n", ProtoText.of(bucket));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "3.4028235e38, 3.4028235e+38", "16777216, 16777216.0", "0, 0.0"})
  void writesFloatsAsPython(float value, String expected) {
    assertEquals("min: " + expected + "\n", ProtoText.of(FloatDomain.newBuilder().setMin(value)));
  }

  @Test
  void escapesWhatPythonEscapes() {
    assertEquals(
        "value: \"a\\\"\\'\\\\\\n\\r\\t\\001\\177ü日\"\n",
        ProtoText.of(StringDomain.newBuilder().addValue("a\"'\\\n\r\t\1\177ü日")));
  }

  @Test
  void writesUnsignedNumbersAndMapsInOrder() {
    var histogram = Histogram.newBuilder().setNumNan(-1);
    var anomalies =
        Anomalies.newBuilder()
            .putAnomalyInfo("b", AnomalyInfo.getDefaultInstance())
            .putAnomalyInfo("a", AnomalyInfo.getDefaultInstance());

    assertEquals("num_nan: 18446744073709551615\n", ProtoText.of(histogram));
    assertEquals(
        """
        anomaly_info {
          key: "a"
          value {
          }
        }
        anomaly_info {
          key: "b"
          value {
          }
        }
        """,
        ProtoText.of(anomalies));
  }
}
