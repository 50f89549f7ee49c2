package dev.pipewright.keras.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerReaderTest {

  private static Layer read(String className, String config) {
    String json = "{'class_name': '%s', 'name': 'n', 'config': %s}".formatted(className, config);
    return LayerReader.read(ClassConfig.of(JsonText.parse(json.replace('\'', '"')), "layer"), "n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Dense | {} | Units is missing. | Set units.",
        "Dense | {'units': 1.5} | Units is not a whole number. | Set units to a whole number.",
        "Dense | {'units': 3000000000} | Units is not a whole number."
            + " | Set units to a whole number.",
        "Dense | {'units': 1, 'use_bias': 1} | Use_bias is not true or false."
            + " | Set use_bias to true or false.",
        "Dense | {'units': 1, 'activation': 7} | Activation is not a text."
            + " | Set activation to a text.",
        "Dense | {'units': 1, 'trainable': false} | Trainable is false. | Remove trainable.",
        "Dense | {'units': 1, 'unit': 2, 'size': 3} | It has no size, unit."
            + " | Use activation, bias_initializer, kernel_initializer, kernel_regularizer, name,"
            + " units, use_bias, or remove it.",
        "Embedding | {'input_dim': 3} | Output_dim is missing. | Set output_dim.",
        "Reshape | {} | Target_shape is missing. | Set target_shape.",
        "Reshape | {'target_shape': 2} | Target_shape is not a list."
            + " | Set target_shape to a list of whole numbers.",
        "InputLayer | {} | Batch_shape is missing. | Set it to [null, 1].",
        "InputLayer | {'batch_shape': [null, -2]} | Its shape has the negative length -2."
            + " | Give every axis a length of 1 or more, and the first null, for any.",
        "InputLayer | {'batch_shape': [null, 1], 'dtype': 'complex'} | Dtype is complex."
            + " | Choose one of float32, int64, int32.",
        "CategoryEncoding | {'num_tokens': 3, 'output_mode': 'tf_idf'} | Output_mode is tf_idf."
            + " | Choose one of one_hot, multi_hot, count.",
        "Normalization | {'axis': 0} | Axis is not the last. | Set axis to -1.",
        "Flatten | {'data_format': 'channels_first'} | Data_format is channels_first."
            + " | Remove data_format.",
        "LSTM | {'units': 3} | There is no layer LSTM. | Choose one of InputLayer, Dense,"
            + " Embedding, Normalization, CategoryEncoding, Reshape, Concatenate, Add, Dropout,"
            + " Flatten, Activation.",
      })
  void saysWhatIsWrongAndWhatToDo(String className, String config, String what, String fix) {
    ParameterException failure =
        assertThrows(ParameterException.class, () -> read(className, config));
    assertEquals(what, failure.what());
    assertEquals(fix, failure.fix());
    assertEquals("layer n (" + className + ")", failure.where().subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "kernel_initializer | {'class_name': 'RandomUniform', 'config': {'minval': 1, 'maxval': 0}}"
            + " | initializer RandomUniform | Minval 1.0 is above maxval 0.0.",
        "kernel_initializer | 'orthogonal' | initializer orthogonal"
            + " | There is no initializer orthogonal.",
        "kernel_initializer | 7 | initializer | It is not described as Keras does.",
        "bias_initializer | {'class_name': 'Constant', 'config': {'value': 'x'}}"
            + " | initializer Constant | Value is not a number.",
        "kernel_regularizer | {'class_name': 'L2', 'config': {'l2': -1}} | regularizer L2"
            + " | L2 is -1.0.",
        "kernel_regularizer | 'l3' | regularizer l3 | There is no regularizer l3.",
      })
  void namesThePartOfALayerThatIsWrong(String field, String part, String place, String what) {
    ParameterException failure =
        assertThrows(
            ParameterException.class,
            () -> read("Dense", "{'units': 1, '%s': %s}".formatted(field, part)));
    assertEquals(what, failure.what());
    assertEquals("layer n (Dense), " + place, failure.where().subject());
  }

  @Test
  void readsInitializersByTheirOldAndNewNames() {
    for (Initializer.Scaling scaling : Initializer.Scaling.values()) {
      String old = scaling.className().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase();
      for (String name : List.of(scaling.className(), old)) {
        Layer.Dense dense =
            (Layer.Dense) read("Dense", "{'units': 1, 'kernel_initializer': '" + name + "'}");
        assertEquals(
            new Initializer.Scaled(scaling, OptionalLong.empty()), dense.kernelInitializer());
      }
    }
    Layer.Dense seeded =
        (Layer.Dense)
            read(
                "Dense",
                "{'units': 1, 'kernel_initializer': {'class_name': 'TruncatedNormal',"
                    + " 'config': {'mean': 1, 'stddev': 0.5, 'seed': 3}}}");
    assertEquals(
        new Initializer.TruncatedNormal(1, 0.5, OptionalLong.of(3)), seeded.kernelInitializer());
  }

  /// A model of random layers, each fed by an earlier one; a branch or two are added together.
  private static FunctionalModel random(Random random) {
    FunctionalModel.Builder model = FunctionalModel.builder("m" + random.nextInt(10));
    model.add(new Layer.InputLayer("x", Shape.of(-1, 4), InputType.FLOAT32));
    List<String> wide = new ArrayList<>(List.of("x"));
    for (int i = 0; i < random.nextInt(1, 7); i++) {
      String from = wide.get(random.nextInt(wide.size()));
      model.add(layer(random, "l" + i), from);
      wide.add("l" + i);
    }
    List<String> joined = wide.size() > 2 ? wide.subList(1, wide.size()) : List.of("x", "l0");
    model.add(
        random.nextBoolean() ? new Layer.Add("join") : new Layer.Concatenate("join", -1), joined);
    model.add(new Layer.Flatten("flat"), "join");
    model.add(dense(random, "out", random.nextInt(1, 5)), "flat");
    return model.build("out");
  }

  /// A layer that keeps the width of four.
  private static Layer layer(Random random, String name) {
    Activation[] activations = Activation.values();
    return switch (random.nextInt(5)) {
      case 0 -> new Layer.Dropout(name, random.nextInt(10) / 10.0, seed(random));
      case 1 -> new Layer.ActivationLayer(name, activations[random.nextInt(activations.length)]);
      case 2 ->
          new Layer.Normalization(name, List.of(0.5, 1.0, -2.0, 0.0), List.of(1.0, 4.0, 0.25, 9.0));
      case 3 -> new Layer.Reshape(name, List.of(4));
      default -> dense(random, name, 4);
    };
  }

  private static Layer dense(Random random, String name, int units) {
    Activation[] activations = Activation.values();
    return new Layer.Dense(
        name,
        units,
        activations[random.nextInt(activations.length)],
        random.nextBoolean(),
        initializer(random),
        initializer(random),
        random.nextBoolean()
            ? Regularizer.NONE
            : new Regularizer(random.nextInt(3) / 8.0, random.nextInt(3) / 8.0));
  }

  private static Initializer initializer(Random random) {
    Initializer.Scaling[] scalings = Initializer.Scaling.values();
    return switch (random.nextInt(7)) {
      case 0 -> new Initializer.Zeros();
      case 1 -> new Initializer.Ones();
      case 2 -> new Initializer.Constant(random.nextDouble());
      case 3 -> new Initializer.RandomUniform(-random.nextDouble(), 1, seed(random));
      case 4 -> new Initializer.RandomNormal(0.5, random.nextDouble(), seed(random));
      case 5 -> new Initializer.TruncatedNormal(0, 1e-3, seed(random));
      default -> new Initializer.Scaled(scalings[random.nextInt(scalings.length)], seed(random));
    };
  }

  private static OptionalLong seed(Random random) {
    return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(100));
  }

  @Test
  void anyModelIsReadBackFromWhatIsWrittenOfIt() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      FunctionalModel model = random(random);
      String json = JsonText.compact(model.toJson());
      FunctionalModel again = FunctionalModel.parse(JsonText.parse(json));
      assertEquals(model, again, json);
      assertEquals(json, JsonText.compact(again.toJson()));
      assertEquals(model.weights(), again.weights());
    }
  }

  @Test
  void damagedModelsAreErrorsOfTheUser() {
    Random random = new Random(10);
    int wrong = 0;
    for (int i = 0; i < 800; i++) {
      String json = JsonText.compact(random(random).toJson());
      int at = random.nextInt(json.length());
      String piece = List.of("-1", "null", "\"x\"", "[]", "{}", "1e9", "true").get(i % 7);
      String damaged = json.substring(0, at).replaceFirst("[^,:\\[{]*$", piece) + rest(json, at);
      try {
        FunctionalModel.parse(JsonText.parse(damaged));
      } catch (ParameterException e) {
        wrong++;
        assertTrue(!e.fix().isBlank(), damaged);
      } catch (dev.pipewright.pipeline.ProjectException e) {
        // It is no JSON any more.
        continue;
      }
    }
    assertTrue(wrong > 40, wrong + " were wrong");
  }

  /// What follows the value in which this place is.
  private static String rest(String json, int at) {
    int end = at;
    while (end < json.length() && ",]}".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    return json.substring(end);
  }
}
