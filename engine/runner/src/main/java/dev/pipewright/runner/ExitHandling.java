package dev.pipewright.runner;

import dev.pipewright.metadata.ExecutionState;
import dev.pipewright.pipeline.EngineException;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.ExitAction;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.pipeline.file.JsonText;
import dev.pipewright.runner.NodeResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Runs a run's exit handlers once all else has ended.
///
/// @param run the run's name
/// @param root where its logs are
record ExitHandling(String run, RunRoot root, Ledger ledger, Events events) {

  static boolean isExit(Plan.Step step) {
    return step.component().behavior() instanceof ExitAction;
  }

  /// How the run ended, as TFX's `FinalStatusStr` says it.
  ///
  /// @param results how the nodes ended
  /// @param failures why nodes failed
  String finalStatus(Map<NodeId, NodeResult> results, Map<NodeId, Failure> failures) {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("state", ParameterValue.of(state(results)));
    NodeId failed = first(results, Outcome.FAILED);
    if (failed != null) {
      Failure failure = failures.get(failed);
      SequencedMap<String, ParameterValue> error = new LinkedHashMap<>();
      error.put("code", ParameterValue.of(9)); // gRPC's FAILED_PRECONDITION.
      error.put("message", ParameterValue.of(failure == null ? "" : failure.what()));
      json.put("error", ParameterValue.of(error));
    }
    json.put("pipelineJobResourceName", ParameterValue.of(run));
    if (failed != null) {
      json.put("pipelineTaskName", ParameterValue.of(failed.value()));
    }
    return JsonText.compact(ParameterValue.of(json));
  }

  private static String state(Map<NodeId, NodeResult> results) {
    if (first(results, Outcome.CANCELLED) != null) {
      return "CANCELLED";
    }
    return first(results, Outcome.FAILED) != null ? "FAILED" : "SUCCEEDED";
  }

  private static @Nullable NodeId first(Map<NodeId, NodeResult> results, Outcome outcome) {
    return results.entrySet().stream()
        .filter(result -> result.getValue().outcome() == outcome)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /// Runs one, and returns how it ended.
  NodeResult handle(Plan.Step step, String finalStatus) {
    if (!(step.component().behavior() instanceof ExitAction action)) {
      throw new IllegalArgumentException(step.id() + " is no exit handler");
    }
    long start = System.nanoTime();
    Plan.Step told =
        new Plan.Step(
            step.node(),
            step.component(),
            new Parameters(
                step.parameters().owner(),
                step.parameters().fields().with("final_status", ParameterValue.of(finalStatus))),
            step.keyParameters());
    long execution = ledger.begun(told);
    NodeLog log = new NodeLog(root.log(run, step.id()));
    events.tell(new RunEvent.NodeStarted(step.id(), execution, log.file()));
    try {
      action.exit(step.parameters(), finalStatus);
      ledger.ended(execution);
      NodeResult result = NodeResult.without(Outcome.DONE, execution, since(start));
      events.tellEnd(new RunEvent.NodeDone(step.id(), result));
      return result;
    } catch (IOException | EngineException e) {
      Failure failure = Failure.of(e, root);
      ledger.failed(execution, ExecutionState.FAILED, failure);
      NodeResult result = NodeResult.without(Outcome.FAILED, execution, since(start));
      events.tellEnd(new RunEvent.NodeFailed(step.id(), result, failure, log.file()));
      return result;
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
