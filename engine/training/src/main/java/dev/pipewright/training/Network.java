package dev.pipewright.training;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.TensorShape;
import java.util.List;

/// What a Trainer trains, as its parameters describe it.
///
/// @param model the network
/// @param compile its optimizer, loss and metrics
record Network(FunctionalModel model, CompileConfig compile) {

  /// The network in a Trainer's parameters.
  ///
  /// @throws dev.pipewright.pipeline.ParameterException when one is missing or wrong
  static Network of(Parameters parameters) {
    return new Network(
        FunctionalModel.parse(required(parameters, "model")),
        new CompileConfig(
            Optimizer.parse(required(parameters, "optimizer")),
            Loss.parse(required(parameters, "loss")),
            parameters.items("metrics").stream().map(Metric::parse).toList()));
  }

  private static ParameterValue required(Parameters parameters, String name) {
    return parameters.require(name, parameters.value(name));
  }

  /// The features that the network takes, as rows hold them.
  List<RowField> inputs() {
    return model.inputLayers().stream().map(Network::field).toList();
  }

  private static RowField field(Layer.InputLayer input) {
    return new RowField(input.name(), dtype(input), rowShape(input.batchShape()));
  }

  private static DType dtype(Layer.InputLayer input) {
    return switch (input.dtype()) {
      case FLOAT32 -> DType.FLOAT32;
      case INT32 -> DType.INT32;
      case INT64 -> DType.INT64;
    };
  }

  private static TensorShape rowShape(Shape batch) {
    return TensorShape.of(batch.dims().stream().skip(1).mapToLong(Integer::longValue).toArray());
  }

  /// The label, as rows hold it: a class number, or as many numbers as the network gives.
  RowField label(String name) {
    Shape output = model.shapes().get(model.outputs().getFirst());
    long width =
        output == null || compile.loss() instanceof Loss.SparseCategoricalCrossentropy
            ? 1
            : output.perExample();
    return new RowField(name, DType.FLOAT32, TensorShape.of(width), RowField.Role.LABEL);
  }
}
