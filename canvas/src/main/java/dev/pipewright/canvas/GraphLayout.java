package dev.pipewright.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Point2D;

/// Finds places for nodes that have none: in layers from left to right, each node right of those it
/// takes from, 40 pixels between layers and 52 between the nodes of one. Nodes that have a place
/// keep it; the found ones stand below them.
public final class GraphLayout {

  private static final double GAP_X = 40;
  private static final double GAP_Y = 52;
  private static final double START = 24;
  private static final double GRID = 4;

  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<String>> sources = new HashMap<>();
  private final Map<String, Integer> layerOf = new HashMap<>();

  private GraphLayout(GraphDocument document) {
    for (GraphNode node : document.nodes()) {
      if (!node.isPlaced()) {
        nodes.put(node.key(), node);
        sources.put(node.key(), new ArrayList<>());
      }
    }
    for (GraphLink link : document.links()) {
      List<String> into = sources.get(link.to().node());
      if (into != null && nodes.containsKey(link.from().node())) {
        into.add(link.from().node());
      }
    }
  }

  /// The left top corner of every node without a place, by key, on the grid of 4 pixels.
  public static SequencedMap<String, Point2D> places(GraphDocument document) {
    double top = START;
    for (GraphNode node : document.nodes()) {
      if (node.isPlaced()) {
        top = Math.max(top, node.y() + CardMetrics.estimatedHeight(node) + GAP_Y);
      }
    }
    return new GraphLayout(document).places(top);
  }

  private SequencedMap<String, Point2D> places(double top) {
    List<List<String>> layers = new ArrayList<>();
    for (String key : nodes.keySet()) {
      int layer = layer(key);
      while (layers.size() <= layer) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(key);
    }
    SequencedMap<String, Point2D> places = new LinkedHashMap<>();
    double x = START;
    for (List<String> layer : layers) {
      x = snap(x + place(layer, x, top, places) + GAP_X);
    }
    return places;
  }

  // A node already being asked for closes a cycle: that link counts for nothing.
  private int layer(String key) {
    Integer known = layerOf.get(key);
    if (known != null) {
      return known;
    }
    layerOf.put(key, -1);
    int layer = 0;
    for (String source : sources.getOrDefault(key, List.of())) {
      layer = Math.max(layer, layer(source) + 1);
    }
    layerOf.put(key, layer);
    return layer;
  }

  private double place(
      List<String> layer, double x, double top, SequencedMap<String, Point2D> places) {
    Map<String, Double> wished = new HashMap<>();
    for (String key : layer) {
      wished.put(
          key,
          sources.getOrDefault(key, List.of()).stream()
              .map(places::get)
              .filter(place -> place != null)
              .mapToDouble(Point2D::getY)
              .average()
              .orElse(top));
    }
    double width = 0;
    double next = top;
    for (String key : layer.stream().sorted(Comparator.comparingDouble(wished::get)).toList()) {
      GraphNode node = nodes.get(key);
      if (node != null) {
        double y = snap(Math.max(next, wished.getOrDefault(key, top)));
        places.put(key, new Point2D(x, y));
        next = y + CardMetrics.estimatedHeight(node) + GAP_Y;
        width = Math.max(width, node.width());
      }
    }
    return width;
  }

  private static double snap(double value) {
    return Math.ceil(value / GRID) * GRID;
  }
}
