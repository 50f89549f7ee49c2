package dev.pipewright.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pipewright.data.starter.Template;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmallGraphTest {

  @Test
  void drawsEachLinkThatNoLongerWayReplaces() {
    SmallGraph graph = SmallGraph.of(Template.PENGUINS.pipeline());
    assertEquals(
        List.of(
            "CsvExampleGen>StatisticsGen",
            "StatisticsGen>SchemaGen",
            "SchemaGen>ExampleValidator",
            "SchemaGen>Transform",
            "Transform>Trainer",
            "Trainer>Evaluator",
            "latest_blessed_model_resolver>Evaluator",
            "Evaluator>Pusher"),
        graph.links().stream().map(SmallGraphTest::text).toList());
    assertEquals(
        Map.of(
            "CsvExampleGen", 0,
            "StatisticsGen", 1,
            "SchemaGen", 2,
            "ExampleValidator", 3,
            "Transform", 3,
            "Trainer", 4,
            "latest_blessed_model_resolver", 4,
            "Evaluator", 5,
            "Pusher", 6),
        graph.depths().entrySet().stream()
            .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue)));
  }

  @Test
  void aCycleIsDrawnToo() {
    Node a = node("A").withInput("in", List.of(new Source(new NodeId("B"), "out")));
    Node b = node("B").withInput("in", List.of(new Source(new NodeId("A"), "out")));
    SmallGraph graph = SmallGraph.of(Pipeline.of("cycle", List.of(a, b)));
    assertEquals(2, graph.depths().size());
    assertEquals(2, graph.links().size());
  }

  private static Node node(String id) {
    return Node.of(new NodeId(id), "Any");
  }

  private static String text(Link link) {
    return link.source().node() + ">" + link.node();
  }
}
