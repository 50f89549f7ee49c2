package dev.pipewright.modelanalysis;

import dev.pipewright.data.ExamplesArtifact;
import dev.pipewright.data.Fold;
import dev.pipewright.data.RecordBlock;
import dev.pipewright.data.RecordBlocks;
import dev.pipewright.modelanalysis.config.EvalConfigs;
import dev.pipewright.modelanalysis.config.MetricPlan;
import dev.pipewright.modelanalysis.inference.BlockScorer;
import dev.pipewright.modelanalysis.inference.EvaluatedModel;
import dev.pipewright.modelanalysis.result.Bounds;
import dev.pipewright.modelanalysis.result.EvaluationFiles;
import dev.pipewright.modelanalysis.result.EvaluationResult;
import dev.pipewright.modelanalysis.result.Evaluations;
import dev.pipewright.modelanalysis.result.Validation;
import dev.pipewright.modelanalysis.slice.MetricFold.Tallies;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.modelanalysis.slice.SliceSpec;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.pipeline.component.Executor;
import dev.pipewright.pipeline.component.Parameters;
import dev.pipewright.protos.tfma.EvalConfig;
import dev.pipewright.protos.tfma.MetricsValidationForSlice;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.SlicingSpec;
import dev.pipewright.protos.tfma.ValidationFailure;
import dev.pipewright.protos.tfma.ValidationResult;
import dev.pipewright.tensorflow.TensorFlowRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Evaluates, as TFX's `components/evaluator/executor.py` does.
final class EvaluatorExecutor implements Executor {

  private static final String SERVING = "Format-Serving";
  private static final int SHOWN_FAILURES = 20;

  @Override
  public void execute(Execution execution) throws IOException, InterruptedException {
    TensorFlowRuntime.loadFor(execution.progress());
    EvalConfig config = config(execution);
    MetricPlan plan = MetricPlan.of(config);
    EvaluationResult result = Evaluations.of(config, plan, slices(execution, config, plan));
    ValidationResult validation = Validation.of(config, plan, result.metrics());
    warnOfEmptySlices(execution, plan, result);
    EvaluationFiles.write(
        execution.output(EvaluatorSpec.EVALUATION),
        result,
        validation,
        config,
        modelFolders(execution, config));
    bless(execution, plan, validation);
  }

  private static EvalConfig config(Execution execution) {
    Parameters parameters = execution.parameters();
    EvalConfig config =
        EvalConfigs.parse(
            parameters.require(
                EvaluatorSpec.EVAL_CONFIG, parameters.value(EvaluatorSpec.EVAL_CONFIG)));
    if (execution.optionalInput(EvaluatorSpec.BASELINE_MODEL).isPresent()) {
      return EvalConfigs.withBaseline(config);
    }
    execution.progress().log("There is no baseline model: thresholds of change are left out.");
    return EvalConfigs.withoutBaseline(config);
  }

  private static Map<String, String> modelFolders(Execution execution, EvalConfig config) {
    Map<String, String> folders = new TreeMap<>();
    for (ModelSpec spec : config.getModelSpecsList()) {
      folders.put(spec.getName(), modelFolder(execution, spec).toString());
    }
    return folders;
  }

  private static Path modelFolder(Execution execution, ModelSpec spec) {
    String port = spec.getIsBaseline() ? EvaluatorSpec.BASELINE_MODEL : EvaluatorSpec.MODEL;
    return execution.input(port).uri().resolve(SERVING);
  }

  private static SortedMap<SliceKey, Tallies> slices(
      Execution execution, EvalConfig config, MetricPlan plan) throws InterruptedException {
    List<EvaluatedModel> models = new ArrayList<>();
    try {
      for (ModelSpec spec : config.getModelSpecsList()) {
        execution.checkCancelled();
        models.add(EvaluatedModel.load(modelFolder(execution, spec), spec));
      }
      Set<String> features = new TreeSet<>(plan.fold().features());
      Optional<Artifact> schema = execution.optionalInput(EvaluatorSpec.SCHEMA);
      if (schema.isPresent()) {
        FeatureCheck.check(schema.get().uri(), models, features);
      }
      try (Blocks blocks = new Blocks(execution)) {
        return Fold.over(
            blocks,
            plan.fold().after(new BlockScorer(models, features)),
            execution.pool(),
            execution.parallelism());
      }
    } finally {
      models.forEach(EvaluatedModel::close);
    }
  }

  /// The records of all splits, one after the other.
  private static final class Blocks implements Iterator<RecordBlock>, AutoCloseable {

