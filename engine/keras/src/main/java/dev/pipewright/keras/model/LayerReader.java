package dev.pipewright.keras.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Reads layers and their parts from Keras's configs.
final class LayerReader {

  private static final String KNOWN =
      "InputLayer, Dense, Embedding, Normalization, CategoryEncoding, Reshape, Concatenate, Add,"
          + " Dropout, Flatten, Activation";

  private LayerReader() {}

  static Layer read(ClassConfig config, String name) {
    Layer layer = layer(config, name);
    config.value("name");
    config.requireAllRead();
    return layer;
  }

  private static Layer layer(ClassConfig config, String name) {
    return switch (config.className()) {
      case "InputLayer" -> input(config, name);
      case "Dense" -> dense(config, name);
      case "Embedding" -> embedding(config, name);
      case "Normalization" -> normalization(config, name);
      case "CategoryEncoding" -> categoryEncoding(config, name);
      case "Reshape" -> reshape(config, name);
      case "Concatenate" -> new Layer.Concatenate(name, config.integer("axis", -1));
      case "Add" -> new Layer.Add(name);
      case "Dropout" -> new Layer.Dropout(name, config.real("rate", 0.5), config.seed());
      case "Flatten" -> new Layer.Flatten(name);
      case "Activation" -> new Layer.ActivationLayer(name, activation(config));
      default -> throw config.unknownClass(KNOWN);
    };
  }

  private static Layer input(ClassConfig config, String name) {
    List<Integer> dims =
        config
            .integers("batch_shape")
            .or(
                () ->
                    config
                        .integers("shape")
                        .map(
                            shape -> {
                              List<Integer> batch = new ArrayList<>(List.of(-1));
                              batch.addAll(shape);
                              return batch;
                            }))
            .orElseThrow(() -> config.wrong("batch_shape is missing", "Set it to [null, 1]."));
    if (dims.stream().anyMatch(dim -> dim < -1)) {
      throw config.wrong(
          "its shape has the negative length " + Collections.min(dims),
          "Give every axis a length of 1 or more, and the first null, for any.");
    }
    return new Layer.InputLayer(
        name, new Shape(dims), config.oneOf("dtype", InputType.class, InputType.FLOAT32));
  }

  private static Layer dense(ClassConfig config, String name) {
    return new Layer.Dense(
        name,
        config.requiredInteger("units"),
        activation(config),
        config.flag("use_bias", true),
        initializer(config, "kernel_initializer", Initializer.glorotUniform()),
        initializer(config, "bias_initializer", new Initializer.Zeros()),
        regularizer(config, "kernel_regularizer"));
  }

  private static Layer embedding(ClassConfig config, String name) {
    int rows = config.requiredInteger("input_dim");
    int width = config.requiredInteger("output_dim");
    Initializer usual = new Layer.Embedding(name, 1, 1).embeddingsInitializer();
    return new Layer.Embedding(
        name, rows, width, initializer(config, "embeddings_initializer", usual));
  }

  private static Layer categoryEncoding(ClassConfig config, String name) {
    int tokens = config.requiredInteger("num_tokens");
    return new Layer.CategoryEncoding(
        name,
        tokens,
        config.oneOf(
            "output_mode",
            Layer.CategoryEncoding.OutputMode.class,
            Layer.CategoryEncoding.OutputMode.MULTI_HOT));
  }

  private static Layer reshape(ClassConfig config, String name) {
    return new Layer.Reshape(
        name,
        config
            .integers("target_shape")
            .orElseThrow(() -> config.wrong("target_shape is missing", "Set target_shape.")));
  }

  private static Layer normalization(ClassConfig config, String name) {
    List<Double> axes = config.reals("axis");
    if (!axes.isEmpty() && !axes.equals(List.of(-1.0))) {
      throw config.wrong("axis is not the last", "Set axis to -1.");
    }
    List<Double> mean = config.reals("mean");
    List<Double> variance = config.reals("variance");
    return mean.isEmpty() && variance.isEmpty()
        ? new Layer.Normalization(name)
        : new Layer.Normalization(name, mean, variance);
  }

  private static Activation activation(ClassConfig config) {
    return config.oneOf("activation", Activation.class, Activation.LINEAR);
  }

  private static Initializer initializer(ClassConfig layer, String field, Initializer otherwise) {
    return layer.part(field, "initializer").map(config -> initializer(config)).orElse(otherwise);
  }

  private static Initializer initializer(ClassConfig config) {
    Initializer initializer = ofClass(config);
    config.requireAllRead();
    return initializer;
  }

  private static Initializer ofClass(ClassConfig config) {
    String name = config.className().replace("_", "");
    for (Initializer.Scaling scaling : Initializer.Scaling.values()) {
      if (scaling.className().equalsIgnoreCase(name)) {
        return new Initializer.Scaled(scaling, config.seed());
      }
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "zeros" -> new Initializer.Zeros();
      case "ones" -> new Initializer.Ones();
      case "constant" -> new Initializer.Constant(config.real("value", 0));
      case "randomuniform", "uniform" ->
          uniform(config, config.real("minval", -0.05), config.real("maxval", 0.05));
      case "randomnormal", "normal" ->
          new Initializer.RandomNormal(
              config.real("mean", 0), config.real("stddev", 0.05), config.seed());
      case "truncatednormal" ->
          new Initializer.TruncatedNormal(
              config.real("mean", 0), config.real("stddev", 0.05), config.seed());
      default ->
          throw config.unknownClass(
              "GlorotUniform, GlorotNormal, HeUniform, HeNormal, LecunUniform, LecunNormal, Zeros,"
                  + " Ones, Constant, RandomUniform, RandomNormal, TruncatedNormal");
    };
  }

  private static Initializer uniform(ClassConfig config, double minval, double maxval) {
    if (!(minval <= maxval)) {
      throw config.wrong(
          "minval " + minval + " is above maxval " + maxval, "Change them over, or one of them.");
    }
    return new Initializer.RandomUniform(minval, maxval, config.seed());
  }

  private static Regularizer regularizer(ClassConfig layer, String field) {
    return layer
        .part(field, "regularizer")
        .map(config -> regularizer(config))
        .orElse(Regularizer.NONE);
  }

  private static Regularizer regularizer(ClassConfig config) {
    Regularizer regularizer =
        switch (config.className().toUpperCase(Locale.ROOT).replace("_", "")) {
          case "L1" -> new Regularizer(factor(config, "l1", 0.01), 0);
          case "L2" -> new Regularizer(0, factor(config, "l2", 0.01));
          case "L1L2" -> new Regularizer(factor(config, "l1", 0), factor(config, "l2", 0));
          default -> throw config.unknownClass("L1, L2, L1L2");
        };
    config.requireAllRead();
    return regularizer;
  }

  private static double factor(ClassConfig config, String field, double otherwise) {
    double factor = config.real(field, otherwise);
    if (!(factor >= 0)) {
      throw config.wrong(field + " is " + factor, "Set it to 0 or more.");
    }
    return factor;
  }
}
