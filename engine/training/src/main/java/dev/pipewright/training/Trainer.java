package dev.pipewright.training;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Parameters;
import java.util.List;

/// TFX's Trainer, with a Keras model given as data in place of a `run_fn`.
public final class Trainer implements Component {

  /// For `ServiceLoader`.
  public Trainer() {}

  @Override
  public ComponentSpec spec() {
    return TrainerSpec.SPEC;
  }

  @Override
  public Behavior behavior() {
    return new TrainerExecutor(java.time.InstantSource.system());
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return TrainerChecks.check(parameters);
  }
}
