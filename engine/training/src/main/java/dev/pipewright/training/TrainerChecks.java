package dev.pipewright.training;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.keras.model.Loss;
import dev.pipewright.keras.model.Metric;
import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.keras.model.Shape;
import dev.pipewright.pipeline.Finding;
import dev.pipewright.pipeline.ParameterException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.check.NearestName;
import dev.pipewright.pipeline.component.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What can be wrong with a Trainer's parameters beyond their types, without a look at data.
final class TrainerChecks {

  /// For a check of the metrics together, whatever the optimizer and the loss.
  private static final Optimizer ANY_OPTIMIZER = new Optimizer.Adam(0.001);

  private static final Loss ANY_LOSS = new Loss.MeanSquaredError();

  private final Parameters parameters;
  private final List<Finding> findings = new ArrayList<>();

  private TrainerChecks(Parameters parameters) {
    this.parameters = parameters;
  }

  static List<Finding> check(Parameters parameters) {
    var checks = new TrainerChecks(parameters);
    checks.run();
    return List.copyOf(checks.findings);
  }

  private void run() {
    Optional<FunctionalModel> model = parsed("model", FunctionalModel::parse);
    parsed("optimizer", Optimizer::parse);
    Optional<Loss> loss = parsed("loss", Loss::parse);
    model.ifPresent(this::inputs);
    model.ifPresent(this::outputs);
    model.ifPresent(m -> loss.ifPresent(l -> classes(m, l)));
    monitor(metrics());
    splits("train_args");
    splits("eval_args");
  }

  private <T> Optional<T> parsed(String name, Function<ParameterValue, T> parse) {
    return parameters
        .value(name)
        .flatMap(value -> attempt(name, () -> Optional.of(parse.apply(value))));
  }

  /// What `attempt` gives, or a finding about the field.
  private <T> Optional<T> attempt(String field, Supplier<Optional<T>> attempt) {
    try {
      return attempt.get();
    } catch (ParameterException e) {
      String subject = e.where().subject();
      findings.add(
          new Finding(field, subject == null ? e.what() : subject + ": " + e.what(), e.fix()));
      return Optional.empty();
    }
  }

  private List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    List<ParameterValue> values = parameters.items("metrics");
    for (int i = 0; i < values.size(); i++) {
      ParameterValue value = values.get(i);
      attempt("metrics[" + i + "]", () -> Optional.of(Metric.parse(value))).ifPresent(metrics::add);
    }
    attempt("metrics", () -> Optional.of(new CompileConfig(ANY_OPTIMIZER, ANY_LOSS, metrics)));
    return metrics;
  }

  private void inputs(FunctionalModel model) {
    String label = parameters.text("label_key").orElse("");
    for (Layer.InputLayer input : model.inputLayers()) {
      if (input.name().equals(label)) {
        findings.add(
            new Finding(
                "label_key",
                "The model takes " + label + " as an input, so that it need not learn it.",
                "Choose another label, or remove the input."));
      }
      if (input.batchShape().perExample() < 1) {
        findings.add(
            new Finding(
                "model",
                "The input " + input.name() + " has the shape " + input.batchShape() + ".",
                "Give every axis but the first a length."));
      }
    }
  }

  private void outputs(FunctionalModel model) {
    if (model.outputs().size() > 1) {
      findings.add(
          new Finding(
              "model",
              "The model has the outputs " + String.join(", ", model.outputs()) + ".",
              "Leave one: there is one label."));
    }
  }

  private void classes(FunctionalModel model, Loss loss) {
    String output = model.outputs().getFirst();
    Shape shape = model.shapes().get(output);
    if (shape == null || shape.last() != 1) {
      return;
    }
    switch (loss) {
      case Loss.SparseCategoricalCrossentropy _, Loss.CategoricalCrossentropy _ ->
          findings.add(
              new Finding(
                  "loss",
                  "The loss wants a value for each class, and " + output + " gives one value.",
                  "Give the layer as many units as there are classes, or use"
                      + " binary_crossentropy."));
      case Loss.BinaryCrossentropy _, Loss.MeanSquaredError _, Loss.MeanAbsoluteError _ -> {
        // A label of any width may fit; reading the examples tells.
      }
    }
  }

  private void monitor(List<Metric> metrics) {
    if (parameters.value("early_stopping").isEmpty()) {
      return;
    }
    String monitor = parameters.struct("early_stopping").text("monitor").orElse("val_loss");
    List<String> names =
        Stream.concat(Stream.of("loss"), metrics.stream().map(Metric::name))
            .flatMap(name -> Stream.of("val_" + name, name))
            .toList();
    if (!names.contains(monitor)) {
      findings.add(
          new Finding(
              "early_stopping.monitor",
              "Nothing named " + monitor + " is measured.",
              NearestName.suggest(monitor, names)));
    }
  }

  private void splits(String name) {
    if (parameters.struct(name).texts("splits").isEmpty()) {
      findings.add(new Finding(name + ".splits", "There is no split.", "Name a split."));
    }
  }
}
