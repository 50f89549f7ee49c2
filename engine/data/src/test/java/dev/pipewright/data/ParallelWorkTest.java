package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folds and ordered tasks: the order of the results, the bound on what is under way, errors and
/// interrupts.
@Timeout(30)
class ParallelWorkTest {

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  /// Joins texts, so that the order of merges shows.
  private static class Joining implements Accumulator<String, StringBuilder, String> {
    @Override
    public StringBuilder create() {
      return new StringBuilder();
    }

    @Override
    public StringBuilder add(StringBuilder all, String text) {
      return all.append(text);
    }

    @Override
    public StringBuilder merge(StringBuilder left, StringBuilder right) {
      return left.append(right);
    }

    @Override
    public String result(StringBuilder all) {
      return all + "!";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void foldsInTheOrderOfTheBlocks(int parallelism) throws Exception {
    List<Integer> blocks = IntStream.range(0, 200).boxed().toList();
    Accumulator<Integer, StringBuilder, String> slowAtFirst =
        new Joining()
            .after(
                i -> {
                  pause(i % 7 == 0 ? 3 : 0);
                  return i + " ";
                });
    StringBuilder expected = new StringBuilder();
    blocks.forEach(i -> expected.append(i).append(' '));
    assertEquals(expected + "!", Fold.over(blocks.iterator(), slowAtFirst, pool, parallelism));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void foldsNothingToTheResultOfNothing() throws Exception {
    assertEquals("!", Fold.over(List.<String>of().iterator(), new Joining(), pool, 2));
  }

  @Test
  void neverHasMoreBlocksUnderWayThanItSays() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger merged = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Iterator<String> blocks =
        Stream.generate(
                () -> {
                  most.accumulateAndGet(taken.incrementAndGet() - merged.get(), Math::max);
                  return "x";
                })
            .limit(100)
            .iterator();
    Joining counting =
        new Joining() {
          @Override
          public StringBuilder merge(StringBuilder left, StringBuilder right) {
            merged.incrementAndGet();
            return super.merge(left, right);
          }
        };
    assertEquals("x".repeat(100) + "!", Fold.over(blocks, counting, pool, 3));
    assertTrue(most.get() <= 7, "most were " + most);
  }

  static List<Throwable> failures() {
    return List.of(
        new DataException("It is bad.", Location.NONE, "Mend it."),
        new IllegalStateException("bug"),
        new OutOfMemoryError("made up"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void throwsWhatTheWorkThrew(Throwable failure) {
    Accumulator<Integer, StringBuilder, String> failing =
        new Joining()
            .after(
                i -> {
                  if (i == 5) {
                    throwIt(failure);
                  }
                  return "";
                });
    Iterator<Integer> blocks = IntStream.range(0, 50).boxed().iterator();
    assertSame(
        failure, assertThrows(failure.getClass(), () -> Fold.over(blocks, failing, pool, 2)));
    assertTrue(blocks.hasNext(), "it went on reading");
  }

  private static void throwIt(Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalArgumentException(failure);
    }
  }

  @Test
  void anInterruptEndsTheFoldAndItsWork() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    Accumulator<Integer, StringBuilder, String> endless =
        new Joining()
            .after(
                _ -> {
                  started.countDown();
                  try {
                    Thread.sleep(60_000);
                  } catch (InterruptedException e) {
                    cancelled.countDown();
                  }
                  return "";
                });
    Thread caller = Thread.currentThread();
    Thread interrupter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    started.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  caller.interrupt();
                });
    assertThrows(
        InterruptedException.class, () -> Fold.over(List.of(1).iterator(), endless, pool, 1));
    interrupter.join();
    assertTrue(cancelled.await(10, TimeUnit.SECONDS));
  }

  @Test
  void handsResultsOverInOrderOnTheGivingThread() throws Exception {
    List<Integer> results = new ArrayList<>();
    Thread giver = Thread.currentThread();
    try (OrderedTasks<Integer> tasks =
        new OrderedTasks<>(
            pool,
            2,
            result -> {
              assertSame(giver, Thread.currentThread());
              results.add(result);
            })) {
      for (int i = 0; i < 60; i++) {
        int number = i;
        tasks.add(
            () -> {
              pause(number % 5 == 0 ? 3 : 0);
              return number;
            });
        assertTrue(i - results.size() < 4, "more than four are under way");
      }
      tasks.finish();
    }
    assertEquals(IntStream.range(0, 60).boxed().toList(), results);
  }

  static List<Throwable> taskFailures() {
    List<Throwable> all = new ArrayList<>(failures());
    all.add(new IOException("disk"));
    all.add(new InterruptedException());
    return all;
  }

  @ParameterizedTest
  @MethodSource("taskFailures")
  void aTaskThrowsToTheOneWhoGaveIt(Throwable failure) throws Exception {
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 1, _ -> {})) {
      tasks.add(
          () -> {
            switch (failure) {
              case Exception e -> throw e;
              case Error e -> throw e;
              default -> throw new IllegalArgumentException(failure);
            }
          });
      assertSame(failure, assertThrows(failure.getClass(), tasks::finish));
    }
  }

  @Test
  void wrappedFailuresAreUnwrappedOrMarkedAsBugs() throws Exception {
    IOException disk = new IOException("disk");
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 1, _ -> {})) {
      tasks.add(
          () -> {
            throw new UncheckedIOException(disk);
          });
      assertSame(disk, assertThrows(IOException.class, tasks::finish));
    }
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 1, _ -> {})) {
      Callable<Integer> odd =
          () -> {
            throw new ReflectiveOperationException("odd");
          };
      tasks.add(odd);
      var e = assertThrows(IllegalStateException.class, tasks::finish);
      assertInstanceOf(ReflectiveOperationException.class, e.getCause().getCause());
    }
  }

  @Test
  void aFailingSinkStopsTheGiving() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    try (OrderedTasks<Integer> tasks =
        new OrderedTasks<>(
            pool,
            1,
            _ -> {
              taken.incrementAndGet();
              throw new IOException("full");
            })) {
      var e =
          assertThrows(
              IOException.class,
              () -> {
                tasks.add(() -> 1);
                tasks.add(() -> 2);
                tasks.finish();
              });
      assertEquals("full", e.getMessage());
    }
    assertEquals(1, taken.get());
  }

  @Test
  void closingCancelsWhatIsUnderWay() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 1, _ -> {})) {
      tasks.add(
          () -> {
            started.countDown();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              cancelled.countDown();
            }
            return 1;
          });
      assertTrue(started.await(10, TimeUnit.SECONDS));
    }
    assertTrue(cancelled.await(10, TimeUnit.SECONDS));
  }
}
