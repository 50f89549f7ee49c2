package dev.pipewright.app.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.ProjectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxExecutorTest {

  private final FxQueue queue = new FxQueue();
  private final FxExecutor fx = queue.executor();
  private final List<Object> heard = new ArrayList<>();

  @Test
  void worksOnAThreadOfItsOwnAndHandsOverOnTheOther() {
    Thread here = Thread.currentThread();
    fx.call(
        Thread::currentThread,
        worker -> {
          assertNotEquals(here, worker);
          heard.add(Thread.currentThread());
        },
        heard::add);
    queue.runUntil(() -> !heard.isEmpty());
    assertEquals(List.of(here), heard);
  }

  @Test
  void handsOverAnErrorOfTheUsers() {
    ProjectException error = new ProjectException("Wrong.", Location.NONE, "Mend it.");
    fx.call(
        () -> {
          throw error;
        },
        heard::add,
        heard::add);
    queue.runUntil(() -> !heard.isEmpty());
    assertEquals(List.of(error), heard);
  }

  @Test
  void letsAnyOtherErrorSurface() {
    fx.call(
        () -> {
          throw new IllegalStateException("a bug");
        },
        heard::add,
        heard::add);
    assertThrows(IllegalStateException.class, () -> queue.runFor(Duration.ofSeconds(5)));
    assertEquals(List.of(), heard);
  }

  @Test
  void runsATaskAfterAWhile() {
    long start = System.nanoTime();
    fx.after(Duration.ofMillis(50), () -> heard.add("later"));
    queue.runUntil(() -> !heard.isEmpty());
    assertTrue(System.nanoTime() - start >= 50_000_000);
  }
}
