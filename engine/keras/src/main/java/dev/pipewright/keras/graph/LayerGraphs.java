package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Seeds;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.OpInput;
import dev.pipewright.tensorflow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds one layer, in a scope of its name, as Keras's layers compute it.
final class LayerGraphs {

  private static final float NORMALIZATION_EPSILON = 1e-7f;

  private final GraphBuilder graph;
  private final ModelVariables variables;
  private final Optional<Randomness> randomness;
  private final Shape shape;

  /// What decides the random numbers of a training step.
  record Randomness(long seed, Value step) {}

  LayerGraphs(
      GraphBuilder graph, ModelVariables variables, Optional<Randomness> randomness, Shape shape) {
    this.graph = graph;
    this.variables = variables;
    this.randomness = randomness;
    this.shape = shape;
  }

  ModelOutput build(Layer layer, List<Value> inbound, Map<String, Value> inputs) {
    return switch (layer) {
      case Layer.InputLayer input -> plain(input(input, inputs));
      case Layer.Dense dense -> activated(dense.activation(), dense(dense, inbound.getFirst()));
      case Layer.ActivationLayer activation ->
          activated(activation.activation(), floats(inbound.getFirst()));
      case Layer.Embedding embedding -> plain(embedding(embedding, inbound.getFirst()));
      case Layer.Normalization normalization ->
          plain(normalized(normalization, floats(inbound.getFirst())));
      case Layer.CategoryEncoding encoding -> plain(encoded(encoding, inbound.getFirst()));
      case Layer.Reshape _, Layer.Flatten _ -> plain(reshaped(inbound.getFirst()));
      case Layer.Concatenate concatenate -> plain(concatenated(concatenate, inbound));
      case Layer.Add _ -> plain(graph.call("AddN", OpInput.list(inbound)));
      case Layer.Dropout dropout -> plain(dropped(dropout, inbound.getFirst()));
    };
  }

  ModelOutput build(Layer.Dense layer, EncodedProduct product, List<Value> sources) {
    Value kernel = variables.get(layer.name() + "/kernel").read();
    return activated(layer.activation(), biased(layer, product.build(graph, kernel, sources)));
  }

  private static ModelOutput plain(Value value) {
    return new ModelOutput(value, Activation.LINEAR, value);
  }

  private ModelOutput activated(Activation activation, Value before) {
    return new ModelOutput(Activations.apply(graph, activation, before), activation, before);
  }

  private static Value input(Layer.InputLayer layer, Map<String, Value> inputs) {
    Value value = inputs.get(layer.name());
    if (value == null) {
      throw new IllegalArgumentException(
          "input " + layer.name() + " is missing among " + inputs.keySet());
    }
    return value;
  }

  private Value floats(Value value) {
    return cast(value, DType.FLOAT32);
  }

  private Value cast(Value value, DType dtype) {
    return value.dtype() == dtype
        ? value
        : graph.op("Cast").inputs(value).attr("DstT", dtype).value();
  }

  private Value integers(Value value) {
    return value.dtype().isFloating() ? cast(value, DType.INT64) : value;
  }

  private Value dense(Layer.Dense layer, Value input) {
    Value kernel = variables.get(layer.name() + "/kernel").read();
    Value x = floats(input);
    boolean isMatrix = shape.rank() == 2;
    int inputs = Math.toIntExact(kernel.shape().dim(0));
    Value rows = isMatrix ? x : graph.call("Reshape", x, graph.constant(new int[] {-1, inputs}));
    Value sum = biased(layer, graph.call("MatMul", rows, kernel));
    return isMatrix ? sum : reshaped(sum, x);
  }

  private Value biased(Layer.Dense layer, Value product) {
    return layer.useBias()
        ? graph.call("BiasAdd", product, variables.get(layer.name() + "/bias").read())
        : product;
  }

  private Value embedding(Layer.Embedding layer, Value input) {
    Value table = variables.get(layer.name() + "/embeddings").read();
    return graph.call("GatherV2", table, integers(input), graph.constant(0));
  }

  private Value normalized(Layer.Normalization layer, Value x) {
    int count = layer.mean().size();
    float[] mean = new float[count];
    float[] scale = new float[count];
    for (int i = 0; i < count; i++) {
      mean[i] = layer.mean().get(i).floatValue();
      scale[i] =
          Math.max((float) Math.sqrt(layer.variance().get(i).floatValue()), NORMALIZATION_EPSILON);
    }
    Value centred = graph.call("Sub", x, graph.constant(mean));
    return graph.call("RealDiv", centred, graph.constant(scale));
  }

  private Value encoded(Layer.CategoryEncoding layer, Value input) {
    Value x = integers(input);
    boolean each = layer.outputMode() == Layer.CategoryEncoding.OutputMode.ONE_HOT;
    if (each && shape.rank() == x.shape().rank() && shape.rank() > 1) {
      x = graph.op("Squeeze").inputs(x).attr("squeeze_dims", List.of(-1)).value();
    }
    Value oneHot =
        graph.call(
            "OneHot", x, graph.constant(layer.numTokens()), graph.constant(1f), graph.constant(0f));
    return switch (layer.outputMode()) {
      case ONE_HOT -> oneHot;
      case MULTI_HOT -> graph.call("Max", oneHot, graph.constant(-2));
      case COUNT -> graph.call("Sum", oneHot, graph.constant(-2));
    };
  }

  private Value concatenated(Layer.Concatenate layer, List<Value> inbound) {
    boolean oneType = inbound.stream().map(Value::dtype).distinct().count() == 1;
    List<Value> parts = oneType ? inbound : inbound.stream().map(this::floats).toList();
    if (parts.size() == 1) {
      return graph.call("Identity", parts.getFirst());
    }
    return graph.call("ConcatV2", OpInput.list(parts), graph.constant(layer.axis()));
  }

  private Value dropped(Layer.Dropout layer, Value input) {
    if (randomness.isEmpty() || layer.rate() == 0) {
      return graph.call("Identity", input);
    }
    Value x = floats(input);
    long seed = Seeds.of(layer.seed(), randomness.get().seed(), layer.name());
    Value seeds = graph.call("Pack", OpInput.list(graph.constant(seed), randomness.get().step()));
    Value uniform =
        graph
            .op("StatelessRandomUniform")
            .inputs(graph.call("Shape", x), seeds)
            .attr("dtype", DType.FLOAT32)
            .value();
    Value keep = graph.call("GreaterEqual", uniform, graph.constant((float) layer.rate()));
    Value scaled = graph.call("Mul", x, graph.constant((float) (1 / (1 - layer.rate()))));
    return graph.call("SelectV2", keep, scaled, graph.constant(0f));
  }

  private Value reshaped(Value x) {
    return reshaped(x, x);
  }

  /// To the layer's shape; lengths that are unknown besides the batch's are those of `like`.
  private Value reshaped(Value x, Value like) {
    int[] dims = shape.dims().stream().mapToInt(Integer::intValue).toArray();
    long open = shape.dims().stream().filter(dim -> dim < 0).count();
    if (open <= 1) {
      return graph.call("Reshape", x, graph.constant(dims));
    }
    Value[] lengths = new Value[dims.length];
    Value actual = graph.call("Shape", like);
    for (int i = 0; i < dims.length; i++) {
      lengths[i] =
          dims[i] >= 0
              ? graph.constant(dims[i])
              : graph.call("GatherV2", actual, graph.constant(i), graph.constant(0));
    }
    return graph.call("Reshape", x, graph.call("Pack", OpInput.list(lengths)));
  }
}
