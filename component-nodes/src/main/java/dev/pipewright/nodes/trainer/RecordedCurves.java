package dev.pipewright.nodes.trainer;

import dev.pipewright.nodes.MetricNames;
import dev.pipewright.nodes.Texts;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The curves in a ModelRun, as Keras's TensorBoard callback names them.
///
/// @param train the loss of batches, or where there is none, of epochs; null where there is neither
/// @param eval the loss of validations by step, or by epoch; null where there is neither
/// @param metric the last value of the first metric of validations besides the loss, as `accuracy
///   0.993`; empty where there is none
record RecordedCurves(@Nullable ScalarSeries train, @Nullable ScalarSeries eval, String metric) {

  private static final String VALIDATION_PREFIX = "evaluation_";
  private static final String VALIDATION_SUFFIX = "_vs_iterations";

  static RecordedCurves read(Map<String, Path> folders) throws IOException {
    SortedMap<String, EventRun> runs =
        EventRuns.open(Objects.requireNonNull(folders.get(TrainerFace.MODEL_RUN))).runs();
    EventRun train = runs.get("train");
    EventRun validation = runs.get("validation");
    ScalarSeries batches = series(train, "batch_loss");
    ScalarSeries byStep = series(validation, "evaluation_loss_vs_iterations");
    return batches != null
        ? new RecordedCurves(batches, byStep, metric(validation))
        : new RecordedCurves(
            series(train, "epoch_loss"), series(validation, "epoch_loss"), metric(validation));
  }

  private static @Nullable ScalarSeries series(@Nullable EventRun run, String tag) {
    return run == null || !run.scalarTags().contains(tag) ? null : run.scalars(tag);
  }

  private static String metric(@Nullable EventRun run) {
    if (run != null) {
      for (String tag : run.scalarTags()) {
        if (tag.startsWith(VALIDATION_PREFIX)
            && tag.endsWith(VALIDATION_SUFFIX)
            && !tag.equals(VALIDATION_PREFIX + "loss" + VALIDATION_SUFFIX)) {
          String name =
              tag.substring(VALIDATION_PREFIX.length(), tag.length() - VALIDATION_SUFFIX.length());
          ScalarSeries series = run.scalars(tag);
          return metric(name, series.value(series.size() - 1));
        }
      }
    }
    return "";
  }

  /// `accuracy 0.993`.
  static String metric(String name, double value) {
    return Texts.text("training.metric", MetricNames.brief(name), Texts.number(value));
  }
}
