package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.FunctionalModel.Node;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// The product of a Dense layer's kernel with concatenated parts of which some are encodings of one
/// integer a row. An indicator vector times a matrix is a row of the matrix: instead of making long
/// vectors of zeros and multiplying them, the rows are looked up and added. The same product, but
/// for the order of additions; in wide-and-deep networks it is most of the work.
///
/// @param encoded the encodings
/// @param plain the other parts
/// @param columns the kernel's rows that belong to the other parts, in order
record EncodedProduct(List<Encoded> encoded, List<String> plain, List<Integer> columns) {

  /// Below that many tokens the vectors are cheap.
  private static final int MANY_TOKENS = 100;

  /// An encoding: the layer whose integers it encodes, and its rows of the kernel.
  record Encoded(String integers, int firstRow, int tokens) {}

  /// The product of that layer, if it is a Dense on a row of parts with many tokens among them.
  static Optional<EncodedProduct> of(Node dense, FunctionalModel model) {
    Map<String, Node> nodes = new HashMap<>();
    model.nodes().forEach(node -> nodes.put(node.name(), node));
    if (!(dense.layer() instanceof Layer.Dense)) {
      return Optional.empty();
    }
    Map<String, Shape> shapes = model.shapes();
    var product = new EncodedProduct(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    product.collect(node(nodes, dense.inbound().getFirst()), 0, nodes, shapes);
    int tokens = product.encoded.stream().mapToInt(Encoded::tokens).sum();
    return tokens < MANY_TOKENS ? Optional.empty() : Optional.of(product);
  }

  /// Adds the parts of a layer that start at that row of the kernel.
  private void collect(Node part, int row, Map<String, Node> nodes, Map<String, Shape> shapes) {
    Shape shape = Objects.requireNonNull(shapes.get(part.name()));
    if (part.layer() instanceof Layer.Concatenate && shape.rank() == 2) {
      int next = row;
      for (String inner : part.inbound()) {
        collect(node(nodes, inner), next, nodes, shapes);
        next += Objects.requireNonNull(shapes.get(inner)).last();
      }
    } else if (part.layer() instanceof Layer.CategoryEncoding encoding
        && isOneInteger(Objects.requireNonNull(shapes.get(part.inbound().getFirst())))) {
      encoded.add(new Encoded(part.inbound().getFirst(), row, encoding.numTokens()));
    } else {
      plain.add(part.name());
      IntStream.range(row, row + shape.last()).forEach(columns::add);
    }
  }

  private static boolean isOneInteger(Shape shape) {
    return shape.rank() == 2 && shape.last() == 1;
  }

  private static Node node(Map<String, Node> nodes, String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  /// The layers whose values [#build] takes.
  List<String> sources() {
    List<String> sources = new ArrayList<>(plain);
    encoded.forEach(encoding -> sources.add(encoding.integers()));
    return sources;
  }

  /// Adds the product to the graph.
  ///
  /// @param values the values of [#sources], in order
  Value build(GraphBuilder graph, Value kernel, List<Value> values) {
    Value looked = lookedUp(graph, kernel, values.subList(plain.size(), values.size()));
    if (plain.isEmpty()) {
      return looked;
    }
    Value x = sideBySide(graph, values.subList(0, plain.size()), DType.FLOAT32);
    Value rows = graph.constant(columns.stream().mapToInt(Integer::intValue).toArray());
    Value multiplied = graph.call("MatMul", x, graph.call("Gather", kernel, rows));
    return graph.call("AddV2", multiplied, looked);
  }

  /// The sum of the kernel's rows that the integers stand for; of one out of range, nothing.
  private Value lookedUp(GraphBuilder graph, Value kernel, List<Value> integers) {
    Value x = sideBySide(graph, integers, DType.INT64);
    Value last = graph.constant(encoded.stream().mapToLong(e -> e.tokens() - 1).toArray());
    Value first = graph.constant(encoded.stream().mapToLong(Encoded::firstRow).toArray());
    Value inRange = graph.call("Minimum", graph.call("Maximum", x, graph.constant(0L)), last);
    Value rows = graph.call("Gather", kernel, graph.call("AddV2", inRange, first));
    Value counts =
        graph
            .op("Cast")
            .inputs(graph.call("Equal", x, inRange))
            .attr("DstT", DType.FLOAT32)
            .value();
    Value each = graph.call("ExpandDims", counts, graph.constant(1));
    Value sums = graph.call("BatchMatMul", each, rows);
    return graph.op("Squeeze").inputs(sums).attr("squeeze_dims", List.of(1)).value();
  }

  private static Value sideBySide(GraphBuilder graph, List<Value> values, DType dtype) {
    List<Value> cast =
        values.stream()
            .map(
                value ->
                    value.dtype() == dtype
                        ? value
                        : graph.op("Cast").inputs(value).attr("DstT", dtype).value())
            .toList();
    return cast.size() == 1
        ? cast.getFirst()
        : graph.call("ConcatV2", OpInput.list(cast), graph.constant(-1));
  }
}
