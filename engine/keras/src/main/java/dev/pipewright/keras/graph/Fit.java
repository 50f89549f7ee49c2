package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.tensorflow.Checkpoint;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.Step;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;

/// Trains a model; Keras's `compile` and `fit`. The same model, settings and batches give the same
/// weights bit for bit on one machine and device, whether or not the training was interrupted and
/// resumed from a checkpoint.
///
/// One thread runs it, once; [#cancel] may be called from any thread.
public final class Fit implements AutoCloseable {

  private final CompileConfig compiled;
  private final FitSettings settings;
  private final TrainingGraph graph;
  private final GraphSession session;
  private final Step trainingStep;
  private final Step evaluationStep;
  private final FitProgress progress;
  private final ModelWeights initial;
  private volatile boolean cancelled;
  private long trainingNanos;
  private long stepsOfThisRun;

  /// A training from first weights that the settings' seed decides.
  ///
  /// @throws ParameterException if the model has several outputs or nothing to train
  public Fit(FunctionalModel model, CompileConfig compiled, FitSettings settings) {
    this(model, compiled, settings, ModelWeights.initial(model, settings.seed()));
  }

  /// A training from these weights.
  ///
  /// @throws ParameterException if the model has several outputs or nothing to train
  public Fit(
      FunctionalModel model, CompileConfig compiled, FitSettings settings, ModelWeights initial) {
    requireTrainable(model);
    this.compiled = compiled;
    this.settings = settings;
    this.initial = initial;
    this.progress = new FitProgress(compiled, settings);
    this.graph = new TrainingGraph(model, compiled, settings);
    this.session = GraphSession.open(graph.graph(), settings.session());
    this.trainingStep = graph.trainingStep(session, compiled);
    this.evaluationStep = graph.evaluationStep(session, compiled);
  }

  private static void requireTrainable(FunctionalModel model) {
    if (model.outputs().size() != 1) {
      throw new ParameterException(
          "The model has " + model.outputs().size() + " outputs; training takes one.",
          Location.subject("model " + model.name()),
          "Choose one output.");
    }
    if (model.weights().isEmpty()) {
      throw new ParameterException(
          "The model has no weights to train.",
          Location.subject("model " + model.name()),
          "Add a Dense layer.");
    }
  }

  /// Trains until all epochs are done, nothing improves, or there are no more batches.
  ///
  /// @param training the batches to learn from
  /// @param evaluation the batches to evaluate on after each epoch
  /// @throws CancellationException if it was cancelled; what was saved before stays
  /// @throws dev.pipewright.pipeline.EngineException if data, memory or disk is the cause
  public FitResult run(
      BatchSource training, Optional<BatchSource> evaluation, FitListener listener) {
    session.initialize();
    graph.variables().assign(session, initial);
    Optional<FitCheckpoints> checkpoints =
        settings
            .checkpoints()
            .map(policy -> new FitCheckpoints(policy, new Checkpoint(graph.graph(), session)));
    if (checkpoints.isPresent() && checkpoints.get().resume(progress)) {
      listener.resumed(progress.step);
    }
    FitResult.End end = FitResult.End.DONE;
    try (BatchStream stream = training.open(progress.step)) {
      while (end == FitResult.End.DONE && progress.epoch <= settings.epochs()) {
        boolean isComplete = trainEpoch(stream, checkpoints, listener);
        end = finishEpoch(evaluation, listener, isComplete);
      }
    }
    if (keepsBest() && progress.patience.map(Patience::hasBest).orElse(false)) {
      session.run(graph.recall());
    }
    return new FitResult(
        graph.variables().read(session), progress.history(), progress.step, end, stepsPerSecond());
  }

  /// Ends a running training within a moment, with a CancellationException in its thread.
  public void cancel() {
    cancelled = true;
    session.cancel();
  }

