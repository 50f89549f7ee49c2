package dev.pipewright.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.Location;
import dev.pipewright.testing.Fx;
import dev.pipewright.testing.FxToolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
@Timeout(60)
class ReadingTest {

  private static final Map<String, Path> FIRST = Map.of("schema", Path.of("/runs/1"));
  private static final Map<String, Path> SECOND = Map.of("schema", Path.of("/runs/2"));

  private static <T> void awaitEnd(Reading<T> reading) {
    Fx.await("the end of the reading", () -> !(reading.state().get() instanceof Reading.Busy));
  }

  @Test
  void readsOffTheJavaFxThreadAndTellsOnIt() {
    List<Boolean> threads = new ArrayList<>();
    Reading<String> reading =
        new Reading<>(
            folders -> {
              threads.add(Platform.isFxApplicationThread());
              return String.valueOf(folders.get("schema"));
            });
    Fx.run(
        () -> {
          reading.state().addListener(_ -> threads.add(Platform.isFxApplicationThread()));
          reading.read(FIRST);
          assertEquals(new Reading.Busy<>(), reading.state().get());
        });
    awaitEnd(reading);
    assertEquals(new Reading.Done<>("/runs/1"), reading.state().get());
    assertEquals(List.of(true, false, true), threads);
  }

  @Test
  void readsTheSameFoldersOnce() {
    AtomicInteger reads = new AtomicInteger();
    Reading<Integer> reading = new Reading<>(_ -> reads.incrementAndGet());
    Fx.run(() -> reading.read(FIRST));
    Fx.run(() -> reading.read(FIRST));
    awaitEnd(reading);
    Fx.run(() -> reading.read(FIRST));
    Fx.settle();
    assertEquals(1, reads.get());
    Fx.run(() -> reading.read(SECOND));
    awaitEnd(reading);
    assertEquals(new Reading.Done<>(2), reading.state().get());
  }

  @Test
  void givesUpWhatNobodyWaitsForAnyMore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Reading<String> reading =
        new Reading<>(
            folders -> {
              if (folders.equals(SECOND)) {
                return "second";
              }
              begun.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return "first";
            });
    Fx.run(() -> reading.read(FIRST));
    begun.await();
    Fx.run(() -> reading.read(SECOND));
    awaitEnd(reading);
    interrupted.await();
    Fx.settle();
    assertEquals(new Reading.Done<>("second"), reading.state().get());
  }

  @Test
  void tellsNobodyAfterItIsClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Reading<String> reading =
        new Reading<>(
            _ -> {
              begun.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                done.countDown();
              }
              return "late";
            });
    Fx.run(() -> reading.read(FIRST));
    begun.await();
    Fx.run(reading::close);
    done.await();
    Fx.settle();
    assertInstanceOf(Reading.Busy.class, reading.state().get());
  }

  @Test
  void tellsWhatTheReaderSaysIsWrong() {
    Reading<String> reading =
        new Reading<>(
            _ -> {
              throw new ArtifactException("It is damaged.", Location.NONE, "Run it again.");
            });
    Fx.run(() -> reading.read(FIRST));
    awaitEnd(reading);
    assertEquals(new Reading.Failed<>("It is damaged.", "Run it again."), reading.state().get());
  }

  @Test
  void tellsThatAFileCannotBeRead() {
    Reading<String> reading =
        new Reading<>(
            _ -> {
              throw new IOException("the drive is gone");
            });
    Fx.run(() -> reading.read(FIRST));
    awaitEnd(reading);
    assertEquals(
        new Reading.Failed<>(
            "The artifact cannot be read: java.io.IOException: the drive is gone.",
            "Run the node again."),
        reading.state().get());
    assertEquals(List.of(), Fx.takeUncaught());
  }

  @Test
  void reportsAMistakeOfTheProgram() {
    RuntimeException mistake = new IllegalStateException("never so");
    Reading<String> reading =
        new Reading<>(
            _ -> {
              throw mistake;
            });
    Fx.run(() -> reading.read(FIRST));
    awaitEnd(reading);
    assertInstanceOf(Reading.Failed.class, reading.state().get());
    assertEquals(List.of(mistake), Fx.takeUncaught());
  }

  @Test
  void hasNothingWhenTheFoldersAreGone() {
    Reading<String> reading = new Reading<>(_ -> "read");
    Fx.run(() -> reading.read(FIRST));
    awaitEnd(reading);
    Fx.run(() -> reading.read(Map.of()));
    assertTrue(reading.state().get() instanceof Reading.Nothing);
  }
}
