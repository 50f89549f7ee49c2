package dev.pipewright.keras.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.keras.model.Activation;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Step;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Losses of random predictions against their formulas in double precision, and against laws: a
/// weight of two is the example twice, what ends in a sigmoid or softmax has the loss of its
/// logits.
class LossDefinitionsTest {

  private static final int ROWS = 6;

  /// What a loss is for one example, in plain arithmetic.
  private interface Formula {
    double of(double[] prediction, double[] label);
  }

  private static double[] softmax(double[] logits) {
    double sum = 0;
    double[] p = new double[logits.length];
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(logits[i]) / sum;
    }
    return p;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double binary(double[] p, double[] label) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum -= label[i] * Math.log(p[i]) + (1 - label[i]) * Math.log(1 - p[i]);
    }
    return sum / p.length;
  }

  private static double categorical(double[] p, double[] label) {
    double sum = 0;
    double total = 0;
    for (double each : p) {
      total += each;
    }
    for (int i = 0; i < p.length; i++) {
      sum -= label[i] * Math.log(p[i] / total);
    }
    return sum;
  }

  private static double[] mapped(double[] values, DoubleUnaryOperator map) {
    return Arrays.stream(values).map(map).toArray();
  }

  private static double meanOf(double[] p, double[] label, DoubleUnaryOperator of) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += of.applyAsDouble(p[i] - label[i]);
    }
    return sum / p.length;
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(
            new Loss.MeanSquaredError(), 3, 3, (Formula) (p, y) -> meanOf(p, y, d -> d * d)),
        Arguments.of(
            new Loss.MeanAbsoluteError(), 3, 3, (Formula) (p, y) -> meanOf(p, y, Math::abs)),
        Arguments.of(
            new Loss.BinaryCrossentropy(false), 2, 2, (Formula) LossDefinitionsTest::binary),
        Arguments.of(
            new Loss.BinaryCrossentropy(true),
            2,
            2,
            (Formula) (p, y) -> binary(mapped(p, LossDefinitionsTest::sigmoid), y)),
        Arguments.of(
            new Loss.CategoricalCrossentropy(false),
            4,
            4,
            (Formula) LossDefinitionsTest::categorical),
        Arguments.of(
            new Loss.CategoricalCrossentropy(true),
            4,
            4,
            (Formula) (p, y) -> categorical(softmax(p), y)),
        Arguments.of(
            new Loss.SparseCategoricalCrossentropy(false),
            4,
            1,
            // The logits that probabilities stand for are their logarithms, whatever their sum.
            (Formula) (p, y) -> -Math.log(p[(int) y[0]] / Arrays.stream(p).sum())),
        Arguments.of(
            new Loss.SparseCategoricalCrossentropy(true),
            4,
            1,
            (Formula) (p, y) -> -Math.log(softmax(p)[(int) y[0]])));
  }

  private static boolean takesLogits(Loss loss) {
    return switch (loss) {
      case Loss.BinaryCrossentropy(boolean fromLogits) -> fromLogits;
      case Loss.CategoricalCrossentropy(boolean fromLogits) -> fromLogits;
      case Loss.SparseCategoricalCrossentropy(boolean fromLogits) -> fromLogits;
      case Loss.MeanSquaredError m -> true;
      case Loss.MeanAbsoluteError m -> true;
    };
  }

  /// Rows of numbers; between 0 and 1 where they are to be probabilities.
  private static float[] predictions(Random random, int width, boolean isLogit) {
    float[] values = new float[ROWS * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = isLogit ? random.nextFloat(-4, 4) : random.nextFloat(0.02f, 0.98f);
    }
    return values;
  }

  private static float[] labels(Random random, Loss loss, int width, int classes) {
    float[] values = new float[ROWS * width];
    for (int row = 0; row < ROWS; row++) {
      if (loss instanceof Loss.SparseCategoricalCrossentropy) {
        values[row] = random.nextInt(classes);
      } else if (loss instanceof Loss.CategoricalCrossentropy) {
        values[row * width + random.nextInt(width)] = 1;
      } else {
        for (int i = 0; i < width; i++) {
          values[row * width + i] = random.nextInt(2);
        }
      }
    }
    return values;
  }

  private static double[] row(float[] values, int row) {
    int width = values.length / ROWS;
    double[] found = new double[width];
    for (int i = 0; i < width; i++) {
      found[i] = values[row * width + i];
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void isTheMeanOfItsFormula(Loss loss, int width, int labelWidth, Formula formula) {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      float[] predictions = predictions(random, width, takesLogits(loss));
      float[] labels = labels(random, loss, labelWidth, width);
      double plain = 0;
      double weighted = 0;
      float[] weights = new float[ROWS];
      for (int row = 0; row < ROWS; row++) {
        weights[row] = random.nextInt(4) / 2f;
        double each = formula.of(row(predictions, row), row(labels, row));
        plain += each / ROWS;
        weighted += weights[row] * each / ROWS;
      }
      Outcome outcome = outcome(loss, predictions, labels, weights, width, labelWidth);
      assertEquals(plain, outcome.plain(), 2e-5 * Math.max(1, plain));
      assertEquals(weighted, outcome.weighted(), 2e-5 * Math.max(1, weighted));
    }
  }

  /// The mean loss, and that with weights.
  private record Outcome(float plain, float weighted) {}

  private static Outcome outcome(
      Loss loss, float[] predictions, float[] labels, float[] weights, int width, int labelWidth) {
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session =
            GraphSession.open(
                graph, SessionSettings.callerThread().with(SessionSettings.Rewriting.NONE))) {
      Value p = graph.placeholder("p", DType.FLOAT32, TensorShape.of(-1, width));
      Value y = graph.placeholder("y", DType.FLOAT32, TensorShape.of(-1, labelWidth));
      Value w = graph.placeholder("w", DType.FLOAT32, TensorShape.of(-1));
      ModelOutput output = new ModelOutput(p, Activation.LINEAR, p);
      Value plain = Losses.mean(graph, loss, output, y, Optional.empty());
      Value weighted = Losses.mean(graph, loss, output, y, Optional.of(w));
      Step step = session.step(List.of(p, y, w), List.of(plain, weighted), List.of());
      try (HostTensor fedP = HostTensor.of(predictions, ROWS, width);
          HostTensor fedY = HostTensor.of(labels, ROWS, labelWidth);
          HostTensor fedW = HostTensor.of(weights);
          Fetches fetches = step.run(fedP, fedY, fedW)) {
        return new Outcome(fetches.get(0).floatValue(), fetches.get(1).floatValue());
      }
    }
  }

  @Test
  void certainPredictionsThatAreWrongHaveTheLossOfTheirLogits() {
    // The sigmoid of 40 is 1 in float32: its logarithm alone would be cut off at 1e-7.
    try (GraphBuilder graph = GraphBuilder.create();
        GraphSession session = GraphSession.open(graph, SessionSettings.callerThread())) {
      Value logits = graph.constant(new float[] {40, -40}, 2, 1);
      Value labels = graph.constant(new float[] {0, 1}, 2, 1);
      ModelOutput output =
          new ModelOutput(graph.call("Sigmoid", logits), Activation.SIGMOID, logits);
      Value loss =
          Losses.mean(graph, new Loss.BinaryCrossentropy(false), output, labels, Optional.empty());
      ModelOutput blind = new ModelOutput(output.value(), Activation.LINEAR, output.value());
      Value cut =
          Losses.mean(graph, new Loss.BinaryCrossentropy(false), blind, labels, Optional.empty());
      try (HostTensor exact = session.fetch(loss);
          HostTensor clipped = session.fetch(cut)) {
        assertEquals(40, exact.floatValue(), 1e-4);
        assertTrue(clipped.floatValue() < 17, clipped.floatValue() + "");
      }
    }
  }
}
