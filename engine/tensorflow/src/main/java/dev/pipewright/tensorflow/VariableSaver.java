package dev.pipewright.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The operations that save and restore variables in TensorFlow's checkpoint format V2.
///
/// @param filename the placeholder of the path's prefix
/// @param saved the prefix again, once the variables are saved
/// @param restoreAll reads the variables and assigns them
record VariableSaver(Value filename, Value saved, Operation restoreAll) {

  /// Adds them to the graph.
  static VariableSaver add(GraphBuilder graph, List<Variable> variables) {
    GraphBuilder within = new GraphBuilder(graph.graph(), "save/", List.of(), "/device:CPU:0");
    Value filename = within.placeholder("filename", DType.STRING, TensorShape.scalar());
    Value names = within.constant(variables.stream().map(Variable::name).toList());
    Value slices = within.constant(variables.stream().map(variable -> "").toList());
    List<DType> dtypes = variables.stream().map(Variable::dtype).toList();
    Operation save =
        within
            .op("SaveV2")
            .inputs(
                filename,
                names,
                slices,
                OpInput.list(variables.stream().map(Variable::read).toList()))
            .attr("dtypes", dtypes)
            .operation();
    Value saved =
        within
            .op("Identity")
            .named("control_dependency")
            .inputs(filename)
            .after(List.of(save))
            .value();
    Operation restore =
        within.op("RestoreV2").inputs(filename, names, slices).attr("dtypes", dtypes).operation();
    List<Operation> assigns = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      assigns.add(
          within
              .op("AssignVariableOp")
              .inputs(variables.get(i).handle(), restore.output(i))
              .attr("dtype", dtypes.get(i))
              .operation());
    }
    return new VariableSaver(filename, saved, within.group("restore_all", assigns));
  }

  void save(GraphSession session, Path prefix) {
    try (HostTensor path = HostTensor.scalar(prefix.toString())) {
      session.step(List.of(filename), List.of(), List.of(saved.operation())).run(path).close();
    }
  }

  void restore(GraphSession session, Path prefix) {
    try (HostTensor path = HostTensor.scalar(prefix.toString())) {
      session.step(List.of(filename), List.of(), List.of(restoreAll)).run(path).close();
    }
  }
}
