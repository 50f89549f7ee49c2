package dev.pipewright.transform.graph;

import dev.pipewright.data.Column;
import dev.pipewright.data.ExampleBatch;
import dev.pipewright.tensorflow.Fetches;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.GraphSession;
import dev.pipewright.tensorflow.HostTensor;
import dev.pipewright.tensorflow.SessionSettings;
import dev.pipewright.tensorflow.Step;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.transform.expression.Expression;
import dev.pipewright.transform.expression.TypeChecker;
import dev.pipewright.transform.expression.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Computes expressions over batches of rows: features as they are without TensorFlow, everything
/// else in a graph. Batches may be given by several threads, as many at once as it was made for.
public final class BlockEvaluator implements AutoCloseable {

  private final List<Expression> expressions;
  private final TypeChecker types;
  private final DirectColumns direct;
  private final @Nullable Running running;

  /// A graph with its session.
  private record Running(
      GraphBuilder graph, GraphSession session, RawInputs inputs, Queue<Step> steps) {}

  /// @param expressions what is computed; each is dense or sparse, of a type that a tf.Example
  ///   holds
  /// @param types the raw features' types
  /// @param analysis what was found out for the calls in the expressions
  /// @param parallelism how many threads will give batches at once
  public BlockEvaluator(
      List<Expression> expressions, TypeChecker types, Analysis analysis, int parallelism) {
    this.expressions = List.copyOf(expressions);
    this.types = types;
    this.direct = new DirectColumns(types.features());
    List<Expression> computed =
        expressions.stream().filter(e -> !DirectColumns.isDirect(e)).toList();
    this.running = computed.isEmpty() ? null : start(computed, types, analysis, parallelism);
  }

  private static Running start(
      List<Expression> computed, TypeChecker types, Analysis analysis, int parallelism) {
    GraphBuilder graph = GraphBuilder.create();
    RawInputs inputs = new RawInputs(graph, featuresOf(computed), types.features());
    GraphCompiler compiler = new GraphCompiler(graph, inputs.values(), types, analysis);
    List<Value> feeds = inputs.feeds();
    // A sparse value may share its indices with the feature, and what is fed cannot be fetched.
    List<Value> fetches =
        RawInputs.parts(computed.stream().map(compiler::compile).toList()).stream()
            .map(value -> feeds.contains(value) ? graph.call("Identity", value) : value)
            .toList();
    GraphSession session = GraphSession.open(graph, SessionSettings.callerThread());
    session.initialize();
    Queue<Step> steps = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < parallelism; i++) {
      steps.add(session.step(feeds, fetches, List.of()));
    }
    return new Running(graph, session, inputs, steps);
  }

  /// The features that the expressions use.
  public static Set<String> featuresOf(Collection<Expression> expressions) {
    Set<String> features = new TreeSet<>();
    for (Expression expression : expressions) {
      if (expression instanceof Expression.Feature(String name, _)) {
        features.add(name);
      }
      features.addAll(featuresOf(expression.children()));
    }
    return features;
  }

  /// The values of the expressions in the batch's rows, in the expressions' order.
  ///
  /// @throws dev.pipewright.pipeline.DataException when the batch does not fit the features' types
  public List<Column> evaluate(ExampleBatch batch) {
    List<HostTensor> fetched = running == null ? List.of() : run(running, batch);
    try {
      List<Column> columns = new ArrayList<>();
      int next = 0;
      for (Expression expression : expressions) {
        if (DirectColumns.isDirect(expression)) {
          columns.add(direct.read(expression, batch));
          continue;
        }
        ValueType type = types.typeOf(expression);
        if (type.isSparse()) {
          columns.add(Tensors.sparse(fetched.get(next), fetched.get(next + 1), batch.rowCount()));
          next += 3;
        } else {
          columns.add(Tensors.dense(fetched.get(next++), batch.rowCount()));
        }
      }
      return columns;
    } finally {
      fetched.forEach(HostTensor::close);
    }
  }

  private List<HostTensor> run(Running graph, ExampleBatch batch) {
    Step step = graph.steps.remove();
    List<HostTensor> feeds = graph.inputs.tensors(batch, types.features());
    try {
      Fetches fetches = step.run(feeds.toArray(HostTensor[]::new));
      return fetches.tensors();
    } finally {
      feeds.forEach(HostTensor::close);
      graph.steps.add(step);
    }
  }

  /// Frees the graph.
  @Override
  public void close() {
    if (running != null) {
      running.session.close();
      running.graph.close();
    }
  }
}
