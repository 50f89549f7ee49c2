package dev.pipewright.pipeline.check;

import dev.pipewright.pipeline.Edit;
import dev.pipewright.pipeline.Layout.Position;
import dev.pipewright.pipeline.Link;
import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ArtifactType;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ways to mend links.
final class LinkFixes {

  /// More would be a list to choose from, which the canvas offers better.
  private static final int MOST = 3;

  private static final double LEFT = 320;

  private final Pipeline pipeline;
  private final ComponentRegistry registry;
  private final Wiring wiring;

  LinkFixes(Pipeline pipeline, ComponentRegistry registry, Wiring wiring) {
    this.pipeline = pipeline;
    this.registry = registry;
    this.wiring = wiring;
  }

  /// For an input that needs a link: what is there to feed it, or else what could be added to.
  List<Fix> feed(Node node, PortSpec input) {
    List<Source> fitting = fitting(node, input).limit(MOST).toList();
    if (!fitting.isEmpty()) {
      return fitting.stream()
          .map(
              source ->
                  new Fix("Link " + source, new Edit.Connect(source, node.id(), input.name())))
          .toList();
    }
    return makers(input.type()).limit(MOST).map(maker -> add(maker, node, input)).toList();
  }

  private Stream<Source> fitting(Node node, PortSpec input) {
    return wiring.outputs(input.type()).stream()
        .filter(source -> wiring.fits(source, node.id(), input.name()));
  }

  private Stream<ComponentSpec> makers(ArtifactType type) {
    return registry.specs().stream().filter(spec -> output(spec, type).isPresent());
  }

  private static Optional<PortSpec> output(ComponentSpec spec, ArtifactType type) {
    return spec.outputs().stream()
        .filter(output -> output.typeParameter() == null && output.type().equals(type))
        .findFirst();
  }

  private Fix add(ComponentSpec maker, Node node, PortSpec input) {
    NodeId id = pipeline.freeId(maker.name());
    List<Edit> edits = added(id, maker, node);
    for (PortSpec own : maker.inputs()) {
      List<Source> sources = fedBy(own, node);
      if (own.arity() != PortSpec.Arity.OPTIONAL && sources.size() == 1) {
        edits.add(new Edit.Connect(sources.getFirst(), id, own.name()));
      }
    }
    edits.add(new Edit.Connect(output(id, maker, input.type()), node.id(), input.name()));
    return new Fix("Add " + maker.name() + " and link it", new Edit.Sequence(edits));
  }

  /// What may feed a node that is to feed `consumer`.
  private List<Source> fedBy(PortSpec input, Node consumer) {
    return wiring.outputs(input.type()).stream()
        .filter(s -> !s.node().equals(consumer.id()) && !wiring.feeds(consumer.id(), s.node()))
        .toList();
  }

