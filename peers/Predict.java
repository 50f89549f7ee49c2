import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.LoadedModel;
import dev.pipewright.tensorflow.SavedModel;
import dev.pipewright.tensorflow.SessionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what a SavedModel's serving_default gives for the tf.Examples of a TFRecord file, as JSON: {output: [values]}.
/// Usage: predict.sh SAVED_MODEL TFRECORD
class Predict {
  public static void main(String[] args) throws Exception {
    List<byte[]> examples = new ArrayList<>();
    try (TfRecordReader reader = TfRecordReader.open(Path.of(args[1]))) {
      while (reader.next()) {
        examples.add(reader.record());
      }
    }
    try (LoadedModel model = SavedModel.read(Path.of(args[0])).load(SessionSettings.standard());
        HostTensor input = HostTensor.of(examples.toArray(byte[][]::new), examples.size())) {
      var result = model.signature("serving_default").call(Map.of("examples", input));
      System.out.println(
          result.outputs().entrySet().stream()
              .map(e -> "\"" + e.getKey() + "\": " + Arrays.toString(e.getValue().toFloats()))
              .collect(Collectors.joining(", ", "{", "}")));
    }
  }
}
