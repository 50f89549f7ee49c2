package dev.pipewright.host.show;

import dev.pipewright.host.terminal.Numbers;
import dev.pipewright.host.terminal.TextTable;
import dev.pipewright.modelanalysis.result.Bounds;
import dev.pipewright.modelanalysis.result.EvaluationArtifact;
import dev.pipewright.modelanalysis.result.SliceMetrics;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.modelanalysis.slice.SliceSpec;
import dev.pipewright.protos.tfma.MetricKey;
import dev.pipewright.protos.tfma.MetricValue;
import dev.pipewright.protos.tfma.ModelSpec;
import dev.pipewright.protos.tfma.SlicingSpec;
import dev.pipewright.protos.tfma.ValidationFailure;
import dev.pipewright.protos.tfma.ValidationResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An evaluation: a table of slices by metrics, and the thresholds that were missed.
final class EvaluationView implements View {

  @Override
  public boolean fits(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.anyMatch(f -> f.getFileName().toString().equals("eval_config.json"));
    }
  }

  @Override
  public void print(Path path, int limit, PrintWriter out) throws IOException {
    EvaluationArtifact evaluation = EvaluationArtifact.open(path);
    SequencedSet<MetricKey> shown = shown(evaluation);
    List<String> columns = new ArrayList<>(List.of("slice"));
    shown.forEach(key -> columns.add(title(key) + "#"));
    TextTable table = TextTable.of(columns.toArray(String[]::new));
    for (SliceMetrics slice : evaluation.metrics()) {
      List<String> cells = new ArrayList<>(List.of(slice.slice().toString()));
      for (MetricKey key : shown) {
        MetricValue value = slice.values().get(key);
        cells.add(
            value != null && value.hasDoubleValue()
                ? Numbers.value(value.getDoubleValue().getValue())
                : "");
      }
      table.row(cells.toArray());
    }
    out.println("Evaluation");
    out.print(table);
    EvaluationArtifact.validation(path).ifPresent(v -> validation(v, out));
  }

  /// The metrics that are numbers, without the baseline's own: their changes from it say as much.
  private static SequencedSet<MetricKey> shown(EvaluationArtifact evaluation) {
    Set<String> baselines =
        evaluation.run().getEvalConfig().getModelSpecsList().stream()
            .filter(ModelSpec::getIsBaseline)
            .map(ModelSpec::getName)
            .collect(Collectors.toSet());
    SequencedSet<MetricKey> shown = new LinkedHashSet<>();
    for (SliceMetrics slice : evaluation.metrics()) {
      slice
          .values()
          .forEach(
              (key, value) -> {
                if (value.hasDoubleValue() && !baselines.contains(key.getModelName())) {
                  shown.add(key);
                }
              });
    }
    return shown;
  }

  private static void validation(ValidationResult validation, PrintWriter out) {
    out.println();
    if (validation.getValidationOk()) {
      out.println("Every threshold is met.");
      return;
    }
    if (validation.getMissingThresholds()) {
      out.println("There are no thresholds: set one in eval_config to bless models.");
    }
    validation
        .getMetricValidationsPerSliceList()
        .forEach(
            slice -> {
              for (ValidationFailure failure : slice.getFailuresList()) {
                out.println(missed(SliceKey.of(slice.getSliceKey()), failure));
              }
            });
    for (SlicingSpec missing : validation.getMissingSlicesList()) {
      String features = String.join(", ", SliceSpec.of(missing).allFeatures());
      out.println("Missed: no example is in the slice of a threshold: " + features);
    }
  }

  private static String missed(SliceKey slice, ValidationFailure failure) {
    boolean isNumber = failure.getMetricValue().hasDoubleValue();
    boolean isChange = failure.getMetricKey().getIsDiff();
    String metric = (isChange ? "the change of " : "") + failure.getMetricKey().getName();
    if (!isNumber) {
      return "Missed: " + metric + " of " + slice + ": " + failure.getMessage();
    }
    String value = Numbers.value(failure.getMetricValue().getDoubleValue().getValue());
    String bounds = Bounds.of(failure.getMetricThreshold());
    return "Missed: "
        + metric
        + " of "
        + slice
        + " is "
        + value
        + (bounds.isEmpty() ? "." : "; it should be " + bounds + ".");
  }

  private static String title(MetricKey key) {
    String output = key.getOutputName().isEmpty() ? "" : key.getOutputName() + "/";
    return output + key.getName() + (key.getIsDiff() ? " vs baseline" : "");
  }
}
