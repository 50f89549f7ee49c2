package dev.pipewright.pipeline;

import dev.pipewright.pipeline.ParameterValue.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes pipelines and edits for properties: right and wrong ones, dangling links, odd texts.
public final class RandomPipelines {

  private static final List<String> NODES = List.of("A", "B.b", "C-1", "D_2", "E", "F");
  private static final List<String> PORTS = List.of("examples", "model", "schema");
  private static final List<String> TEXTS =
      List.of("", "x", "é", "\"quoted\"", "a\nb", "\u0001", "日本", "\\", "😀", "</script>");

  private static final List<String> CONDITIONS =
      List.of("", "", "A.model.value == 1", "C-1.schema[2].property('x') < 3", "no ( condition");

  private final Random random;

  public RandomPipelines(long seed) {
    this.random = new Random(seed);
  }

  public Pipeline pipeline() {
    List<Node> nodes = new ArrayList<>();
    for (String id : NODES) {
      if (random.nextBoolean()) {
        nodes.add(node(new NodeId(id)));
      }
    }
    List<RuntimeParameter> parameters =
        random.nextBoolean() ? List.of() : List.of(parameter("root"), parameter("steps"));
    return new Pipeline(
        "p" + random.nextInt(9), random.nextLong(), parameters, nodes, layout(), other());
  }

  private Node node(NodeId id) {
    SequencedMap<String, List<Source>> inputs = new LinkedHashMap<>();
    for (String port : PORTS) {
      List<Source> sources = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        Source source = source();
        if (!sources.contains(source)) {
          sources.add(source);
        }
      }
      inputs.put(port, sources);
    }
    return new Node(
        id,
        pick(List.of("CsvExampleGen", "Trainer")),
        fields(2),
        inputs,
        mode(),
        pick(CONDITIONS),
        other());
  }

  private Node.Mode mode() {
    return pick(List.of(Node.Mode.values()));
  }

  public Layout layout() {
    SequencedMap<NodeId, Layout.Position> positions = new LinkedHashMap<>();
    some().forEach(node -> positions.put(node, position()));
    SequencedMap<Link, List<Layout.Position>> knots = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      knots.put(
          new Link(source(), new NodeId(pick(NODES)), pick(PORTS)),
          Stream.generate(this::position).limit(random.nextInt(3)).toList());
    }
    List<Note> notes =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(i -> new Note("note" + i, pick(TEXTS), area(), other()))
            .toList();
    return new Layout(positions, new LinkedHashSet<>(some()), knots, notes, frames(notes), other());
  }

  private List<Frame> frames(List<Note> notes) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            i ->
                new Frame(
                    "frame" + i,
                    pick(TEXTS),
                    pick(List.of("", "data")),
                    area(),
                    pick(List.of(Frame.State.values())),
                    // Frames that lie in a later one, in one that is not there, or in none.
                    pick(List.of("", "frame" + (i + 1))),
                    some(),
                    notes.stream().map(Note::id).filter(n -> random.nextBoolean()).toList(),
                    other()))
        .toList();
  }

  private List<NodeId> some() {
    return NODES.stream().filter(n -> random.nextBoolean()).map(NodeId::new).toList();
  }

  private Area area() {
    return new Area(
        -random.nextDouble(), random.nextInt(9), random.nextInt(90), random.nextDouble());
  }

  private Source source() {
    return new Source(new NodeId(pick(NODES)), pick(PORTS));
  }

  private Layout.Position position() {
    return new Layout.Position(random.nextInt(2000) - 1000, random.nextDouble() * 100);
  }

  private RuntimeParameter parameter(String name) {
    return new RuntimeParameter(
        name,
        RuntimeParameter.Kind.JSON,
        random.nextBoolean() ? ParameterValue.of(List.of(value(1))) : null,
        pick(TEXTS),
        other());
  }

  private Fields other() {
    return random.nextInt(3) > 0
        ? Fields.EMPTY
        : new Fields(new LinkedHashMap<>(Map.of("future_" + random.nextInt(9), value(2))));
  }

  private Fields fields(int depth) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.put("f" + random.nextInt(9), value(depth - 1));
    }
    return new Fields(values);
  }

  public ParameterValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> ParameterValue.NULL;
      case 1 -> ParameterValue.of(random.nextBoolean());
      case 2 -> ParameterValue.of(random.nextLong());
      case 3 ->
          ParameterValue.of(
              random.nextBoolean()
                  ? random.nextInt(100)
                  : Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      case 4 -> ParameterValue.of(pick(TEXTS));
      case 5 -> new ParameterValue.RuntimeReference(pick(List.of("root", "gone")));
      case 6 ->
          ParameterValue.of(
              random.ints(random.nextInt(4)).mapToObj(i -> value(depth - 1)).toList());
      default -> fields(depth);
    };
  }

  /// An edit that fits the pipeline.
  public Edit edit(Pipeline pipeline) {
    List<NodeId> ids = pipeline.nodes().stream().map(Node::id).toList();
    List<NodeId> free = NODES.stream().map(NodeId::new).filter(n -> !ids.contains(n)).toList();
    int kind = random.nextInt(ids.isEmpty() ? 6 : 17);
    return switch (kind) {
      case 0, 1 ->
          free.isEmpty()
              ? new Edit.SetSeed(random.nextInt())
              : new Edit.AddNode(random.nextInt(ids.size() + 1), node(pick(free)));
      case 2 -> new Edit.SetName(pick(List.of("x", "y")));
      case 3 -> new Edit.SetRuntimeParameter(parameter(pick(List.of("root", "steps", "new"))));
      case 4 -> new Edit.SetRuntimeParameters(List.of(parameter("only")));
      case 5 -> new Edit.SetLayout(layout());
      case 6 -> new Edit.RemoveNode(pick(ids));
      case 7, 8 -> {
        NodeId from = pick(ids);
        yield new Edit.RenameNode(from, free.isEmpty() ? from : pick(free));
      }
      case 9 -> new Edit.SetParameter(pick(ids), "f" + random.nextInt(9), value(2));
      case 10 -> new Edit.UnsetParameter(pick(ids), "f" + random.nextInt(9));
      case 11 -> new Edit.MoveNode(pick(ids), position());
      case 12 -> new Edit.SetMode(pick(ids), mode());
      case 13 -> new Edit.ReplaceNode(node(pick(ids)));
      case 14 -> new Edit.SetCondition(pick(ids), pick(CONDITIONS));
      case 15 -> connect(pipeline.node(pick(ids)).orElseThrow());
      default -> disconnect(pipeline.node(pick(ids)).orElseThrow());
    };
  }

  private Edit connect(Node node) {
    Source source = source();
    String port = pick(PORTS);
    return node.inputs(port).contains(source)
        ? new Edit.Disconnect(source, node.id(), port)
        : random.nextBoolean()
            ? new Edit.Connect(source, node.id(), port)
            : new Edit.ConnectAt(
                random.nextInt(node.inputs(port).size() + 1), source, node.id(), port);
  }

  private Edit disconnect(Node node) {
    if (node.inputs().isEmpty()) {
      return connect(node);
    }
    String port = pick(List.copyOf(node.inputs().keySet()));
    return new Edit.Disconnect(pick(node.inputs(port)), node.id(), port);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
