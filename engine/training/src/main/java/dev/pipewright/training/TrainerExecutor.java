package dev.pipewright.training;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.keras.graph.CheckpointPolicy;
import dev.pipewright.keras.graph.Fit;
import dev.pipewright.keras.graph.FitResult;
import dev.pipewright.keras.graph.FitSettings;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.ModelWeights;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/// Runs a Trainer: examples to rows, the training, the event files, the SavedModel.
final class TrainerExecutor implements Executor {

  private final InstantSource clock;

  /// @param clock what the events' wall times are taken from
  TrainerExecutor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    Network network = Network.of(execution.parameters());
    TrainerSettings settings = TrainerSettings.of(execution.parameters());
    FeatureSource source = FeatureSource.of(execution, network.inputs(), settings);
    TensorFlowRuntime.loadFor(execution.progress());
    CompletableFuture<ServingModel> serving =
        CompletableFuture.supplyAsync(() -> ServingModel.build(network, source), execution.pool());
    try {
      ModelWeights weights = train(execution, network, settings);
      execution.checkCancelled();
      Path folder = execution.output(TrainerSpec.MODEL).resolve(ServingModel.FOLDER);
      PoolResult.of(serving).write(folder, weights);
    } finally {
      serving.thenAccept(ServingModel::close);
    }
  }

  private ModelWeights train(Execution execution, Network network, TrainerSettings settings)
      throws IOException, InterruptedException {
    try (RowStore train = read(execution, network, settings, settings.trainSplits(), "train.rows");
        RowStore eval = read(execution, network, settings, settings.evalSplits(), "eval.rows")) {
      RangeChecks.check(network, train, execution);
      RangeChecks.check(network, eval, execution);
      return train(execution, network, settings, train, eval);
    }
  }

  private static RowStore read(
      Execution execution,
      Network network,
      TrainerSettings settings,
      List<String> splits,
      String file)
      throws IOException, InterruptedException {
    ExamplesArtifact examples = ExamplesArtifact.open(execution.input(TrainerSpec.EXAMPLES));
    List<RowField> fields = new ArrayList<>(network.inputs());
    fields.add(network.label(settings.labelKey()));
    Path rows = execution.workFolder().resolve(file);
    execution.progress().report(Double.NaN, "reading " + String.join(", ", splits));
    RowStore store = RowStore.read(examples, splits, fields, rows, execution);
    if (store.rowCount() == 0) {
      store.close();
      throw NumberTypes.noExamples(examples, splits);
    }
    return store;
  }

  private ModelWeights train(
      Execution execution, Network network, TrainerSettings settings, RowStore train, RowStore eval)
      throws IOException, InterruptedException {
    Path work = execution.workFolder();
    long stepsPerEpoch = settings.stepsPerEpoch(train.rowCount());
    FitSettings fitting = fitting(execution, network, settings, stepsPerEpoch);
    try (Fit fit = new Fit(network.model(), network.compile(), fitting);
        CancelWatch _ = new CancelWatch(execution, fit);
        TrainingLog log =
            new TrainingLog(
                work.resolve("run"),
                network,
                settings,
                stepsPerEpoch,
                clock,
                execution.progress())) {
      FitResult result =
          fit.run(
              settings.trainBatches(train, execution),
              Optional.of(settings.evalBatches(eval, execution)),
              log);
      if (result.end() == FitResult.End.STOPPED_EARLY) {
        execution.progress().log("Stopped early after step %,d.".formatted(result.steps()));
      }
      log.publish(execution.output(TrainerSpec.MODEL_RUN));
      return result.weights();
    } catch (ParameterException e) {
      throw NonFiniteValues.explain(e, train, execution);
    } catch (CancellationException e) {
      execution.checkCancelled();
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FitSettings fitting(
      Execution execution, Network network, TrainerSettings settings, long stepsPerEpoch)
      throws IOException {
    Path checkpoints = Files.createDirectories(execution.workFolder().resolve("checkpoints"));
    long epochs = Math.ceilDiv(settings.trainSteps(), stepsPerEpoch);
    return new FitSettings(
        Math.toIntExact(epochs),
        stepsPerEpoch,
        0,
        InputType.FLOAT32,
        FitSettings.Weighting.NONE,
        execution.seed(),
        FitSettings.threadsFor(network.model()),
        Optional.ofNullable(settings.earlyStopping()),
        Optional.of(
            new CheckpointPolicy(checkpoints, Long.MAX_VALUE, settings.checkpointInterval())));
  }
}
