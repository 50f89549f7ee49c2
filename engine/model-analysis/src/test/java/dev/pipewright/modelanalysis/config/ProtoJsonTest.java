package dev.pipewright.modelanalysis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.BoolValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import dev.pipewright.protos.tfma.AggregationOptions;
import dev.pipewright.protos.tfma.ArrayValue;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.PaddingOptions;
import dev.pipewright.protos.tfma.SingleSliceKey;
import dev.pipewright.protos.tfma.SlicingSpec;
import dev.pipewright.protos.tfma.TDistributionValue;
import org.junit.jupiter.api.Test;

/// Expected texts are what Python's `json_format.MessageToDict` makes.
class ProtoJsonTest {

  private static void assertJson(String json, Message message) {
    assertEquals(json, ProtoJson.print(message).toString());
    Message.Builder again = message.newBuilderForType();
    ProtoJson.parse(ProtoJson.print(message), again, "json");
    assertEquals(message, again.build());
  }

  @Test
  void printsWrappersAsTheirValues() {
    assertJson(
        "{\"name\":\"auc\",\"exampleWeighted\":false}",
        MetricKey.newBuilder().setName("auc").setExampleWeighted(BoolValue.of(false)).build());
    assertJson(
        "{\"sampleMean\":0.5,\"sampleDegreesOfFreedom\":\"9007199254740993\"}",
        TDistributionValue.newBuilder()
            .setSampleMean(DoubleValue.of(0.5))
            .setSampleDegreesOfFreedom(Int64Value.of(9007199254740993L))
            .build());
  }

  @Test
  void printsMapsByKey() {
    assertJson(
        "{\"featureValues\":{\"city\":\"Oslo\",\"hour\":\"7\"}}",
        SlicingSpec.newBuilder()
            .putFeatureValues("hour", "7")
            .putFeatureValues("city", "Oslo")
            .build());
  }

  @Test
  void printsNumbersThatJsonHasNotAsTexts() {
    assertJson(
        "{\"dataType\":\"FLOAT64\",\"float64Values\":[\"NaN\",\"Infinity\",\"-Infinity\",1.5]}",
        ArrayValue.newBuilder()
            .setDataType(ArrayValue.DataType.FLOAT64)
            .addFloat64Values(Double.NaN)
            .addFloat64Values(Double.POSITIVE_INFINITY)
            .addFloat64Values(Double.NEGATIVE_INFINITY)
            .addFloat64Values(1.5)
            .build());
  }

  @Test
  void printsBytesInBase64() {
    assertJson(
        "{\"column\":\"city\",\"bytesValue\":\"T3Nsbw==\"}",
        SingleSliceKey.newBuilder()
            .setColumn("city")
            .setBytesValue(ByteString.copyFromUtf8("Oslo"))
            .build());
  }

  @Test
  void keepsWhichOfSeveralIsSetThoughItIsZero() {
    assertJson(
        "{\"labelIntPadding\":\"0\",\"predictionFloatPadding\":0.0}",
        PaddingOptions.newBuilder().setLabelIntPadding(0).setPredictionFloatPadding(0).build());
    assertJson(
        "{\"microAverage\":false}", AggregationOptions.newBuilder().setMicroAverage(false).build());
  }
}
