package dev.pipewright.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.DataException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.pipeline.NodeId;
import dev.pipewright.pipeline.component.Execution;
import dev.pipewright.runner.RunEvent.NodeCancelled.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelTest {

  @TempDir Path folder;

  /// D runs beside B: what is said of it after a cancel holds once it was done before.
  private final CountDownLatch isDDone = new CountDownLatch(1);

  private Project project() {
    Project project = Project.of(folder, "A: Text", "B: Join A", "C: Join B", "D: Text");
    project.set("D", "text", "d");
    project.also =
        event -> {
          if (event instanceof RunEvent.NodeDone done && done.node().value().equals("D")) {
            isDDone.countDown();
          } else if (event instanceof RunEvent.Progressed) {
            project.cancellation.cancel();
          }
        };
    return project;
  }

  private static void assertQuick(RunEvent.RunFinished finished, long slackMillis) {
    long millis = finished.elapsed().toMillis();
    assertTrue(millis < 1000 + slackMillis, millis + " ms");
  }

  @Test
  void aCancelledRunEndsAtOnceAndKeepsWhatIsDone() throws IOException {
    Project project = project();
    project.fakes.hooks.put(
        "B",
        execution -> {
          Files.writeString(execution.output("examples").resolve("half"), "x");
          isDDone.await();
          execution.progress().report(0.5, "half");
          Thread.sleep(60_000);
        });
    RunResult result = project.run();
    assertEquals(RunResult.Outcome.CANCELLED, result.outcome());
    assertEquals("{A=DONE, B=CANCELLED, C=CANCELLED, D=DONE}", Project.outcomes(result));
    assertEquals(
        List.of(Answer.STOPPED, Answer.STOPPED),
        project.events(RunEvent.NodeCancelled.class).stream().map(e -> e.answer()).toList());
    assertQuick((RunEvent.RunFinished) project.events.getLast(), 2000);
    assertEquals(List.of(), Folders.list(project.root.staging()));
    project.cancellation = new Cancellation();
    project.fakes.hooks.clear();
    assertEquals("{A=CACHED, B=DONE, C=DONE, D=CACHED}", Project.outcomes(project.run()));
  }

  @Test
  void aNodeThatLooksForTheCancelStopsToo() {
    Project project = project();
    project.fakes.hooks.put(
        "B",
        execution -> {
          isDDone.await();
          execution.progress().report(0.5, "half");
          while (true) {
            execution.checkCancelled();
          }
        });
    assertEquals("{A=DONE, B=CANCELLED, C=CANCELLED, D=DONE}", Project.outcomes(project.run()));
  }

  @Test
  void theRunReturnsWithoutANodeThatDoesNotAnswer() throws InterruptedException {
    Project project = project();
    CountDownLatch done = new CountDownLatch(1);
    Thread[] stubborn = new Thread[1];
    project.fakes.hooks.put(
        "B",
        execution -> {
          stubborn[0] = Thread.currentThread();
          isDDone.await();
          execution.progress().report(0.5, "half");
          while (done.getCount() > 0) {
            Thread.onSpinWait();
          }
          execution.progress().warn("too late to be told");
        });
    RunResult result = project.run();
    done.countDown();
    stubborn[0].join();
    assertEquals("{A=DONE, B=CANCELLED, C=CANCELLED, D=DONE}", Project.outcomes(result));
    assertEquals(
        List.of(new NodeId("B")),
        project.events(RunEvent.NodeCancelled.class).stream()
            .filter(e -> e.answer() == Answer.NONE)
            .map(RunEvent.NodeCancelled::node)
            .toList());
    assertQuick((RunEvent.RunFinished) project.events.getLast(), 2000);
  }

  @Test
  void anInterruptOfTheCallerIsACancel() throws InterruptedException {
    Project project = project();
    project.also = event -> {};
    CountDownLatch begun = new CountDownLatch(1);
    project.fakes.hooks.put(
        "B",
        execution -> {
          begun.countDown();
          Thread.sleep(60_000);
        });
    RunResult[] result = new RunResult[1];
    boolean[] isInterrupted = new boolean[1];
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  result[0] = project.run();
                  isInterrupted[0] = Thread.currentThread().isInterrupted();
                });
    begun.await();
    caller.interrupt();
    caller.join(5000);
    assertEquals(RunResult.Outcome.CANCELLED, result[0].outcome());
    assertTrue(isInterrupted[0]);
  }

  @Test
  void aRunThatWasCancelledBeforehandDoesNothing() {
    Project project = project();
    project.cancellation.cancel();
    assertEquals(
        "{A=CANCELLED, B=CANCELLED, C=CANCELLED, D=CANCELLED}", Project.outcomes(project.run()));
  }

  @Test
  void theWorkFolderIsThereAgainAfterAFailureAndGoneAfterASuccess() throws IOException {
    Project project = project();
    project.fakes.hooks.put(
        "B",
        execution -> {
          checkpoint(execution, "1");
          throw new DataException("Oh.", Location.NONE, "");
        });
    project.run();
    project.fakes.hooks.put(
        "B",
        execution -> {
          assertEquals("1", checkpoint(execution, "12"));
          isDDone.await();
          execution.progress().report(0.5, "half");
          Thread.sleep(60_000);
        });
    project.run();
    project.cancellation = new Cancellation();
    project.fakes.hooks.put("B", execution -> assertEquals("12", checkpoint(execution, "123")));
    assertEquals("{A=CACHED, B=DONE, C=DONE, D=CACHED}", Project.outcomes(project.run()));
    assertEquals(List.of(), Folders.list(project.root.work()));
    project.set("B", "suffix", "other");
    project.fakes.hooks.put("B", execution -> assertEquals("", checkpoint(execution, "1")));
    assertEquals(RunResult.Outcome.DONE, project.run().outcome());
  }

  /// What the checkpoint was, and is no more.
  private static String checkpoint(Execution execution, String text) throws IOException {
    Path file = execution.workFolder().resolve("checkpoint");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, text);
    return before;
  }
}
