package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.file.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How far a training has come, besides its variables: what a checkpoint notes so that the history
/// of a resumed training is that of one that was not interrupted. Numbers are written as texts, by
/// which every double comes back as it was.
final class FitProgress {

  /// The most epochs that are remembered: each checkpoint writes them all.
  static final int MOST_EPOCHS = 1000;

  long step;
  int epoch = 1;
  long epochStep;
  final RunningResults running;
  final Optional<Patience> patience;
  private final List<EpochResult> history = new ArrayList<>();

  FitProgress(CompileConfig compiled, FitSettings settings) {
    running = new RunningResults(compiled.metrics());
    patience = settings.earlyStopping().map(stopping -> new Patience(stopping, compiled));
  }

  /// The last epochs, the oldest first.
  List<EpochResult> history() {
    return List.copyOf(history);
  }

  void add(EpochResult result) {
    history.add(result);
    if (history.size() > MOST_EPOCHS) {
      history.removeFirst();
    }
  }

  String toJson() {
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("step", ParameterValue.of(step));
    json.put("epoch", ParameterValue.of(epoch));
    json.put("epoch_step", ParameterValue.of(epochStep));
    json.put(
        "running", ParameterValue.of(running.state().stream().map(FitProgress::numbers).toList()));
    patience.ifPresent(watching -> json.put("patience", numbers(watching.state())));
    json.put("history", ParameterValue.of(history.stream().map(FitProgress::epoch).toList()));
    return JsonText.pretty(ParameterValue.of(json));
  }

  void restore(String json) {
    ParameterValue.Fields fields = fields(JsonText.parse(json));
    step = integer(fields, "step");
    epoch = Math.toIntExact(integer(fields, "epoch"));
    epochStep = integer(fields, "epoch_step");
    running.restore(items(fields, "running").stream().map(FitProgress::doubles).toList());
    patience.ifPresent(watching -> watching.restore(doubles(fields.get("patience").orElseThrow())));
    for (ParameterValue item : items(fields, "history")) {
      add(epochResult(fields(item)));
    }
  }

  private static ParameterValue epoch(EpochResult result) {
    SequencedMap<String, ParameterValue> values = new LinkedHashMap<>();
    result.values().forEach((name, value) -> values.put(name, ParameterValue.of(value.toString())));
    SequencedMap<String, ParameterValue> json = new LinkedHashMap<>();
    json.put("epoch", ParameterValue.of(result.epoch()));
    json.put("step", ParameterValue.of(result.step()));
    json.put("values", ParameterValue.of(values));
    return ParameterValue.of(json);
  }

  private static EpochResult epochResult(ParameterValue.Fields json) {
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, ParameterValue> entry :
        fields(json.get("values").orElseThrow()).values().entrySet()) {
      values.put(entry.getKey(), number(entry.getValue()));
    }
    return new EpochResult(Math.toIntExact(integer(json, "epoch")), integer(json, "step"), values);
  }

  private static ParameterValue numbers(double[] numbers) {
    List<ParameterValue> texts = new ArrayList<>();
    for (double number : numbers) {
      texts.add(ParameterValue.of(Double.toString(number)));
    }
    return ParameterValue.of(texts);
  }

  private static double[] doubles(ParameterValue json) {
    return ((ParameterValue.Items) json)
        .values().stream().mapToDouble(FitProgress::number).toArray();
  }

  private static double number(ParameterValue json) {
    return Double.parseDouble(((ParameterValue.Text) json).value());
  }

  private static ParameterValue.Fields fields(ParameterValue json) {
    return (ParameterValue.Fields) json;
  }

  private static long integer(ParameterValue.Fields fields, String name) {
    return ((ParameterValue.Int) fields.get(name).orElseThrow()).value();
  }

  private static List<ParameterValue> items(ParameterValue.Fields fields, String name) {
    return ((ParameterValue.Items) fields.get(name).orElseThrow()).values();
  }
}
