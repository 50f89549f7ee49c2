package dev.pipewright.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;

/// A prepared run of a session: the same feeds, fetches and targets each time, so that a run costs
/// little more than its operations. A step is used by one thread at a time; different steps of one
/// session may run side by side.
public final class Step {

  private final NativeSession session;
  private final List<Value> feeds;
  private final int fetchCount;
  private final int targetCount;
  private final TF_Output feedOutputs;
  private final TF_Output fetchOutputs;
  private final PointerPointer<TF_Tensor> feedTensors;
  private final PointerPointer<TF_Tensor> fetchTensors;
  private final PointerPointer<TF_Operation> targets;
  private final TF_Status status = TF_Status.newStatus();

  Step(NativeSession session, List<Value> feeds, List<Value> fetches, List<Operation> operations) {
    this.session = session;
    this.feeds = List.copyOf(feeds);
    this.fetchCount = fetches.size();
    this.targetCount = operations.size();
    this.feedOutputs = NativeGraph.outputs(feeds);
    this.fetchOutputs = NativeGraph.outputs(fetches);
    this.feedTensors = new PointerPointer<>(Math.max(feeds.size(), 1));
    this.fetchTensors = new PointerPointer<>(Math.max(fetchCount, 1));
    this.targets = new PointerPointer<>(Math.max(targetCount, 1));
    for (int i = 0; i < targetCount; i++) {
      targets.put(i, operations.get(i).handle());
    }
  }

  /// Runs once.
  ///
  /// @param values one tensor a feed, in the step's order; the caller keeps owning them
  /// @return the fetches, which the caller closes
  /// @throws dev.pipewright.pipeline.EngineException if the data, the memory or a file is the cause
  /// @throws java.util.concurrent.CancellationException if the session was cancelled
  /// @throws IllegalStateException for any other failure, with the operation's name
  public Fetches run(HostTensor... values) {
    call(values);
    Failures.checkRun(status);
    return fetched();
  }

  /// Runs once, unless an iterator in the graph has come to its end: then the result is empty.
  public Optional<Fetches> runUnlessEnded(HostTensor... values) {
    call(values);
    if (TF_GetCode(status) == Failures.OUT_OF_RANGE) {
      return Optional.empty();
    }
    Failures.checkRun(status);
    return Optional.of(fetched());
  }

  private void call(HostTensor... values) {
    if (values.length != feeds.size()) {
      throw new IllegalArgumentException(
          values.length + " tensors for the " + feeds.size() + " feeds " + feeds);
    }
    for (int i = 0; i < values.length; i++) {
      feedTensors.put(i, values[i].handle());
    }
    TF_SessionRun(
        session.handle(),
        (TF_Buffer) null,
        feedOutputs,
        feedTensors,
        values.length,
        fetchOutputs,
        fetchTensors,
        fetchCount,
        targets,
        targetCount,
        (TF_Buffer) null,
        status);
  }

  private Fetches fetched() {
    List<HostTensor> tensors = new ArrayList<>(fetchCount);
    for (int i = 0; i < fetchCount; i++) {
      Pointer address = fetchTensors.get(i);
      tensors.add(HostTensor.own(new TF_Tensor(address)));
    }
    return new Fetches(tensors);
  }

  void free() {
    feedOutputs.deallocate();
    fetchOutputs.deallocate();
    feedTensors.deallocate();
    fetchTensors.deallocate();
    targets.deallocate();
    status.deallocate();
  }
}
