package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.Texts;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Parameters;

/// What a Trainer's parameters say of the training. Values of wrong types, as while a person types,
/// count as not set.
///
/// @param steps how many steps it has; 0 when that is not set
/// @param batchSize how many examples a step; 0 when that is not set
/// @param lossName the loss, as `crossentropy`
public record TrainingPlan(long steps, long batchSize, String lossName) {

  /// What the parameters of a Trainer, or of a node with the same, say.
  public static TrainingPlan of(Parameters parameters) {
    long steps =
        parameters.fields().get("train_args").orElse(null) instanceof ParameterValue.Fields args
            ? integer(args, "num_steps")
            : 0;
    return new TrainingPlan(
        steps, integer(parameters.fields(), "train_batch_size"), loss(parameters));
  }

  private static long integer(ParameterValue.Fields fields, String name) {
    return fields.get(name).orElse(null) instanceof ParameterValue.Int(long value) ? value : 0;
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
