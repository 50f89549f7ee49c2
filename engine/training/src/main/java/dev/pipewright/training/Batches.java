package dev.pipewright.training;

import dev.pipewright.tensorflow.HostTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/// Batches of a store's rows, in tensors that are filled again for every batch. Used by one thread.
final class Batches implements AutoCloseable {

  private final RowStore store;
  private final LongUnaryOperator order;
  private final int batchSize;
  private final Map<Integer, HostTensor[]> tensorsBySize = new HashMap<>();

  /// @param order the row at each place, endless
  Batches(RowStore store, LongUnaryOperator order, int batchSize) {
    this.store = store;
    this.order = order;
    this.batchSize = batchSize;
  }

  /// The rows as they come, again and again.
  static Batches inOrder(RowStore store, int batchSize) {
    return new Batches(store, place -> place % store.rowCount(), batchSize);
  }

  /// The rows in an order that is new each pass.
  static Batches shuffled(RowStore store, int batchSize, long seed) {
    return new Batches(store, new RowShuffle(store.rowCount(), seed)::rowAt, batchSize);
  }

  /// Full batch number `step`, from 0: the rows go on where the batch before ended, over the end of
  /// a pass too. A tensor a field, valid until the next call.
  HostTensor[] full(long step) {
    return fill(step * batchSize, batchSize);
  }

  /// How many batches are a single pass, the last one as long as rows remain.
  long countInPass() {
    return (store.rowCount() + batchSize - 1) / batchSize;
  }

  /// Batch number `step` of a single pass.
  HostTensor[] inPass(long step) {
    long from = step * batchSize;
    return fill(from, (int) Math.min(batchSize, store.rowCount() - from));
  }

  private HostTensor[] fill(long from, int size) {
    HostTensor[] tensors = tensorsBySize.computeIfAbsent(size, this::allocate);
    for (int i = 0; i < size; i++) {
      store.copy(order.applyAsLong(from + i), tensors, i);
    }
    return tensors;
  }

  private HostTensor[] allocate(int size) {
    List<RowField> fields = store.fields();
    return fields.stream()
        .map(f -> HostTensor.allocate(f.dtype(), f.shapeOf(size)))
        .toArray(HostTensor[]::new);
  }

  @Override
  public void close() {
    tensorsBySize.values().forEach(tensors -> List.of(tensors).forEach(HostTensor::close));
  }
}