  /// Trains the rest of the epoch; false if there were too few batches.
  private boolean trainEpoch(
      BatchStream stream, Optional<FitCheckpoints> checkpoints, FitListener listener) {
    while (progress.epochStep < settings.stepsPerEpoch()) {
      long start = System.nanoTime();
      Optional<Batch> batch = stream.next();
      if (batch.isEmpty()) {
        return false;
      }
      float loss = run(trainingStep, batch.get(), progress.running);
      requireFinite(loss);
      progress.step++;
      progress.epochStep++;
      stepsOfThisRun++;
      trainingNanos += System.nanoTime() - start;
      listener.step(progress.step, loss, stepsPerSecond());
      if (checkpoints.isPresent() && checkpoints.get().isDue(progress.step)) {
        checkpoints.get().save(progress);
        listener.saved(progress.step);
      }
    }
    return true;
  }

  private FitResult.End finishEpoch(
      Optional<BatchSource> evaluation, FitListener listener, boolean isComplete) {
    SequencedMap<String, Double> values = new LinkedHashMap<>(progress.running.results(""));
    evaluation.ifPresent(source -> values.putAll(evaluate(source)));
    EpochResult result = new EpochResult(progress.epoch, progress.step, values);
    progress.add(result);
    progress.epoch++;
    progress.epochStep = 0;
    progress.running.reset();
    listener.epoch(result);
    boolean stops = progress.patience.map(patience -> heed(patience.after(result))).orElse(false);
    if (!isComplete) {
      return FitResult.End.OUT_OF_DATA;
    }
    return stops ? FitResult.End.STOPPED_EARLY : FitResult.End.DONE;
  }

  private boolean heed(Patience.Verdict verdict) {
    if (verdict == Patience.Verdict.BEST && keepsBest()) {
      session.run(graph.remember());
    }
    return verdict == Patience.Verdict.STOP;
  }

  private boolean keepsBest() {
    return settings
        .earlyStopping()
        .map(stopping -> stopping.keep() == EarlyStopping.Keep.BEST)
        .orElse(false);
  }

  private SequencedMap<String, Double> evaluate(BatchSource source) {
    RunningResults results = new RunningResults(compiled.metrics());
    long limit = settings.evalSteps() == 0 ? Long.MAX_VALUE : settings.evalSteps();
    try (BatchStream stream = source.open(0)) {
      for (long i = 0; i < limit; i++) {
        Optional<Batch> batch = stream.next();
        if (batch.isEmpty()) {
          break;
        }
        run(evaluationStep, batch.get(), results);
      }
    }
    return results.results("val_");
  }

  private float run(Step step, Batch batch, RunningResults results) {
    if (cancelled) {
      throw new CancellationException("the training was cancelled");
    }
    try (Fetches fetches = step.run(graph.feeds(batch))) {
      float loss = fetches.get(0).floatValue();
      results.addLoss(loss, batch.size());
      if (results.hasMetrics()) {
        HostTensor predictions = fetches.get(1);
        int columns = predictions.elementCount() / Math.max(1, batch.size());
        results.addPredictions(predictions.toFloats(), floats(batch.label()), columns);
      }
      return loss;
    }
  }

  private static float[] floats(HostTensor label) {
    if (label.dtype() == DType.FLOAT32) {
      return label.toFloats();
    }
    float[] floats = new float[label.elementCount()];
    if (label.dtype() == DType.INT32) {
      int[] values = label.toInts();
      for (int i = 0; i < floats.length; i++) {
        floats[i] = values[i];
      }
    } else {
      long[] values = label.toLongs();
      for (int i = 0; i < floats.length; i++) {
        floats[i] = values[i];
      }
    }
    return floats;
  }

  private void requireFinite(float loss) {
    if (!Float.isFinite(loss)) {
      throw new ParameterException(
          "The loss became " + loss + " at step " + (progress.step + 1) + ".",
          Location.subject("optimizer"),
          "Use a smaller learning_rate, and check the inputs for NaN and for very large values.");
    }
  }

  private double stepsPerSecond() {
    return trainingNanos == 0 ? 0 : stepsOfThisRun * 1e9 / trainingNanos;
  }

  /// Frees graph and session.
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
