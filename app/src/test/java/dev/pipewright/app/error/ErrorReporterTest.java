package dev.pipewright.app.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.app.thread.FxExecutor;
import dev.pipewright.pipeline.EnvironmentException;
import dev.pipewright.pipeline.Location;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ErrorReporterTest {

  private final ErrorReporter reporter = new ErrorReporter(new FxExecutor(Runnable::run));

  private static Notice notice(String what) {
    return new Notice(what, "", "", "", false);
  }

  @Test
  void tellsWhatWhereAndWhatToDo() {
    reporter.report(
        new CompletionException(
            new EnvironmentException("The disk is full.", Location.of("/a"), "Free space.", null)));
    Notice notice = reporter.notices().getFirst();
    assertEquals("The disk is full.", notice.what());
    assertEquals("/a", notice.where());
    assertEquals("Free space.", notice.fix());
    assertTrue(notice.isError());
  }

  @Test
  void keepsEverythingThatIsKnownOfAnErrorOfOurs() {
    reporter.report(new IllegalStateException("a bug", new RuntimeException("its cause")));
    Notice notice = reporter.notices().getFirst();
    assertEquals("java.lang.IllegalStateException: a bug", notice.where());
    assertTrue(notice.details().contains("Caused by: java.lang.RuntimeException: its cause"));
    assertTrue(notice.details().contains("keepsEverythingThatIsKnownOfAnErrorOfOurs"));
  }

  @Test
  void tellsTheSameOnceAndTheNewestLast() {
    reporter.tell(notice("a"));
    reporter.tell(notice("b"));
    reporter.tell(notice("a"));
    assertEquals(java.util.List.of(notice("b"), notice("a")), reporter.notices());
  }

  @Test
  void forgetsTheOldestOfMany() {
    for (int i = 0; i < 22; i++) {
      reporter.tell(notice("n" + i));
    }
    assertEquals(20, reporter.notices().size());
    assertEquals(notice("n2"), reporter.notices().getFirst());
    reporter.close(notice("n4"));
    assertEquals(19, reporter.notices().size());
  }
}
