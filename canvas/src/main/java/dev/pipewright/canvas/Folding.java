package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document as it is drawn: each folded frame that lies in none is one node that has the ports of
/// its members with links to the outside; what is in it, other frames too, is left out. Links keep
/// their keys.
///
/// @param document what is drawn
/// @param frames the frames that are drawn as nodes, by the key of their node
/// @param real for each port of a folded frame's node the port that it stands for
/// @param nodesIn for each node that is left out the key of the node that is drawn for it
/// @param framesIn for each frame that is folded, or left out, the same
record Folding(
    GraphDocument document,
    Map<String, GraphFrame> frames,
    Map<PortEnd, PortEnd> real,
    Map<String, String> nodesIn,
    Map<String, String> framesIn) {

  static final Folding EMPTY = plain(GraphDocument.EMPTY);

  // No node's key begins so: it would have to come from a text with a control character.
  private static final String MARK = "\u0000";

  static Folding of(GraphDocument document) {
    boolean any = document.frames().stream().anyMatch(frame -> frame.state() == FrameState.FOLDED);
    return any ? new Folder(document).fold() : plain(document);
  }

  private static Folding plain(GraphDocument document) {
    return new Folding(document, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /// The key of the node that a folded frame is drawn as.
  static String keyOf(String frame) {
    return MARK + frame;
  }

  /// The frame that is drawn as a node; null for a node that is one.
  @Nullable GraphFrame frame(String node) {
    return frames.get(node);
  }

  /// The port of the document that a drawn port stands for.
  PortEnd real(PortEnd drawn) {
    return real.getOrDefault(drawn, drawn);
  }

  /// The drawn node that a node of the document is, or is in.
  String shown(String node) {
    return nodesIn.getOrDefault(node, node);
  }

  /// The key of the node that a frame is drawn as, or is in; null for one that is drawn open.
  @Nullable String cardOf(String frame) {
    return framesIn.get(frame);
  }

  private static final class Folder {
    private final GraphDocument document;
    private final Map<String, GraphFrame> frames = new LinkedHashMap<>();
    private final Map<String, String> foldedIn = new HashMap<>();
    private final Map<String, String> framesIn = new HashMap<>();
    private final Set<String> hiddenNotes = new HashSet<>();
    private final Map<String, GraphNode> nodes = new HashMap<>();
    private final Map<PortEnd, PortEnd> real = new HashMap<>();

    Folder(GraphDocument document) {
      this.document = document;
      document.nodes().forEach(node -> nodes.put(node.key(), node));
      for (GraphFrame frame : document.frames()) {
        String key = framesIn.get(frame.outer());
        if (key == null && frame.state() == FrameState.FOLDED) {
          key = keyOf(frame.key());
          frames.put(key, frame);
        }
        if (key != null) {
          hide(frame, key);
        }
      }
    }

    private void hide(GraphFrame frame, String card) {
      framesIn.put(frame.key(), card);
      frame.nodes().forEach(node -> foldedIn.put(node, card));
      hiddenNotes.addAll(frame.notes());
    }

    Folding fold() {
      SequencedMap<String, SequencedMap<PortEnd, PortEnd>> ports = new LinkedHashMap<>();
      List<GraphLink> links = new ArrayList<>();
      for (GraphLink link : document.links()) {
        String from = foldedIn.get(link.from().node());
        String to = foldedIn.get(link.to().node());
        if (from == null || !from.equals(to)) {
          links.add(
              link.between(
                  end(PortEnd.output(link.from()), from, ports),
                  end(PortEnd.input(link.to()), to, ports)));
        }
      }
      return new Folding(
          GraphDocument.of(nodes(ports), links, openFrames(), shownNotes()),
          frames,
          real,
          foldedIn,
          framesIn);
    }

    private PortRef end(
        PortEnd port,
        @Nullable String folded,
        SequencedMap<String, SequencedMap<PortEnd, PortEnd>> ports) {
      if (folded == null) {
        return port.port();
      }
      PortEnd drawn = new PortEnd(port.side(), new PortRef(folded, name(port.port())));
      if (real.put(drawn, port) == null) {
        ports.computeIfAbsent(folded, _ -> new LinkedHashMap<>()).put(drawn, port);
      }
      return drawn.port();
    }

    private String name(PortRef port) {
      GraphNode node = nodes.get(port.node());
      return (node == null ? port.node() : node.title()) + "." + port.port();
    }

    private List<GraphNode> nodes(SequencedMap<String, SequencedMap<PortEnd, PortEnd>> ports) {
      List<GraphNode> shown = new ArrayList<>();
      for (GraphNode node : document.nodes()) {
        if (!foldedIn.containsKey(node.key())) {
          shown.add(node);
        }
      }
      frames.forEach(
          (key, frame) ->
              shown.add(card(key, frame, ports.getOrDefault(key, new LinkedHashMap<>()))));
      return shown;
    }

    private GraphNode card(String key, GraphFrame frame, Map<PortEnd, PortEnd> ports) {
      return new GraphNode(
          key,
          frame.title(),
          key,
          frame.category(),
          frame.x(),
          frame.y(),
          GraphNode.WIDTH,
          ports(ports, PortSide.INPUT),
          ports(ports, PortSide.OUTPUT));
    }

    private List<GraphPort> ports(Map<PortEnd, PortEnd> ports, PortSide side) {
      return ports.entrySet().stream()
          .filter(port -> port.getKey().side() == side)
          .map(port -> port(port.getKey().port().port(), port.getValue()))
          .toList();
    }

    private GraphPort port(String name, PortEnd inner) {
      GraphNode node = nodes.get(inner.port().node());
      if (node == null) {
        throw new IllegalArgumentException("No node " + inner.port().node());
      }
      GraphPort port =
          (inner.side() == PortSide.INPUT ? node.inputs() : node.outputs())
              .stream().filter(inner.port()::isPort).findFirst().orElseThrow();
      return new GraphPort(name, port.type(), port.description(), port.arity());
    }

    private List<GraphFrame> openFrames() {
      return document.frames().stream()
          .filter(frame -> !framesIn.containsKey(frame.key()))
          .toList();
    }

    private List<GraphNote> shownNotes() {
      return document.notes().stream().filter(note -> !hiddenNotes.contains(note.key())).toList();
    }
  }
}
