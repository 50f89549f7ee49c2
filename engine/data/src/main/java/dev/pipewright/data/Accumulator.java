package dev.pipewright.data;

import java.util.function.Function;

/// A fold over blocks of rows: statistics, analyzers and metrics are all one of these. Each block
/// is added to an empty accumulation of its own, and the accumulations are merged in the order of
/// the blocks, so that the result does not depend on how many threads (or machines) share the work,
/// floats included. A block is a fixed number of rows, see `Fold`.
///
/// @param <I> what is added: a batch of rows
/// @param <A> the accumulation; `add` and `merge` may change and return their first argument
/// @param <R> the result
public interface Accumulator<I, A, R> {

  /// An accumulation of nothing.
  A create();

  /// `accumulation` with a batch added to it.
  A add(A accumulation, I batch);

  /// Both together; `left` saw the earlier rows.
  A merge(A left, A right);

  /// The result of all that was added.
  R result(A accumulation);

  /// The same fold over something that has yet to be turned into a batch, as undecoded records:
  /// `decode` runs where `add` runs, so on the pool's threads.
  default <J> Accumulator<J, A, R> after(Function<? super J, ? extends I> decode) {
    Accumulator<I, A, R> self = this;
    return new Accumulator<>() {
      @Override
      public A create() {
        return self.create();
      }

      @Override
      public A add(A accumulation, J undecoded) {
        return self.add(accumulation, decode.apply(undecoded));
      }

      @Override
      public A merge(A left, A right) {
        return self.merge(left, right);
      }

      @Override
      public R result(A accumulation) {
        return self.result(accumulation);
      }
    };
  }
}
