package dev.pipewright.training;

import dev.pipewright.keras.graph.Batch;
import dev.pipewright.keras.graph.BatchSource;
import dev.pipewright.keras.graph.BatchStream;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.tensorflow.HostTensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;

/// Batches of a store's rows. A batch goes on where the one before ended, over the end of a pass
/// too, so that all but the very last are full. The last field of the store is the label.
final class Batches implements BatchSource {

  /// Rows are copied by millions a second.
  private static final int ROWS_BETWEEN_CHECKS = 1 << 16;

  private final RowStore store;
  private final LongUnaryOperator order;
  private final int batchSize;
  private final long rowLimit;
  private final Execution execution;

  private Batches(
      RowStore store, LongUnaryOperator order, int batchSize, long rowLimit, Execution execution) {
    this.store = store;
    this.order = order;
    this.batchSize = batchSize;
    this.rowLimit = rowLimit;
    this.execution = execution;
  }

  /// So many rows as they come, from the first again after the last.
  static Batches inOrder(RowStore store, int batchSize, long rowLimit, Execution execution) {
    return new Batches(store, place -> place % store.rowCount(), batchSize, rowLimit, execution);
  }

  /// So many rows in an order that is new each pass.
  static Batches shuffled(RowStore store, int batchSize, long rowLimit, Execution execution) {
    RowShuffle shuffle = new RowShuffle(store.rowCount(), execution.seed());
    return new Batches(store, shuffle::rowAt, batchSize, rowLimit, execution);
  }

  @Override
  public BatchStream open(long first) {
    return new Stream(first * batchSize);
  }

  /// Fills the same tensors again for each batch.
  private final class Stream implements BatchStream {

    private final Map<Integer, Filled> bySize = new HashMap<>();
    private long place;

    Stream(long place) {
      this.place = place;
    }

    private record Filled(HostTensor[] tensors, Batch batch) {}

    @Override
    public Optional<Batch> next() {
      int size = (int) Math.min(batchSize, rowLimit - place);
      if (size <= 0) {
        return Optional.empty();
      }
      Filled filled = bySize.computeIfAbsent(size, this::allocate);
      for (int i = 0; i < size; i++) {
        if (i % ROWS_BETWEEN_CHECKS == 0) {
          checkCancelled();
        }
        store.copy(order.applyAsLong(place + i), filled.tensors(), i);
      }
      place += size;
      return Optional.of(filled.batch());
    }

    /// As a training that is cancelled ends.
    private void checkCancelled() {
      try {
        execution.checkCancelled();
      } catch (InterruptedException e) {
        throw new CancellationException("cancelled in the middle of a batch");
      }
    }

    private Filled allocate(int size) {
      List<RowField> fields = store.fields();
      HostTensor[] tensors =
          fields.stream()
              .map(f -> HostTensor.allocate(f.dtype(), f.shapeOf(size)))
              .toArray(HostTensor[]::new);
      int label = tensors.length - 1;
      Map<String, HostTensor> inputs = new LinkedHashMap<>();
      for (int i = 0; i < label; i++) {
        inputs.put(fields.get(i).name(), tensors[i]);
      }
      return new Filled(tensors, new Batch(inputs, tensors[label], size));
    }

    @Override
    public void close() {
      bySize.values().forEach(filled -> List.of(filled.tensors()).forEach(HostTensor::close));
    }
  }
}
