package dev.pipewright.modelanalysis.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import dev.pipewright.data.tfrecord.TfRecordReader;
import dev.pipewright.modelanalysis.config.ProtoJson;
import dev.pipewright.modelanalysis.slice.SliceKey;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.protos.tfma.EvalRun;
import dev.pipewright.protos.tfma.MetricsForSlice;
import dev.pipewright.protos.tfma.PlotsForSlice;
import dev.pipewright.protos.tfma.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An evaluation on disk, ours or TFMA's: what was evaluated, the metrics and plots of each slice,
/// and what the thresholds say.
///
/// @param run the config, as it was evaluated, and the models
/// @param metrics the metrics of each slice: all examples first, then by features and values
/// @param plots the plots of the slices that have any, in the same order
public record EvaluationArtifact(
    EvalRun run, List<SliceMetrics> metrics, List<PlotsForSlice> plots) {

  private static final String FIX = "Run the Evaluator again.";

  public EvaluationArtifact {
    metrics = List.copyOf(metrics);
    plots = List.copyOf(plots);
  }

  /// Reads the evaluation in a folder.
  ///
  /// @throws ArtifactException when it has none, or it is damaged
  public static EvaluationArtifact open(Path uri) {
    Comparator<PlotsForSlice> bySlice = Comparator.comparing(p -> SliceKey.of(p.getSliceKey()));
    return new EvaluationArtifact(
        run(uri.resolve(EvaluationFiles.CONFIG)),
        records(uri, "metrics", MetricsForSlice.parser()).stream()
            .filter(m -> !m.hasCrossSliceKey())
            .map(SliceMetrics::of)
            .sorted(Comparator.comparing(SliceMetrics::slice))
            .toList(),
        records(uri, "plots", PlotsForSlice.parser()).stream()
            .filter(p -> p.getPlotKeysAndValuesCount() > 0 && !p.hasCrossSliceKey())
            .sorted(bySlice)
            .toList());
  }

  /// What the thresholds say of the evaluation in a folder; empty when they were not checked.
  ///
  /// @throws ArtifactException when the file is damaged
  public static Optional<ValidationResult> validation(Path uri) {
    return records(uri, "validations", ValidationResult.parser()).stream().findFirst();
  }

  /// The metrics of all examples; empty when they were not asked for.
  public Optional<SliceMetrics> overall() {
    return metrics.stream().filter(m -> m.slice().equals(SliceKey.OVERALL)).findFirst();
  }

  private static EvalRun run(Path file) {
    try {
      EvalRun.Builder run = EvalRun.newBuilder();
      ProtoJson.parse(new ObjectMapper().readTree(Files.readString(file)), run, "eval_config");
      return run.build();
    } catch (ParameterException | JsonProcessingException e) {
      throw new ArtifactException(
          "The file is no evaluation's config: " + e.getMessage(), Location.of(file), FIX, e);
    } catch (IOException e) {
      throw new ArtifactException(
          "The folder has no evaluation: its config cannot be read.", Location.of(file), FIX, e);
    }
  }

  /// The records of the files `name.tfrecord` or `name-….tfrecord`, however many there are.
  private static <T> List<T> records(Path uri, String name, Parser<T> parser) {
    List<T> records = new ArrayList<>();
    for (Path file : files(uri, name)) {
      try (TfRecordReader reader = TfRecordReader.open(file)) {
        while (reader.next()) {
          records.add(parser.parseFrom(reader.record()));
        }
      } catch (InvalidProtocolBufferException e) {
        throw new ArtifactException(
            "The file has a record that is no TFMA proto.", Location.of(file), FIX, e);
      }
    }
    return records;
  }

  private static List<Path> files(Path uri, String name) {
    try (Stream<Path> files = Files.list(uri)) {
      return files
          .filter(f -> f.getFileName().toString().matches(name + "(-.*)?(\\.tfrecord)?"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ArtifactException(
          "The folder of the evaluation cannot be read.", Location.of(uri), FIX, e);
    }
  }
}
