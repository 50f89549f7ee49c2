package dev.pipewright.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.pipeline.file.JsonText;
import org.junit.jupiter.api.Test;

class NetworkDrawingTest {

  @Test
  void writesTensorsAsKerasThreeDoes() {
    FunctionalModel model =
        FunctionalModel.parse(
            JsonText.parse(
                """
                {"class_name": "Functional", "config": {"name": "m", "layers": [
                  {"class_name": "InputLayer", "name": "x", "config": {"shape": [1]}},
                  {"class_name": "InputLayer", "name": "y", "config": {"shape": [1]}},
                  {"class_name": "Add", "name": "sum", "inbound_nodes": ["x", "y"]}
                ], "input_layers": ["x", "y"], "output_layers": ["sum"]}}
                """));

    String input =
        """
        {"class_name": "InputLayer", "name": "%s", "config":
          {"name": "%s", "batch_shape": [null, 1], "dtype": "float32"}, "inbound_nodes": []}
        """;
    assertEquals(
        JsonText.parse(
            """
            {"class_name": "Functional", "config": {"name": "m", "layers": [
              %s, %s,
              {"class_name": "Add", "name": "sum", "config": {"name": "sum"},
               "inbound_nodes": [{"args": [[
                 {"class_name": "__keras_tensor__", "config": {"keras_history": ["x", 0, 0]}},
                 {"class_name": "__keras_tensor__", "config": {"keras_history": ["y", 0, 0]}}
               ]], "kwargs": {}}]}
            ], "input_layers": [["x", 0, 0], ["y", 0, 0]], "output_layers": [["sum", 0, 0]]}}
            """
                .formatted(input.formatted("x", "x"), input.formatted("y", "y"))),
        JsonText.parse(NetworkDrawing.json(model)));
  }

  @Test
  void isStillReadAsTheSameModel() {
    FunctionalModel model = FunctionalModel.parse(Samples.sample("taxi").get("model"));

    assertEquals(model, FunctionalModel.parse(JsonText.parse(NetworkDrawing.json(model))));
  }
}
