package dev.pipewright.keras.graph;

import dev.pipewright.keras.model.Optimizer;
import dev.pipewright.tensorflow.DType;
import dev.pipewright.tensorflow.GraphBuilder;
import dev.pipewright.tensorflow.Operation;
import dev.pipewright.tensorflow.TensorShape;
import dev.pipewright.tensorflow.Value;
import dev.pipewright.tensorflow.Variable;
import java.util.ArrayList;
import java.util.List;

/// Adds the operations by which an optimizer changes weights (`keras/src/optimizers`).
///
/// Gradients are dense, embeddings' too, as with Keras on JAX. On TensorFlow, Keras's Adam squares
/// the gradients of an embedding's row that is looked up several times in a batch one by one before
/// it adds them; here, as Adam is defined, it is their sum that is squared.
final class Optimizers {

  private final GraphBuilder graph;
  private final Value iteration;

  /// @param iteration the int64 number of steps done before this one
  Optimizers(GraphBuilder graph, Value iteration) {
    this.graph = graph;
    this.iteration = iteration;
  }

  List<Operation> updates(Optimizer optimizer, List<Variable> variables, List<Value> gradients) {
    return switch (optimizer) {
      case Optimizer.Adam adam -> adam(adam, variables, gradients);
      case Optimizer.Sgd sgd -> sgd(sgd, variables, gradients);
    };
  }

  private List<Operation> adam(
      Optimizer.Adam adam, List<Variable> variables, List<Value> gradients) {
    GraphBuilder within = graph.scope("adam");
    Value next = within.call("AddV2", iteration, within.constant(1L));
    Value t = within.op("Cast").inputs(next).attr("DstT", DType.FLOAT32).value();
    Value rate = within.constant((float) adam.learningRate());
    Value beta1 = within.constant((float) adam.beta1());
    Value beta2 = within.constant((float) adam.beta2());
    Value power1 = within.call("Pow", beta1, t);
    Value power2 = within.call("Pow", beta2, t);
    Value epsilon = within.constant((float) adam.epsilon());
    List<Operation> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      Variable momentum = slot(within, variable, "momentum");
      Variable velocity = slot(within, variable, "velocity");
      updates.add(
          within
              .op("ResourceApplyAdam")
              .inputs(variable.handle(), momentum.handle(), velocity.handle())
              .inputs(power1, power2, rate, beta1, beta2, epsilon, gradients.get(i))
              .operation());
    }
    return updates;
  }

  private List<Operation> sgd(Optimizer.Sgd sgd, List<Variable> variables, List<Value> gradients) {
    GraphBuilder within = graph.scope("SGD");
    Value rate = within.constant((float) sgd.learningRate());
    List<Operation> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      if (sgd.momentum() == 0) {
        updates.add(
            within
                .op("ResourceApplyGradientDescent")
                .inputs(variable.handle(), rate, gradients.get(i))
                .operation());
      } else {
        updates.add(
            within
                .op("ResourceApplyKerasMomentum")
                .inputs(variable.handle(), slot(within, variable, "momentum").handle(), rate)
                .inputs(gradients.get(i), within.constant((float) sgd.momentum()))
                .attr("use_nesterov", sgd.nesterov())
                .operation());
      }
    }
    return updates;
  }

  private static Variable slot(GraphBuilder graph, Variable variable, String name) {
    TensorShape shape = variable.shape();
    int[] dims = shape.dims().stream().mapToInt(Long::intValue).toArray();
    Value zeros = graph.call("Fill", graph.constant(dims), graph.constant(0f));
    return graph.variable(variable.name() + "/" + name, Variable.Role.TRAINING, zeros);
  }
}
