package dev.pipewright.app.run;

import dev.pipewright.charts.Series;
import dev.pipewright.nodes.CurveTags;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.summaries.EventRun;
import dev.pipewright.summaries.EventRuns;
import dev.pipewright.summaries.ScalarSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads a training's curves from its event files, under the tags that it tells while it runs:
/// `train/loss` is `batch_loss` of the run `train`, `validation/loss` is
/// `evaluation_loss_vs_iterations` of the run `validation`, both over steps. Keras's tags over
/// epochs are taken where a run has none of these, all others as they are.
final class CurveFiles {

  private CurveFiles() {}

  /// The curves below a folder, by tag.
  ///
  /// @throws dev.pipewright.pipeline.EngineException when they cannot be read
  static SequencedMap<String, Series> read(Path folder) {
    try {
      SequencedMap<String, Series> curves = new LinkedHashMap<>();
      for (Map.Entry<String, EventRun> run : EventRuns.open(folder).runs().entrySet()) {
        read(run.getKey(), run.getValue(), curves);
      }
      return curves;
    } catch (IOException e) {
      throw new EnvironmentException(
          "The curves of a training cannot be read: " + e.getMessage() + ".",
          Location.of(folder),
          "Check that the drive is there and that you may read it.",
          e);
    }
  }

  private static void read(String run, EventRun events, SequencedMap<String, Series> curves) {
    boolean hasSteps =
        events.scalarTags().stream().anyMatch(tag -> CurveTags.overSteps(tag).isPresent());
    for (String tag : events.scalarTags()) {
      Optional<String> epochs = CurveTags.overEpochs(tag);
      if (epochs.isEmpty()) {
        add(run + "/" + CurveTags.overSteps(tag).orElse(tag), events, tag, curves);
      } else if (!hasSteps) {
        add(run + "/" + epochs.get(), events, tag, curves);
      }
    }
  }

  private static void add(
      String name, EventRun events, String tag, SequencedMap<String, Series> curves) {
    ScalarSeries points = events.scalars(tag);
    Series series = new Series(name);
    for (int i = 0; i < points.size(); i++) {
      series.add(points.step(i), points.value(i));
    }
    curves.put(name, series);
  }
}
