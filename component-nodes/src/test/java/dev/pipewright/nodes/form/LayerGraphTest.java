package dev.pipewright.nodes.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerGraphTest {

  private static final String MODEL =
      """
      {"class_name": "Functional", "config": {"name": "m", "layers": [
        {"class_name": "InputLayer", "name": "x", "config": {"batch_shape": [null, 1]}},
        {"class_name": "Dense", "name": "a", "config": {"units": 8, "activation": "relu"},
         "inbound_nodes": ["x"]},
        {"class_name": "Dense", "name": "b", "config": {"units": 4}, "inbound_nodes": ["a"]},
        {"class_name": "Dense", "name": "out", "config": {"units": 1}, "inbound_nodes": ["b"],
         "trainable": true}],
        "input_layers": ["x"], "output_layers": ["out"]}, "build_config": {}}
      """;

  private static LayerGraph graph(String json) {
    return LayerGraph.of(JsonText.parse(json)).orElseThrow();
  }

  @Test
  void listsLayersAndKeepsTheRest() {
    LayerGraph graph = graph(MODEL);
    assertEquals(
        List.of("x", "a", "b", "out"), graph.layers().stream().map(l -> l.name()).toList());
    assertEquals(1, graph.inputCount());
    assertEquals(JsonText.parse(MODEL), graph.json());
  }

  @Test
  void changesOneSettingAlone() {
    LayerGraph changed = graph(MODEL).withSetting(2, "units", ParameterValue.of(5L));
    assertEquals(JsonText.parse(MODEL.replace("\"units\": 4", "\"units\": 5")), changed.json());
  }

  @Test
  void joinsWhatStoodAroundALayerThatGoes() {
    LayerGraph shorter = graph(MODEL).without(1);
    assertEquals(List.of("x", "b", "out"), shorter.layers().stream().map(l -> l.name()).toList());
    assertEquals(Optional.of(List.of("x")), shorter.layers().get(1).inbound());
    assertEquals(shorter, graph(JsonText.compact(shorter.json())));
  }

  @Test
  void putsALayerBeforeTheOutput() {
    LayerGraph longer = graph(MODEL).withDense();
    assertEquals(
        List.of("x", "a", "b", "dense", "out"),
        longer.layers().stream().map(l -> l.name()).toList());
    assertEquals(Optional.of(List.of("b")), longer.layers().get(3).inbound());
    assertEquals(Optional.of(List.of("dense")), longer.layers().get(4).inbound());
    assertEquals("dense_2", longer.withDense().layers().get(4).name());
  }

  @Test
  void takesOutWhatItPutIn() {
    LayerGraph graph = graph(MODEL);
    assertEquals(graph.json(), graph.withDense().without(3).json());
  }

  @Test
  void movesALayerOfAChain() {
    LayerGraph graph = graph(MODEL);
    LayerGraph moved = graph.moved(2, 1);
    assertEquals(
        List.of("x", "b", "a", "out"), moved.layers().stream().map(l -> l.name()).toList());
    assertEquals(
        List.of(List.of("x"), List.of("b"), List.of("a")),
        moved.layers().stream().skip(1).map(l -> l.inbound().orElseThrow()).toList());
    assertEquals(graph.json(), moved.moved(2, 1).json());
    assertFalse(graph.canMove(3, 1), "the output stays the last");
    assertFalse(graph.canMove(1, 0), "nothing comes before an input");
  }

  @Test
  void removesNeitherInputsNorOutputsNorLayersOfSeveral() {
    LayerGraph graph = graph(MODEL.replace("[\"b\"]", "[\"b\", \"a\"]"));
    assertFalse(graph.canRemove(0));
    assertTrue(graph.canRemove(1));
    assertFalse(graph.canRemove(3));
    assertTrue(graph.canAdd());
  }

  @Test
  void onlyReadsTheChainOfAModelThatKerasWrote() {
    LayerGraph graph =
        graph(
            MODEL.replace(
                "[\"b\"]",
                "[{\"args\": [{\"class_name\": \"__keras_tensor__\"}], \"kwargs\": {}}]"));
    assertFalse(graph.canAdd());
    assertFalse(graph.canRemove(1));
    assertEquals(4, graph.layers().size());
  }

  @Test
  void leavesWhatIsNoModelAlone() {
    for (String json :
        List.of(
            "3",
            "{}",
            "{\"config\": {\"layers\": []}}",
            "{\"config\": {\"layers\": [{\"class_name\": 1}]}}")) {
      assertEquals(Optional.empty(), LayerGraph.of(JsonText.parse(json)), json);
    }
  }
}
