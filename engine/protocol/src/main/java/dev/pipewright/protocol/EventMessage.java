package dev.pipewright.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened in a run. Which parts are there depends on `event`; the others are null
/// and not written. `pipewright run --json` prints one of these a line.
///
/// @param event `run-queued`, `run-started`, `node-started`, `node-done`, `node-cached`,
///   `node-failed`, `node-skipped`, `node-cancelled`, `progress`, `metric`, `log`, `warning` or
///   `run-finished`
/// @param time milliseconds since 1970
/// @param run the client's name for the run
/// @param number run-started: the run's number among the pipeline's runs, from 1; run-queued: how
///   many runs come first
/// @param name run-started: the run's name in ML Metadata
/// @param node the node concerned
/// @param nodes run-started: the nodes that will run, in order
/// @param root run-started, run-finished: where artifacts go
/// @param fraction progress: how much is done, from 0 to 1; absent where it cannot be told
/// @param message progress, log, warning, node-skipped: a line of text
/// @param tag metric: which one, as `train/loss`
/// @param step metric: the training step
/// @param value metric: its value; absent where it is not finite
/// @param millis node-done, run-finished and the like: how long it took
/// @param outcome run-finished: `done`, `failed` or `cancelled`
/// @param failure node-failed: why
/// @param outputs node-done, node-cached: the artifacts of each output, by its name
public record EventMessage(
    String event,
    long time,
    @Nullable String run,
    @Nullable Integer number,
    @Nullable String name,
    @Nullable String node,
    @Nullable List<String> nodes,
    @Nullable String root,
    @Nullable Double fraction,
    @Nullable String message,
    @Nullable String tag,
    @Nullable Long step,
    @Nullable Double value,
    @Nullable Long millis,
    @Nullable String outcome,
    @Nullable Failure failure,
    @Nullable Map<String, List<OutputMessage>> outputs) {}