  private List<Edit> added(NodeId id, ComponentSpec spec, Node consumer) {
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.AddNode.last(pipeline, Node.of(id, spec.name())));
    Position place = pipeline.layout().positions().get(consumer.id());
    if (place != null) {
      edits.add(new Edit.MoveNode(id, place.movedBy(-LEFT, 0)));
    }
    return edits;
  }

  private static Source output(NodeId id, ComponentSpec spec, ArtifactType type) {
    return new Source(id, output(spec, type).orElseThrow().name());
  }

  /// For a link that leads from what is not there.
  List<Fix> redirect(Link link, Optional<Source> meant) {
    Stream<Fix> redirected =
        meant
            .filter(source -> wiring.fits(source, link.node(), link.port()))
            .map(source -> new Fix("Link " + source + " instead", replace(link, source)))
            .stream();
    return Stream.concat(redirected, Stream.of(remove(link))).toList();
  }

  private Edit replace(Link link, Source source) {
    return new Edit.Sequence(
        List.of(
            new Edit.Disconnect(link.source(), link.node(), link.port()),
            new Edit.ConnectAt(index(link), source, link.node(), link.port())));
  }

  private int index(Link link) {
    return pipeline.node(link.node()).orElseThrow().inputs(link.port()).indexOf(link.source());
  }

  Fix remove(Link link) {
    return new Fix("Remove the link", new Edit.Disconnect(link.source(), link.node(), link.port()));
  }

  /// For a link between ports of different types: the one component that makes the one of the
  /// other, or the one output that fits.
  List<Fix> convert(Link link, ArtifactType from, PortSpec to) {
    List<Fix> fixes = new ArrayList<>();
    List<ComponentSpec> converters =
        makers(to.type()).filter(spec -> inputs(spec, from).count() == 1).toList();
    if (converters.size() == 1) {
      fixes.add(insert(converters.getFirst(), link, from, to.type()));
    }
    List<Source> fitting = fitting(pipeline.node(link.node()).orElseThrow(), to).limit(2).toList();
    fixes.addAll(
        redirect(link, fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty()));
    return fixes;
  }

  private static Stream<PortSpec> inputs(ComponentSpec spec, ArtifactType type) {
    return spec.inputs().stream().filter(input -> input.type().equals(type));
  }

  private Fix insert(ComponentSpec converter, Link link, ArtifactType from, ArtifactType to) {
    NodeId id = pipeline.freeId(converter.name());
    Node consumer = pipeline.node(link.node()).orElseThrow();
    List<Edit> edits = added(id, converter, consumer);
    String input = inputs(converter, from).findFirst().orElseThrow().name();
    edits.add(new Edit.Connect(link.source(), id, input));
    edits.add(new Edit.Disconnect(link.source(), link.node(), link.port()));
    edits.add(new Edit.ConnectAt(index(link), output(id, converter, to), link.node(), link.port()));
    return new Fix("Insert " + converter.name(), new Edit.Sequence(edits));
  }

  /// For an input with more links than it takes: one of them is to stay.
  List<Fix> keepOne(Node node, String port, List<Source> sources) {
    return sources.stream()
        .distinct()
        .limit(MOST)
        .map(
            source ->
                new Fix(
                    "Keep only " + source,
                    new Edit.ReplaceNode(node.withInput(port, List.of(source)))))
        .toList();
  }

  /// For links that are there twice.
  Fix distinct(Node node, String port, List<Source> sources) {
    return new Fix(
        "Remove the second link",
        new Edit.ReplaceNode(node.withInput(port, sources.stream().distinct().toList())));
  }

  /// For links to an input that is not there.
  List<Fix> move(Node node, String port, Optional<String> meant) {
    List<Fix> fixes = new ArrayList<>();
    List<Source> sources = node.inputs(port);
    meant
        .filter(to -> node.inputs(to).isEmpty())
        .filter(to -> sources.stream().allMatch(s -> wiring.fits(s, node.id(), to)))
        .ifPresent(
            to ->
                fixes.add(
                    new Fix(
                        "Link it to " + to,
                        new Edit.ReplaceNode(
                            node.withInput(port, List.of()).withInput(to, sources)))));
    fixes.add(
        new Fix(
            sources.size() == 1 ? "Remove the link" : "Remove the links",
            new Edit.ReplaceNode(node.withInput(port, List.of()))));
    return fixes;
  }

  /// For a cycle: each of its links may go.
  List<Fix> open(List<NodeId> cycle) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < Math.min(cycle.size(), 2 * MOST); i++) {
      NodeId from = cycle.get(i);
      NodeId to = cycle.get((i + 1) % cycle.size());
      Node fed = pipeline.node(to).orElseThrow();
      List<Edit> edits = new ArrayList<>();
      fed.links()
          .filter(link -> link.source().node().equals(from))
          .distinct()
          .forEach(l -> edits.add(new Edit.Disconnect(l.source(), l.node(), l.port())));
      String what = edits.isEmpty() ? "condition of " + to : "link " + from + " → " + to;
      if (fed.readings().anyMatch(reading -> reading.source().node().equals(from))) {
        edits.add(new Edit.SetCondition(to, ""));
      }
      fixes.add(new Fix("Remove the " + what, new Edit.Sequence(edits)));
    }
    return fixes;
  }
}
