package dev.pipewright.runner;

import dev.pipewright.pipeline.Node;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.Pipeline;
import dev.pipewright.pipeline.Source;
import dev.pipewright.pipeline.component.ComponentRegistry;
import dev.pipewright.pipeline.component.PortSpec;
import dev.pipewright.pipeline.wiring.Wiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What of a pipeline runs when muted and bypassed nodes do not.
///
/// @param pipeline the nodes that run, with the links that are left to them: those of bypassed
///   nodes lead around these
/// @param leftOut why the others do not run, as a sentence
record ActivePart(Pipeline pipeline, SequencedMap<NodeId, String> leftOut) {

  ActivePart {
    leftOut = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leftOut));
  }

  static ActivePart of(Pipeline pipeline, ComponentRegistry registry) {
    SequencedMap<NodeId, String> leftOut = new LinkedHashMap<>();
    for (Node node : pipeline.nodes()) {
      switch (node.mode()) {
        case ACTIVE -> {}
        case MUTED -> leftOut.put(node.id(), "It is muted.");
        case BYPASSED -> leftOut.put(node.id(), "It is bypassed.");
      }
    }
    return leftOut.isEmpty()
        ? new ActivePart(pipeline, leftOut)
        : new Spread(pipeline, new Wiring(registry, pipeline), leftOut).part();
  }

  /// Leaves out what needs what is left out.
  private record Spread(Pipeline pipeline, Wiring wiring, SequencedMap<NodeId, String> leftOut) {

    ActivePart part() {
      List<Node> nodes = pipeline.nodes().stream().map(this::around).toList();
      boolean isChanged = true;
      while (isChanged) {
        isChanged = false;
        for (int i = 0; i < nodes.size(); i++) {
          Node node = nodes.get(i);
          Optional<String> reason =
              leftOut.containsKey(node.id())
                  ? Optional.empty()
                  : reason(pipeline.nodes().get(i), node);
          reason.ifPresent(sentence -> leftOut.put(node.id(), sentence));
          isChanged |= reason.isPresent();
        }
      }
      List<Node> active =
          nodes.stream().filter(n -> !leftOut.containsKey(n.id())).map(this::live).toList();
      return new ActivePart(pipeline.withNodes(active), leftOut);
    }

    private Node around(Node node) {
      Node led = node;
      for (String port : node.inputs().keySet()) {
        List<Source> sources = new ArrayList<>();
        for (Source source : node.inputs(port)) {
          wiring.around(source, this::isBypassed).ifPresent(sources::add);
        }
        led = led.withInput(port, sources.stream().distinct().toList());
      }
      return led.readings().anyMatch(r -> isBypassed(r.source().node())) ? reworded(led) : led;
    }

    private Node reworded(Node node) {
      return node.withCondition(
          node.parsedCondition()
              .orElseThrow()
              .mapReadings(
                  r -> r.of(wiring.around(r.source(), this::isBypassed).orElse(r.source())))
              .text());
    }

    private boolean isBypassed(NodeId id) {
      return pipeline.node(id).filter(n -> n.mode() == Node.Mode.BYPASSED).isPresent();
    }

    private Node live(Node node) {
      Node live = node;
      for (String port : node.inputs().keySet()) {
        live = live.withInput(port, liveSources(node, port));
      }
      return live;
    }

    private List<Source> liveSources(Node node, String port) {
      return node.inputs(port).stream().filter(s -> !leftOut.containsKey(s.node())).toList();
    }

    /// Why a node cannot run: an input that it needs was linked, and gets nothing.
    private Optional<String> reason(Node node, Node led) {
      Optional<String> unread =
          led.readings()
              .map(r -> r.source().node())
              .filter(leftOut::containsKey)
              .findFirst()
              .map(needed -> "Its condition reads " + needed + ", which does not run.");
      return unread.isPresent() ? unread : unfed(node, led);
    }

    private Optional<String> unfed(Node node, Node led) {
      return node.inputs().keySet().stream()
          .filter(port -> isNeeded(node, port) && liveSources(led, port).isEmpty())
          .findFirst()
          .map(port -> reason(node.inputs(port).getFirst().node(), led.inputs(port)));
    }

    private boolean isNeeded(Node node, String port) {
      return wiring
          .spec(node.id())
          .flatMap(spec -> spec.input(port))
          .filter(input -> input.arity() != PortSpec.Arity.OPTIONAL)
          .isPresent();
    }

    private String reason(NodeId linked, List<Source> led) {
      if (led.isEmpty()) {
        return "It needs " + linked + ", which is bypassed and has no such input to pass on.";
      }
      NodeId needed = led.getFirst().node();
      boolean isMuted = pipeline.node(needed).filter(n -> n.mode() == Node.Mode.MUTED).isPresent();
      return "It needs " + needed + (isMuted ? ", which is muted." : ".");
    }
  }
}
