package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;

/// What a Trainer's parameters say of the training. Values of wrong types, as while a person types,
/// count as not set.
///
/// @param steps how many steps it has
/// @param batchSize how many examples a step
/// @param lossName the loss, as `crossentropy`
record TrainingPlan(long steps, long batchSize, String lossName) {

  /// Keras's default of `train_args.num_steps`, as the spec has it.
  private static final long DEFAULT_STEPS = 1_000;

  static TrainingPlan of(Parameters parameters) {
    long steps =
        parameters.fields().get("train_args").orElse(null) instanceof ParameterValue.Fields args
            ? integer(args, "num_steps", DEFAULT_STEPS)
            : DEFAULT_STEPS;
    return new TrainingPlan(
        steps, integer(parameters.fields(), "train_batch_size", 0), loss(parameters));
  }

  private static long integer(ParameterValue.Fields fields, String name, long otherwise) {
    return fields.get(name).orElse(null) instanceof ParameterValue.Int(long value)
        ? value
        : otherwise;
  }

  private static String loss(Parameters parameters) {
    return switch (parameters.fields().get("loss").orElse(null)) {
      case ParameterValue.Text(String name) -> MetricNames.brief(name);
      case ParameterValue.Fields fields
          when fields.get("class_name").orElse(null) instanceof ParameterValue.Text(String name) ->
          name;
      case null, default -> Texts.text("training.loss");
    };
  }
}