    private final Execution execution;
    private final ExamplesArtifact examples;
    private final Iterator<String> splits;
    private RecordBlocks current;
    private long rows;

    Blocks(Execution execution) {
      this.execution = execution;
      examples = ExamplesArtifact.open(execution.input(EvaluatorSpec.EXAMPLES));
      List<String> names = execution.parameters().texts(EvaluatorSpec.EXAMPLE_SPLITS);
      splits = (names.isEmpty() ? List.of("eval") : names).iterator();
      current = examples.blocks(splits.next());
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && splits.hasNext()) {
        current.close();
        current = examples.blocks(splits.next());
      }
      return current.hasNext();
    }

    @Override
    public RecordBlock next() {
      hasNext();
      RecordBlock block = current.next();
      rows += block.size();
      execution.progress().report(Double.NaN, "%,d examples".formatted(rows));
      return block;
    }

    @Override
    public void close() {
      current.close();
    }
  }

  private static void warnOfEmptySlices(
      Execution execution, MetricPlan plan, EvaluationResult result) {
    List<SliceKey> found =
        result.metrics().stream().map(m -> SliceKey.of(m.getSliceKey())).toList();
    if (found.isEmpty()) {
      execution.progress().warn("There are no examples to evaluate on.");
      return;
    }
    for (SliceSpec spec : plan.fold().slicer().specs()) {
      if (found.stream().noneMatch(spec::covers)) {
        execution
            .progress()
            .warn("No example is in a slice by " + String.join(", ", spec.allFeatures()) + ".");
      }
    }
  }

  /// TFX leaves the blessing empty where there is no threshold to meet.
  private static void bless(Execution execution, MetricPlan plan, ValidationResult validation)
      throws IOException {
    if (plan.thresholds().isEmpty()) {
      execution
          .progress()
          .warn("There is no threshold to meet, so the model is neither blessed nor refused.");
      return;
    }
    boolean isBlessed = validation.getValidationOk();
    String port = EvaluatorSpec.BLESSING;
    Files.createFile(execution.output(port).resolve(isBlessed ? "BLESSED" : "NOT_BLESSED"));
    execution.setProperty(port, "blessed", ParameterValue.of(isBlessed ? 1L : 0L));
    Artifact model = execution.input(EvaluatorSpec.MODEL);
    execution.setProperty(port, "current_model", ParameterValue.of(model.uri().toString()));
    execution.setProperty(port, "current_model_id", ParameterValue.of(model.id()));
    Optional<Artifact> baseline = execution.optionalInput(EvaluatorSpec.BASELINE_MODEL);
    if (baseline.isPresent()) {
      Artifact artifact = baseline.get();
      execution.setProperty(port, "baseline_model", ParameterValue.of(artifact.uri().toString()));
      execution.setProperty(port, "baseline_model_id", ParameterValue.of(artifact.id()));
    }
    tell(execution, validation);
  }

  private static void tell(Execution execution, ValidationResult validation) {
    if (validation.getValidationOk()) {
      execution.progress().log("The model met all thresholds and is blessed.");
      return;
    }
    execution.progress().warn("The model missed thresholds and is not blessed:");
    List<String> failures = new ArrayList<>();
    validation
        .getMetricValidationsPerSliceList()
        .forEach(slice -> slice.getFailuresList().forEach(f -> failures.add(line(slice, f))));
    failures.stream().limit(SHOWN_FAILURES).forEach(execution.progress()::warn);
    if (failures.size() > SHOWN_FAILURES) {
      execution.progress().warn("  and %,d more".formatted(failures.size() - SHOWN_FAILURES));
    }
    for (SlicingSpec missing : validation.getMissingSlicesList()) {
      String features = String.join(", ", SliceSpec.of(missing).allFeatures());
      execution.progress().warn("  no example is in the slice of a threshold: " + features);
    }
  }

  private static String line(MetricsValidationForSlice slice, ValidationFailure failure) {
    String value =
        failure.getMetricValue().hasDoubleValue()
            ? String.valueOf(failure.getMetricValue().getDoubleValue().getValue())
            : failure.getMessage();
    String bounds = Bounds.of(failure.getMetricThreshold());
    return "  %s: %s%s = %s%s"
        .formatted(
            SliceKey.of(slice.getSliceKey()),
            failure.getMetricKey().getName(),
            failure.getMetricKey().getIsDiff() ? " change" : "",
            value,
            bounds.isEmpty() ? "" : ", but should be " + bounds);
  }
}
