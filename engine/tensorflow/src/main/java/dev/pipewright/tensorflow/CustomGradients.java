package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TFJ_HasGradient;
import static org.tensorflow.internal.c_api.global.tensorflow.TFJ_RegisterCustomGradient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.TFJ_GradFuncAdapter;
import org.tensorflow.internal.c_api.TFJ_GraphId;
import org.tensorflow.internal.c_api.TFJ_Scope;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;

/// One native callback for every gradient of ours, told apart by the op's type: TensorFlow Java
/// 1.1.0 ends the JVM after about ten callbacks. TensorFlow keeps registrations for the life of the
/// process, so they are static.
final class CustomGradients {

  private static final ScopedValue<Call> CALL = ScopedValue.newInstance();
  private static final Set<String> REGISTERED = new HashSet<>();
  private static @Nullable TFJ_GradFuncAdapter dispatcher;

  private CustomGradients() {}

  /// The gradients being added, by the thread that adds them.
  private record Call(GraphBuilder graph, String prefix, List<RuntimeException> failures) {}

  /// Runs `add` with our gradients in place; only one graph at a time is differentiated.
  static synchronized <R> R during(GraphBuilder graph, Function<String, R> add) {
    NativeGraph owner = graph.graph();
    register(StandardGradients.all());
    register(owner.gradients);
    String prefix = owner.uniqueName(graph.qualified("gradients"));
    Call call = new Call(graph, prefix, new ArrayList<>());
    try {
      return ScopedValue.where(CALL, call).call(() -> add.apply(prefix));
    } catch (IllegalArgumentException e) {
      call.failures().forEach(e::addSuppressed);
      throw e;
    } finally {
      owner.takeNames();
    }
  }

  private static void register(Map<String, GradientFunction> functions) {
    if (dispatcher == null) {
      dispatcher = new Dispatcher();
    }
    for (String type : functions.keySet()) {
      if (REGISTERED.add(type) && !TFJ_HasGradient(type)) {
        TFJ_RegisterCustomGradient(type, dispatcher);
      }
    }
  }

  private static final class Dispatcher extends TFJ_GradFuncAdapter {

    @Override
    @SuppressWarnings("rawtypes") // as the native interface declares it
    public int call(
        TFJ_GraphId id,
        TFJ_Scope nativeScope,
        TF_Operation operation,
        TF_Output gradients,
        int count,
        PointerPointer result) {
      Call call = CALL.get();
      NativeGraph graph = call.graph().graph();
      try (PointerScope _ = new PointerScope()) {
        graph.locked = true;
        List<Value> inputs =
            gradients(call, graph.wrap(operation), values(graph, gradients, count));
        result.put(nativeArray(inputs));
        return inputs.size();
      } catch (RuntimeException e) {
        // An exception cannot pass through native code: too few gradients make TensorFlow stop,
        // and the cause is attached there.
        call.failures().add(e);
        result.put(nativeArray(List.of()));
        return 0;
      } finally {
        graph.locked = false;
      }
    }
  }

  private static List<Value> gradients(Call call, Operation operation, List<Value> outputs) {
    GradientFunction function = call.graph().graph().gradients.get(operation.type());
    if (function == null) {
      function = StandardGradients.all().get(operation.type());
    }
    if (function == null) {
      throw new IllegalStateException("this graph has no gradient for " + operation);
    }
    GraphBuilder builder =
        new GraphBuilder(
            call.graph().graph(),
            call.prefix() + "/custom/" + operation.name() + "/",
            List.of(),
            "");
    return function.gradients(builder, operation, outputs);
  }

  private static List<Value> values(NativeGraph graph, TF_Output outputs, int count) {
    List<Value> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      TF_Output output = outputs.getPointer(i);
      values.add(new Value(graph.wrap(output.oper()), output.index()));
    }
    return values;
  }

  /// An array from C's malloc, which the caller in TensorFlow frees.
  private static TF_Output nativeArray(List<Value> values) {
    long size = (long) Math.max(values.size(), 1) * Pointer.sizeof(TF_Output.class);
    TF_Output array = new TF_Output(Pointer.malloc(size));
    for (int i = 0; i < values.size(); i++) {
      array.getPointer(i).oper(values.get(i).operation().handle()).index(values.get(i).index());
    }
    return array;
  }
}
