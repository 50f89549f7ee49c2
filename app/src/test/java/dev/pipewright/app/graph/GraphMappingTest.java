package dev.pipewright.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pipewright.app.components.Components;
import dev.pipewright.app.components.TypeLook;
import dev.pipewright.app.run.ArtifactRow;
import dev.pipewright.canvas.GraphDocument;
import dev.pipewright.canvas.GraphLink;
import dev.pipewright.canvas.GraphNode;
import dev.pipewright.canvas.GraphPort;
import dev.pipewright.canvas.LinkState;
import dev.pipewright.canvas.PortRef;
import dev.pipewright.nodes.NodeModel;
import dev.pipewright.nodes.NodeStatus.State;
import dev.pipewright.nodes.TestNode;
import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.file.ProjectFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphMappingTest {

  private static final Components COMPONENTS = Components.load();
  private static final Pipeline PENGUINS =
      ProjectFile.read(Path.of("../samples/penguins/penguins.pipewright"));
  private static final NodeId GEN = new NodeId("CsvExampleGen");
  private static final NodeId STATS = new NodeId("StatisticsGen");
  private static final String EXAMPLES = "CsvExampleGen.examples → StatisticsGen.examples";

  private final Map<NodeId, NodeModel> models = new LinkedHashMap<>();
  private final List<ArtifactRow> artifacts = new ArrayList<>();

  private GraphDocument map(Pipeline pipeline) {
    pipeline
        .nodes()
        .forEach(
            node ->
                COMPONENTS
                    .spec(node.component())
                    .ifPresent(
                        spec ->
                            models.putIfAbsent(
                                node.id(), TestNode.in(pipeline, node.id().value()))));
    return new GraphMapping(COMPONENTS, models, artifacts).map(pipeline);
  }

  private static Pipeline of(Node... nodes) {
    return Pipeline.of("p", List.of(nodes));
  }

  private static Node gen() {
    return Node.of(GEN, "CsvExampleGen");
  }

  private static Node stats(Source... examples) {
    return Node.of(STATS, "StatisticsGen").withInput("examples", List.of(examples));
  }

  private static Source source(NodeId node, String port) {
    return new Source(node, port);
  }

  private LinkState state(State from, State to) {
    Pipeline pipeline = of(gen(), stats(source(GEN, "examples")));
    map(pipeline);
    ((TestNode) models.get(GEN)).is(from, 2_100);
    ((TestNode) models.get(STATS)).is(to, 2_100);
    return map(pipeline).links().getFirst().state();
  }

  @Test
  void mapsEveryNodeAndLinkOfTheSample() {
    GraphDocument graph = map(PENGUINS);
    assertEquals(
        PENGUINS.nodes().stream().map(n -> n.id().value()).toList(),
        graph.nodes().stream().map(GraphNode::key).toList());
    Set<String> wanted =
        PENGUINS.nodes().stream()
            .flatMap(Node::links)
            .map(GraphMapping::key)
            .collect(Collectors.toSet());
    assertEquals(wanted, graph.links().stream().map(GraphLink::key).collect(Collectors.toSet()));
    assertFalse(graph.links().stream().anyMatch(link -> link.state() == LinkState.INVALID));
  }

  @Test
  void givesANodeItsPlaceItsCategoryAndItsPorts() {
    Pipeline pipeline = new Edit.MoveNode(GEN, new Position(40, -8)).apply(of(gen()));
    GraphNode node = map(pipeline).nodes().getFirst();
    GraphPort examples =
        new GraphPort(
            "examples",
            TypeLook.of(ArtifactType.EXAMPLES),
            COMPONENTS.spec("CsvExampleGen").orElseThrow().outputs().getFirst().doc());
    assertEquals(
        new GraphNode(
            "CsvExampleGen",
            "CsvExampleGen",
            "CsvExampleGen",
            COMPONENTS.style("CsvExampleGen").styleClass(),
            40,
            -8,
            COMPONENTS.binding("CsvExampleGen").width(),
            List.of(),
            List.of(examples)),
        node);
  }

  @Test
  void leavesThePlaceOfAnUnplacedNodeToTheCanvas() {
    assertFalse(map(of(gen())).nodes().getFirst().isPlaced());
  }

  @Test
  void namesTheEndsOfALink() {
    GraphLink link = map(of(gen(), stats(source(GEN, "examples")))).links().getFirst();
    assertEquals(
        new GraphLink(
            EXAMPLES,
            new PortRef("CsvExampleGen", "examples"),
            new PortRef("StatisticsGen", "examples"),
            LinkState.PENDING,
            ""),
        link);
  }

  @Test
  void leavesLinksOutThatNoPortFits() {
    Node stats =
        stats(
                source(new NodeId("nobody"), "examples"),
                source(GEN, "no_output"),
                source(GEN, "examples"),
                source(GEN, "examples"))
            .withInput("no_input", List.of(source(GEN, "examples")));
    assertEquals(
        List.of(EXAMPLES), map(of(gen(), stats)).links().stream().map(GraphLink::key).toList());
  }

  @Test
  void leavesNodesOutThatHaveNoModel() {
    Node odd = Node.of(new NodeId("odd"), "NotInstalled");
    GraphDocument graph = map(of(gen(), odd, stats(source(odd.id(), "examples"))));
    assertEquals(
        List.of("CsvExampleGen", "StatisticsGen"),
        graph.nodes().stream().map(GraphNode::key).toList());
    assertEquals(List.of(), graph.links());
  }

  @Test
  void mapsCyclesAndNodesThatFeedThemselves() {
    Node self = stats(source(STATS, "statistics"));
    GraphLink link = map(of(self)).links().getFirst();
    assertEquals(LinkState.INVALID, link.state());
    assertEquals("StatisticsGen", link.from().node());
  }

  @Test
  void marksALinkBetweenTypesThatDoNotFit() {
    Node gen = gen();
    NodeId schema = new NodeId("SchemaGen");
    Node wrong =
        Node.of(schema, "SchemaGen").withInput("statistics", List.of(source(GEN, "examples")));
    assertEquals(LinkState.INVALID, map(of(gen, wrong)).links().getFirst().state());
  }

  @Test
  void takesTheTypeOfAnImportedArtifactFromItsParameter() {
    NodeId importer = new NodeId("Importer");
    Node imported =
        Node.of(importer, "Importer")
            .withParameters(
                ParameterValue.Fields.EMPTY.with(
                    "artifact_type", ParameterValue.of(ArtifactType.EXAMPLES.name())));
    Node stats = stats(source(importer, "result"));
    assertEquals(LinkState.PENDING, map(of(imported, stats)).links().getFirst().state());
    models.clear();
    Node blank = Node.of(importer, "Importer");
    assertEquals(LinkState.INVALID, map(of(blank, stats)).links().getFirst().state());
  }

  @Test
  void aLinkLooksAsTheNodesAtItsEndsAre() {
    for (State from : State.values()) {
      assertEquals(LinkState.FEEDING, state(from, State.RUNNING), from.toString());
      assertEquals(
          from == State.DONE || from == State.CACHED ? LinkState.NORMAL : LinkState.PENDING,
          state(from, State.WAITING),
          from.toString());
    }
  }

  @Test
  void aLinkOfANodeThatMadeItsOutputLongAgoIsSolid() {
    Pipeline pipeline = of(gen(), stats(source(GEN, "examples")));
    map(pipeline);
    ((TestNode) models.get(GEN)).made(Map.of("examples", Path.of("/root/1")));
    assertEquals(LinkState.NORMAL, map(pipeline).links().getFirst().state());
  }

  @Test
  void aLinkNamesTheArtifactThatGoesThroughIt() {
    artifacts.add(row(3, GEN, "other"));
    artifacts.add(row(4, GEN, "examples"));
    assertEquals(
        List.of("Examples #4"),
        map(of(gen(), stats(source(GEN, "examples")))).links().stream()
            .map(GraphLink::label)
            .toList());
  }

  private static ArtifactRow row(long id, NodeId node, String port) {
    return new ArtifactRow(
        id, node, port, ArtifactType.EXAMPLES, Path.of("/root"), 1, Instant.EPOCH, 1);
  }

  @Test
  void typesWithALookOfTheirOwnAreToldApartByShapeAndColour() {
    var legend = TypeLook.legend();
    assertEquals(legend.size(), legend.stream().map(t -> t.shape()).distinct().count());
    assertEquals(legend.size(), legend.stream().map(t -> t.styleClass()).distinct().count());
    assertEquals("type-unknown", TypeLook.of(new ArtifactType("Mine")).styleClass());
  }
}
