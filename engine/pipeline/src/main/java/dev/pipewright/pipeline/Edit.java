package dev.pipewright.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A change of a pipeline. `e.inverse(p).apply(e.apply(p))` is `p` again, the order of everything
/// included. An edit that does not fit the pipeline (no such node, a name that is taken) is an
/// `IllegalArgumentException`; an edit may leave a pipeline that the checks find fault with.
public sealed interface Edit {

  /// The pipeline with this change.
  Pipeline apply(Pipeline pipeline);

  /// The edit that takes this one back.
  ///
  /// @param before the pipeline to which this edit is applied
  Edit inverse(Pipeline before);

  /// Adds a node at this place in the order.
  record AddNode(int index, Node node) implements Edit {

    /// Adds a node as the last one.
    public static AddNode last(Pipeline pipeline, Node node) {
      return new AddNode(pipeline.nodes().size(), node);
    }

    @Override
    public Pipeline apply(Pipeline pipeline) {
      requireFree(pipeline, node.id());
      List<Node> nodes = new ArrayList<>(pipeline.nodes());
      nodes.add(index, node);
      return pipeline.withNodes(nodes);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return whole(before);
    }
  }

  /// Removes a node, the links from it and its place in the layout.
  record RemoveNode(NodeId id) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      List<Node> nodes = new ArrayList<>(pipeline.nodes());
      nodes.remove(pipeline.indexOf(id));
      nodes.replaceAll(this::unlink);
      return pipeline.withNodes(nodes).withLayout(pipeline.layout().without(id));
    }

    private Node unlink(Node node) {
      return isFedBy(node, id)
          ? node.mapSources(s -> s.node().equals(id) ? Stream.empty() : Stream.of(s))
          : node;
    }

    @Override
    public Edit inverse(Pipeline before) {
      return whole(before);
    }
  }

  /// Puts a node in another's place, links from it unchanged: the ids are the same. Links to the
  /// old one that the new one lacks lose their knots.
  record ReplaceNode(Node node) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      Pipeline replaced = pipeline.replace(node.id(), node);
      Set<Link> links = node.links().collect(Collectors.toSet());
      return replaced.withLayout(
          pipeline
              .layout()
              .withoutKnots(link -> link.node().equals(node.id()) && !links.contains(link)));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node.id());
    }
  }

  /// Gives a node another name; links from it and its place in the layout follow. The node keeps
  /// the name that it had, for what runs did with it under that.
  record RenameNode(NodeId from, NodeId to) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      if (from.equals(to)) {
        return pipeline;
      }
      requireFree(pipeline, to);
      Node old = pipeline.get(from);
      Node node = old.withId(to).withOther(Formerly.renamed(old.other(), from.value(), to.value()));
      Pipeline renamed = pipeline.replace(from, node);
      return renamed
          .withNodes(renamed.nodes().stream().map(this::relink).toList())
          .withLayout(pipeline.layout().without(to).renamed(from, to));
    }

    private Node relink(Node node) {
      Node relinked =
          isFedBy(node, from) ? node.mapSources(s -> Stream.of(s.renamed(from, to))) : node;
      return node.readings().anyMatch(r -> r.source().node().equals(from))
          ? relinked.withCondition(reworded(node))
          : relinked;
    }

    private String reworded(Node node) {
      return node.parsedCondition()
          .orElseThrow()
          .mapReadings(r -> r.of(r.source().renamed(from, to)))
          .text();
    }

    @Override
    public Edit inverse(Pipeline before) {
      return whole(before);
    }
  }

  /// Makes these the nodes; how they are drawn stays.
  record SetNodes(List<Node> nodes) implements Edit {
    public SetNodes {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.withNodes(nodes);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetNodes(before.nodes());
    }
  }

  /// Sets a parameter of a node.
  record SetParameter(NodeId node, String name, ParameterValue value) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      Node old = pipeline.get(node);
      return pipeline.replace(node, old.withParameters(old.parameters().with(name, value)));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node);
    }
  }

  /// Gives a parameter of a node its default again.
  record UnsetParameter(NodeId node, String name) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      Node old = pipeline.get(node);
      return pipeline.replace(node, old.withParameters(old.parameters().without(name)));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node);
    }
  }

  /// Says whether a run runs a node.
  record SetMode(NodeId node, Node.Mode mode) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.replace(node, pipeline.get(node).withMode(mode));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetMode(node, before.get(node).mode());
    }
  }

  /// Says when a run runs a node, as the text of a `Condition`; empty for always.
  record SetCondition(NodeId node, String condition) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.replace(node, pipeline.get(node).withCondition(condition));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetCondition(node, before.get(node).condition());
    }
  }

  /// Links a source to an input, after the links it has.
  record Connect(Source source, NodeId node, String port) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return new ConnectAt(pipeline.get(node).inputs(port).size(), source, node, port)
          .apply(pipeline);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node);
    }
  }

  /// Links a source to an input, at this place among the links it has.
  record ConnectAt(int index, Source source, NodeId node, String port) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      Node old = pipeline.get(node);
      if (old.inputs(port).contains(source)) {
        throw new IllegalArgumentException(source + " is linked to " + node + "." + port);
      }
      List<Source> sources = new ArrayList<>(old.inputs(port));
      sources.add(index, source);
      return pipeline.replace(node, old.withInput(port, sources));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node);
    }
  }

  /// Takes the link from a source to an input away, and its knots.
  record Disconnect(Source source, NodeId node, String port) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      Node old = pipeline.get(node);
      if (!old.inputs(port).contains(source)) {
        throw new IllegalArgumentException(source + " is not linked to " + node + "." + port);
      }
      List<Source> sources = old.inputs(port).stream().filter(s -> !s.equals(source)).toList();
      Link link = new Link(source, node, port);
      return pipeline
          .replace(node, old.withInput(port, sources))
          .withLayout(pipeline.layout().withoutKnots(link::equals));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return back(before, node);
    }
  }

  /// Gives the pipeline another name.
  record SetName(String name) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.withName(name);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetName(before.name());
    }
  }

  /// Gives the pipeline another seed.
  record SetSeed(long seed) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.withSeed(seed);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetSeed(before.seed());
    }
  }

  /// Adds a runtime parameter, or changes the one of its name where it stands.
  record SetRuntimeParameter(RuntimeParameter parameter) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      if (pipeline.parameter(parameter.name()).isEmpty()) {
        return pipeline.withParameters(
            Stream.concat(pipeline.parameters().stream(), Stream.of(parameter)).toList());
      }
      return pipeline.withParameters(
          pipeline.parameters().stream()
              .map(p -> p.name().equals(parameter.name()) ? parameter : p)
              .toList());
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetRuntimeParameters(before.parameters());
    }
  }

  /// Makes these the runtime parameters; also how one is removed or moved.
  record SetRuntimeParameters(List<RuntimeParameter> parameters) implements Edit {
    public SetRuntimeParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.withParameters(parameters);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetRuntimeParameters(before.parameters());
    }
  }

  /// Moves a node on the canvas.
  record MoveNode(NodeId node, Layout.Position position) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      pipeline.indexOf(node);
      return pipeline.withLayout(pipeline.layout().with(node, position));
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetLayout(before.layout());
    }
  }

  /// Makes this the layout.
  record SetLayout(Layout layout) implements Edit {
    @Override
    public Pipeline apply(Pipeline pipeline) {
      return pipeline.withLayout(layout);
    }

    @Override
    public Edit inverse(Pipeline before) {
      return new SetLayout(before.layout());
    }
  }

  /// Several edits as one, each applied to what the one before it left.
  record Sequence(List<Edit> edits) implements Edit {
    public Sequence {
      edits = List.copyOf(edits);
    }

    @Override
    public Pipeline apply(Pipeline pipeline) {
      Pipeline changed = pipeline;
      for (Edit edit : edits) {
        changed = edit.apply(changed);
      }
      return changed;
    }

    @Override
    public Edit inverse(Pipeline before) {
      List<Edit> inverses = new ArrayList<>();
      Pipeline state = before;
      for (Edit edit : edits) {
        inverses.addFirst(edit.inverse(state));
        state = edit.apply(state);
      }
      return new Sequence(inverses);
    }
  }

  /// Puts a node back as it was, and the layout where its links had knots.
  private static Edit back(Pipeline before, NodeId node) {
    Edit replace = new ReplaceNode(before.get(node));
    return before.layout().knots().keySet().stream().anyMatch(link -> link.node().equals(node))
        ? new Sequence(List.of(replace, new SetLayout(before.layout())))
        : replace;
  }

  /// Puts all nodes and the layout back: exact even where two nodes have one name.
  private static Edit whole(Pipeline before) {
    return new Sequence(List.of(new SetNodes(before.nodes()), new SetLayout(before.layout())));
  }

  private static boolean isFedBy(Node node, NodeId id) {
    return node.sources().anyMatch(source -> source.node().equals(id));
  }

  private static void requireFree(Pipeline pipeline, NodeId id) {
    if (pipeline.node(id).isPresent()) {
      throw new IllegalArgumentException("there is a node " + id);
    }
  }
}
