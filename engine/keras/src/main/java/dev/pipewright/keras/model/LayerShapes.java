package dev.pipewright.keras.model;

import dev.pipewright.keras.model.Layer.CategoryEncoding.OutputMode;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import java.util.ArrayList;
import java.util.List;

/// The shape that comes out of a layer, and the weights it has.
final class LayerShapes {

  private LayerShapes() {}

  static Shape output(Layer layer, List<Shape> inputs) {
    return switch (layer) {
      case Layer.InputLayer input -> input.batchShape();
      case Layer.Dense dense -> known(layer, only(layer, inputs)).withLast(dense.units());
      case Layer.Embedding embedding -> only(layer, inputs).append(embedding.outputDim());
      case Layer.Normalization normalization -> normalized(normalization, only(layer, inputs));
      case Layer.CategoryEncoding encoding -> encoded(encoding, only(layer, inputs));
      case Layer.Reshape reshape -> reshaped(reshape, only(layer, inputs));
      case Layer.Concatenate concatenate -> concatenated(concatenate, inputs);
      case Layer.Add add -> added(add, inputs);
      case Layer.Flatten flatten -> flattened(only(layer, inputs));
      case Layer.Dropout dropout -> only(layer, inputs);
      case Layer.ActivationLayer activation -> only(layer, inputs);
    };
  }

  static List<WeightSpec> weights(Layer layer, List<Shape> inputs) {
    return switch (layer) {
      case Layer.Dense dense -> denseWeights(dense, inputs.getFirst().last());
      case Layer.Embedding embedding ->
          List.of(
              new WeightSpec(
                  embedding.name() + "/embeddings",
                  Shape.of(embedding.inputDim(), embedding.outputDim()),
                  embedding.embeddingsInitializer(),
                  Regularizer.NONE));
      case Layer.InputLayer _,
          Layer.Normalization _,
          Layer.CategoryEncoding _,
          Layer.Reshape _,
          Layer.Concatenate _,
          Layer.Add _,
          Layer.Flatten _,
          Layer.Dropout _,
          Layer.ActivationLayer _ ->
          List.of();
    };
  }

  private static List<WeightSpec> denseWeights(Layer.Dense dense, int inputs) {
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        new WeightSpec(
            dense.name() + "/kernel",
            Shape.of(inputs, dense.units()),
            dense.kernelInitializer(),
            dense.kernelRegularizer()));
    if (dense.useBias()) {
      weights.add(
          new WeightSpec(
              dense.name() + "/bias",
              Shape.of(dense.units()),
              dense.biasInitializer(),
              Regularizer.NONE));
    }
    return weights;
  }

  private static Shape only(Layer layer, List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw wrong(
          layer,
          "It has " + inputs.size() + " inputs and takes one.",
          "Put a Concatenate layer before it, or remove connections.");
    }
    return inputs.getFirst();
  }

  private static Shape known(Layer layer, Shape input) {
    if (input.rank() < 2 || input.last() < 0) {
      throw wrong(
          layer,
          "Its input has the shape "
              + input
              + ", whose last axis must be known and not the batch's.",
          "Put a Reshape layer before it.");
    }
    return input;
  }

  private static Shape normalized(Layer.Normalization layer, Shape input) {
    int count = layer.mean().size();
    if (count != 1 && input.last() != count) {
      throw wrong(
          layer,
          "It has " + count + " means, and its input the shape " + input + ".",
          "Give one mean and variance, or as many as the last axis is long.");
    }
    return input;
  }

  private static Shape encoded(Layer.CategoryEncoding layer, Shape input) {
    boolean each = layer.outputMode() == OutputMode.ONE_HOT;
    if (each && (input.last() != 1 || input.rank() == 1)) {
      return input.append(layer.numTokens());
    }
    if (input.rank() < 2) {
      throw wrong(
          layer,
          "Its input has the shape " + input + "; multi_hot and count need a list an example.",
          "Put a Reshape layer before it, with target_shape [1].");
    }
    return input.withLast(layer.numTokens());
  }

  private static Shape reshaped(Layer.Reshape layer, Shape input) {
    long from = input.perExample();
    long fixed =
        layer.targetShape().stream()
            .filter(dim -> dim > 0)
            .mapToLong(d -> d)
            .reduce(1, (a, b) -> a * b);
    boolean open = layer.targetShape().contains(-1);
    if (from >= 0 && (open ? from % fixed != 0 : from != fixed)) {
      throw wrong(
          layer,
          from + " values an example do not fill the target_shape " + layer.targetShape() + ".",
          "Choose lengths whose product is " + from + ".");
    }
    List<Integer> dims = new ArrayList<>();
    dims.add(input.rank() == 0 ? -1 : input.dims().getFirst());
    for (int dim : layer.targetShape()) {
      dims.add(dim == -1 && from >= 0 ? Math.toIntExact(from / fixed) : dim);
    }
    return new Shape(dims);
  }

  private static Shape concatenated(Layer.Concatenate layer, List<Shape> inputs) {
    if (inputs.isEmpty()) {
      throw wrong(layer, "It has no inputs.", "Connect at least one layer to it.");
    }
    Shape first = inputs.getFirst();
    int axis = layer.axis() < 0 ? first.rank() + layer.axis() : layer.axis();
    if (axis < 1 || axis >= first.rank()) {
      throw wrong(
          layer,
          "Its axis is " + layer.axis() + ", and its first input has the shape " + first + ".",
          "Choose an axis of the inputs other than the batch's.");
    }
    long length = 0;
    for (Shape input : inputs) {
      if (!agreeBesides(axis, first, input)) {
        throw wrong(
            layer,
            "Its inputs have the shapes " + inputs + ", which differ outside axis " + axis + ".",
            "Reshape them so that they agree everywhere else.");
      }
      int part = input.dims().get(axis);
      length = length < 0 || part < 0 ? -1 : length + part;
    }
    List<Integer> dims = new ArrayList<>(first.dims());
    // What is beyond the int range is refused for its size.
    dims.set(axis, (int) Math.min(length, Integer.MAX_VALUE));
    return new Shape(dims);
  }

  private static boolean agreeBesides(int axis, Shape one, Shape other) {
    if (one.rank() != other.rank()) {
      return false;
    }
    for (int i = 0; i < one.rank(); i++) {
      int a = one.dims().get(i);
      int b = other.dims().get(i);
      if (i != axis && a != b && a >= 0 && b >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Shape added(Layer.Add layer, List<Shape> inputs) {
    if (inputs.isEmpty() || inputs.stream().distinct().count() != 1) {
      throw wrong(
          layer, "Its inputs have the shapes " + inputs + ".", "Give it inputs of one shape.");
    }
    return inputs.getFirst();
  }

  private static Shape flattened(Shape input) {
    return Shape.of(
        input.rank() == 0 ? -1 : input.dims().getFirst(), Math.toIntExact(input.perExample()));
  }

  private static ParameterException wrong(Layer layer, String what, String fix) {
    return new ParameterException(what, Location.subject("layer " + layer.name()), fix);
  }
}
