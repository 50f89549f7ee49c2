package dev.pipewright.transform;

import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Parameters;
import java.util.List;

/// TFX's Transform, with expressions in place of a `preprocessing_fn`.
public final class TransformComponent implements Component {

  /// For `ServiceLoader`.
  public TransformComponent() {}

  @Override
  public ComponentSpec spec() {
    return TransformSpec.SPEC;
  }

  @Override
  public Behavior behavior() {
    return new TransformExecutor();
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return OutputExpressions.check(parameters);
  }
}
