package dev.pipewright.modelanalysis;

import dev.pipewright.modelanalysis.config.EvalConfigCheck;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.component.Component;
import dev.pipewright.pipeline.component.ComponentSpec;
import dev.pipewright.pipeline.component.Parameters;
import java.util.List;

/// The Evaluator: see `EvaluatorSpec` and `EvaluatorExecutor`.
public final class EvaluatorComponent implements Component {

  @Override
  public ComponentSpec spec() {
    return EvaluatorSpec.spec();
  }

  @Override
  public Behavior behavior() {
    return new EvaluatorExecutor();
  }

  @Override
  public List<Finding> check(Parameters parameters) {
    return parameters
        .value(EvaluatorSpec.EVAL_CONFIG)
        .map(config -> EvalConfigCheck.check(EvaluatorSpec.EVAL_CONFIG, config))
        .orElse(List.of());
  }
}
