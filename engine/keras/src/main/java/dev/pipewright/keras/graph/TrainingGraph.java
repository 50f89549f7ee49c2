package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.CompileConfig;
import dev.pipewright.keras.model.FunctionalModel;
import dev.pipewright.keras.model.InputType;
import dev.pipewright.keras.model.Layer;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.Gradients;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.Operation;
import dev.pipewright.tensorflow.Step;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.tensorflow.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// A model with its loss and optimizer in one graph: what a training step and an evaluation step
/// run.
final class TrainingGraph implements AutoCloseable {

  private final GraphBuilder graph;
  private final ModelVariables variables;
  private final SequencedMap<String, Value> inputs = new LinkedHashMap<>();
  private final Value label;
  private final Optional<Value> weight;
  private final Fetched training;
  private final Fetched evaluation;
  private final Operation update;
  private final Copies best;

  /// What a step returns.
  private record Fetched(Value loss, Value predictions) {}

  /// Takes every weight aside, and back.
  private record Copies(Operation remember, Operation recall) {}

  TrainingGraph(FunctionalModel model, CompileConfig compiled, FitSettings settings) {
    graph = GraphBuilder.create();
    for (Layer.InputLayer layer : model.inputLayers()) {
      inputs.put(layer.name(), placeholder(layer));
    }
    label = graph.placeholder("label", dtype(settings.labelType()), TensorShape.unknown());
    weight =
        settings.weighting() == FitSettings.Weighting.NONE
            ? Optional.empty()
            : Optional.of(graph.placeholder("sample_weight", DType.FLOAT32, TensorShape.unknown()));
    variables = ModelVariables.create(graph, model);
    Variable iteration = graph.variable("iteration", Variable.Role.TRAINING, graph.constant(0L));
    training =
        fetched(
            model,
            compiled,
            ForwardPass.training(
                graph.scope("train"), model, variables, inputs, settings.seed(), iteration.read()));
    evaluation =
        fetched(
            model, compiled, ForwardPass.inference(graph.scope("eval"), model, variables, inputs));
    update = update(compiled, iteration);
    best = copies();
  }

  private Value placeholder(Layer.InputLayer layer) {
    long[] dims = layer.batchShape().dims().stream().mapToLong(Integer::longValue).toArray();
    return graph.placeholder(layer.name(), dtype(layer.dtype()), TensorShape.of(dims));
  }

  private static DType dtype(InputType type) {
    return switch (type) {
      case FLOAT32 -> DType.FLOAT32;
      case INT64 -> DType.INT64;
      case INT32 -> DType.INT32;
    };
  }

  private Fetched fetched(
      FunctionalModel model, CompileConfig compiled, SequencedMap<String, ModelOutput> outputs) {
    ModelOutput output = outputs.firstEntry().getValue();
    Value loss = Losses.mean(graph, compiled.loss(), output, label, weight);
    Optional<Value> penalty = Losses.penalty(graph, model.weights(), variables);
    Value total = penalty.map(more -> graph.call("AddV2", loss, more)).orElse(loss);
    return new Fetched(total, graph.call("Identity", output.value()));
  }

  private Operation update(CompileConfig compiled, Variable iteration) {
    List<Variable> trained = variables.all();
    List<Value> gradients =
        Gradients.of(graph, training.loss(), trained.stream().map(Variable::read).toList());
    List<Operation> updates =
        new Optimizers(graph, iteration.read()).updates(compiled.optimizer(), trained, gradients);
    return graph
        .op("AssignAddVariableOp")
        .named("train_step")
        .inputs(iteration.handle(), graph.constant(1L))
        .after(updates)
        .operation();
  }

  private Copies copies() {
    List<Operation> remember = new ArrayList<>();
    List<Operation> recall = new ArrayList<>();
    GraphBuilder within = graph.scope("best");
    for (Variable variable : variables.all()) {
      Value zeros =
          within.call(
              "Fill",
              within.constant(variable.shape().dims().stream().mapToInt(Long::intValue).toArray()),
              within.constant(0f));
      Variable copy = within.variable(variable.name(), Variable.Role.TRAINING, zeros);
      remember.add(assign(within, copy, variable));
      recall.add(assign(within, variable, copy));
    }
    return new Copies(within.group("remember", remember), within.group("recall", recall));
  }

  private static Operation assign(GraphBuilder graph, Variable to, Variable from) {
    // The copy op makes the two hold memory of their own; a shared buffer would be copied at the
    // next update anyway.
    Value copy = graph.call("DeepCopy", from.read());
    return graph
        .op("AssignVariableOp")
        .inputs(to.handle(), copy)
        .attr("dtype", DType.FLOAT32)
        .operation();
  }

  GraphBuilder graph() {
    return graph;
  }

  ModelVariables variables() {
    return variables;
  }

  Operation remember() {
    return best.remember();
  }

  Operation recall() {
    return best.recall();
  }

  /// A step that changes the weights; it fetches the loss, and the predictions if they are wanted.
  Step trainingStep(GraphSession session, CompileConfig compiled) {
    return session.step(feeds(), fetches(training, compiled), List.of(update));
  }

  /// A step that changes nothing.
  Step evaluationStep(GraphSession session, CompileConfig compiled) {
    return session.step(feeds(), fetches(evaluation, compiled), List.of());
  }

  private static List<Value> fetches(Fetched fetched, CompileConfig compiled) {
    return compiled.metrics().isEmpty()
        ? List.of(fetched.loss())
        : List.of(fetched.loss(), fetched.predictions());
  }

  private List<Value> feeds() {
    List<Value> feeds = new ArrayList<>(inputs.values());
    feeds.add(label);
    weight.ifPresent(feeds::add);
    return feeds;
  }

  /// The batch's tensors in the order of the feeds.
  HostTensor[] feeds(Batch batch) {
    HostTensor[] feeds = new HostTensor[inputs.size() + 1 + (weight.isPresent() ? 1 : 0)];
    int i = 0;
    for (String name : inputs.keySet()) {
      feeds[i++] =
          Objects.requireNonNull(batch.inputs().get(name), () -> "the batch has no input " + name);
    }
    feeds[i++] = batch.label();
    if (weight.isPresent()) {
      feeds[i] = batch.weight().orElseThrow();
    }
    return feeds;
  }

  @Override
  public void close() {
    graph.close();
  }
}
