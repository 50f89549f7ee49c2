package dev.pipewright.tensorflow;

/// Adds resource variables to a graph.
final class Variables {

  private Variables() {}

  static Variable create(GraphBuilder graph, String name, Variable.Role role, Value initial) {
    String fullName = graph.qualified(name);
    TensorShape shape = initial.shape();
    if (!shape.isFullyKnown()) {
      throw new IllegalArgumentException("variable " + fullName + " has the shape " + shape);
    }
    if (graph.graph().variables.stream().anyMatch(v -> v.name().equals(fullName))) {
      throw new IllegalArgumentException("there is a variable " + fullName + " already");
    }
    DType dtype = initial.dtype();
    Value handle =
        graph
            .op("VarHandleOp")
            .named(name)
            .attr("dtype", dtype)
            .attr("shape", shape)
            .attr("shared_name", fullName)
            .value();
    return register(graph, fullName, role, handle, initial, dtype, shape);
  }

  /// Gives a handle its read and its initializer, and the graph the variable.
  static Variable register(
      GraphBuilder graph,
      String name,
      Variable.Role role,
      Value handle,
      Value initial,
      DType dtype,
      TensorShape shape) {
    String base = handle.operation().name();
    GraphBuilder root = new GraphBuilder(graph.graph(), "", graph.controls(), graph.device());
    Operation assign =
        root.op("AssignVariableOp")
            .named(base + "/Assign")
            .inputs(handle, initial)
            .attr("dtype", dtype)
            .operation();
    Value read =
        root.op("ReadVariableOp")
            .named(base + "/Read/ReadVariableOp")
            .inputs(handle)
            .attr("dtype", dtype)
            .value();
    Variable variable = new Variable(name, dtype, shape, handle, read, assign, role);
    graph.graph().variables.add(variable);
    return variable;
  }
}
