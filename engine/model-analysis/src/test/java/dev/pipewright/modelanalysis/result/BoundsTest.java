package dev.pipewright.modelanalysis.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.TextFormat;
import dev.pipewright.protos.tfma.MetricThreshold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value_threshold { lower_bound { value: 0.5 } } | at least 0.5",
        "value_threshold { upper_bound { value: 2 } } | at most 2.0",
        "value_threshold { lower_bound {} upper_bound { value: 1 } } | at least 0.0 and at most 1.0",
        "change_threshold { direction: HIGHER_IS_BETTER absolute { value: -0.1 } } | at least -0.1",
        "change_threshold { direction: LOWER_IS_BETTER relative { value: -0.1 } }"
            + " | at most -0.1 of the baseline's value",
        "value_threshold {} | ''",
        "'' | ''",
      },
      quoteCharacter = '\'')
  void saysWhatAThresholdAsks(String threshold, String words) throws Exception {
    MetricThreshold.Builder proto = MetricThreshold.newBuilder();
    TextFormat.merge(threshold, proto);
    assertEquals(words, Bounds.of(proto.build()));
  }
}
