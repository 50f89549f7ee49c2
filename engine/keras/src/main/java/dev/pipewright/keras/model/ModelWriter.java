package dev.pipewright.keras.model;

import dev.pipewright.pipeline.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// Writes models as the JSON values that [ModelReader] reads.
final class ModelWriter {

  private ModelWriter() {}

  static ParameterValue write(FunctionalModel model) {
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    config.put("name", ParameterValue.of(model.name()));
    config.put("layers", ParameterValue.of(model.nodes().stream().map(ModelWriter::node).toList()));
    config.put("input_layers", texts(model.inputs()));
    config.put("output_layers", texts(model.outputs()));
    return described("Functional", config);
  }

  private static ParameterValue node(FunctionalModel.Node node) {
    Map<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("class_name", ParameterValue.of(className(node.layer())));
    json.put("name", ParameterValue.of(node.name()));
    json.put("config", ParameterValue.of(config(node.layer())));
    json.put("inbound_nodes", texts(node.inbound()));
    return ParameterValue.of(json);
  }

  private static String className(Layer layer) {
    return layer instanceof Layer.ActivationLayer ? "Activation" : layer.getClass().getSimpleName();
  }

  private static Map<String, ParameterValue> config(Layer layer) {
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    switch (layer) {
      case Layer.InputLayer input -> {
        config.put("batch_shape", dims(input.batchShape().dims()));
        config.put("dtype", ParameterValue.of(input.dtype().configName()));
      }
      case Layer.Dense dense -> dense(dense, config);
      case Layer.Embedding embedding -> {
        config.put("input_dim", ParameterValue.of(embedding.inputDim()));
        config.put("output_dim", ParameterValue.of(embedding.outputDim()));
        config.put("embeddings_initializer", initializer(embedding.embeddingsInitializer()));
      }
      case Layer.Normalization normalization -> {
        config.put("axis", ParameterValue.of(-1));
        config.put("mean", reals(normalization.mean()));
        config.put("variance", reals(normalization.variance()));
      }
      case Layer.CategoryEncoding encoding -> {
        config.put("num_tokens", ParameterValue.of(encoding.numTokens()));
        config.put(
            "output_mode",
            ParameterValue.of(encoding.outputMode().name().toLowerCase(Locale.ROOT)));
      }
      case Layer.Reshape reshape -> config.put("target_shape", integers(reshape.targetShape()));
      case Layer.Concatenate concatenate ->
          config.put("axis", ParameterValue.of(concatenate.axis()));
      case Layer.Dropout dropout -> {
        config.put("rate", ParameterValue.of(dropout.rate()));
        config.put("seed", seed(dropout.seed()));
      }
      case Layer.ActivationLayer activation ->
          config.put("activation", ParameterValue.of(activation.activation().configName()));
      case Layer.Add _, Layer.Flatten _ -> {}
    }
    return config;
  }

  private static void dense(Layer.Dense dense, Map<String, ParameterValue> config) {
    config.put("units", ParameterValue.of(dense.units()));
    config.put("activation", ParameterValue.of(dense.activation().configName()));
    config.put("use_bias", ParameterValue.of(dense.useBias()));
    config.put("kernel_initializer", initializer(dense.kernelInitializer()));
    config.put("bias_initializer", initializer(dense.biasInitializer()));
    config.put("kernel_regularizer", regularizer(dense.kernelRegularizer()));
  }

  private static ParameterValue initializer(Initializer initializer) {
    return switch (initializer) {
      case Initializer.Zeros _ -> described("Zeros", Map.of());
      case Initializer.Ones _ -> described("Ones", Map.of());
      case Initializer.Constant(double value) ->
          described("Constant", Map.of("value", ParameterValue.of(value)));
      case Initializer.RandomUniform(double low, double high, OptionalLong seed) ->
          random("RandomUniform", "minval", low, "maxval", high, seed);
      case Initializer.RandomNormal(double mean, double stddev, OptionalLong seed) ->
          random("RandomNormal", "mean", mean, "stddev", stddev, seed);
      case Initializer.TruncatedNormal(double mean, double stddev, OptionalLong seed) ->
          random("TruncatedNormal", "mean", mean, "stddev", stddev, seed);
      case Initializer.Scaled(Initializer.Scaling scaling, OptionalLong seed) ->
          described(scaling.className(), Map.of("seed", seed(seed)));
    };
  }

  private static ParameterValue random(
      String className, String first, double a, String second, double b, OptionalLong seed) {
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    config.put(first, ParameterValue.of(a));
    config.put(second, ParameterValue.of(b));
    config.put("seed", seed(seed));
    return described(className, config);
  }

  private static ParameterValue regularizer(Regularizer regularizer) {
    if (regularizer.equals(Regularizer.NONE)) {
      return ParameterValue.NULL;
    }
    Map<String, ParameterValue> config = new LinkedHashMap<>();
    config.put("l1", ParameterValue.of(regularizer.l1()));
    config.put("l2", ParameterValue.of(regularizer.l2()));
    return described("L1L2", config);
  }

  private static ParameterValue described(String className, Map<String, ParameterValue> config) {
    Map<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("class_name", ParameterValue.of(className));
    json.put("config", ParameterValue.of(config));
    return ParameterValue.of(json);
  }

  private static ParameterValue seed(OptionalLong seed) {
    return seed.isPresent() ? ParameterValue.of(seed.getAsLong()) : ParameterValue.NULL;
  }

  private static ParameterValue texts(List<String> texts) {
    return ParameterValue.of(texts.stream().map(ParameterValue::of).toList());
  }

  private static ParameterValue reals(List<Double> numbers) {
    return ParameterValue.of(numbers.stream().map(ParameterValue::of).toList());
  }

  private static ParameterValue integers(List<Integer> numbers) {
    return ParameterValue.of(numbers.stream().map(n -> ParameterValue.of((long) n)).toList());
  }

  /// A batch shape, any length as null.
  private static ParameterValue dims(List<Integer> numbers) {
    return ParameterValue.of(
        numbers.stream()
            .map(n -> n < 0 ? ParameterValue.NULL : ParameterValue.of((long) n))
            .toList());
  }
}
