package dev.pipewright.training;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Bindings;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.component.RecordedExecution;
import dev.pipewright.pipeline.file.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Parameters of Trainers for tests.
final class Samples {

  private Samples() {}

  /// The Trainer of a sample project: `taxi` (TFX's taxi_utils_native_keras.py) or `penguins`
  /// (TFX's penguin_utils_keras.py).
  static Map<String, ParameterValue> sample(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name + ".json")) {
      return fields(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A small network that tells from `x` (two numbers) and `n` whether `y` is 1.
  static Map<String, ParameterValue> binary() {
    return fields(
        """
        {
          "train_args": {"num_steps": 60},
          "label_key": "y",
          "train_batch_size": 16,
          "eval_batch_size": 16,
          "update_freq": 5,
          "model": {
            "class_name": "Functional",
            "config": {
              "name": "small",
              "layers": [
                {"class_name": "InputLayer", "name": "x", "config": {"batch_shape": [null, 2]}},
                {
                  "class_name": "InputLayer",
                  "name": "n",
                  "config": {"batch_shape": [null, 1], "dtype": "int32"}
                },
                {
                  "class_name": "CategoryEncoding",
                  "name": "encoding",
                  "config": {"num_tokens": 3},
                  "inbound_nodes": ["n"]
                },
                {
                  "class_name": "Concatenate",
                  "name": "all",
                  "config": {},
                  "inbound_nodes": ["x", "encoding"]
                },
                {
                  "class_name": "Dropout",
                  "name": "dropout",
                  "config": {"rate": 0.1},
                  "inbound_nodes": ["all"]
                },
                {
                  "class_name": "Dense",
                  "name": "output",
                  "config": {"units": 1, "activation": "sigmoid"},
                  "inbound_nodes": ["dropout"]
                }
              ],
              "input_layers": ["x", "n"],
              "output_layers": ["output"]
            }
          },
          "optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.05}},
          "loss": "binary_crossentropy",
          "metrics": ["BinaryAccuracy", "AUC"]
        }
        """);
  }

  /// A small network that gives three numbers from `x` and is to learn `label`, or two when that is
  /// `x` itself.
  static Map<String, ParameterValue> classes(String label) {
    int units = label.equals("x") ? 2 : 3;
    return with(
        binary(),
        """
        {
          "label_key": "%s",
          "metrics": [],
          "model": {
            "class_name": "Functional",
            "config": {
              "name": "classes",
              "layers": [
                {"class_name": "InputLayer", "name": "%s", "config": {"batch_shape": [null, %d]}},
                {
                  "class_name": "Dense",
                  "name": "output",
                  "config": {"units": %d},
                  "inbound_nodes": ["%s"]
                }
              ],
              "input_layers": ["%s"],
              "output_layers": ["output"]
            }
          }
        }
        """
            .formatted(label, input(label), width(label), units, input(label), input(label)));
  }

  private static String input(String label) {
    return label.equals("x") ? "n" : "x";
  }

  private static int width(String label) {
    return label.equals("x") ? 1 : 2;
  }

  /// The values with some set anew, from JSON.
  static Map<String, ParameterValue> with(Map<String, ParameterValue> values, String json) {
    var changed = new LinkedHashMap<>(values);
    changed.putAll(fields(json));
    return changed;
  }

  /// An execution of a Trainer with two threads.
  static RecordedExecution execution(
      Path folder, Map<String, Artifact> inputs, Map<String, ParameterValue> parameters) {
    return new RecordedExecution(folder, bound(parameters), inputs, 2);
  }

  /// An execution with nothing to do.
  static RecordedExecution execution(Path folder) {
    return execution(folder, Map.of(), Map.of());
  }

  /// Parameters as an execution has them.
  static Parameters bound(Map<String, ParameterValue> values) {
    return Bindings.of(Map.of())
        .bind(
            "Trainer",
            TrainerSpec.SPEC.parameters(),
            new ParameterValue.Fields(new LinkedHashMap<>(values)));
  }

  private static Map<String, ParameterValue> fields(String json) {
    return ((ParameterValue.Fields) JsonText.parse(json)).values();
  }
}
