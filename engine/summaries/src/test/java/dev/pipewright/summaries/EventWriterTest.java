package dev.pipewright.summaries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;

class EventWriterTest {

  private static final long START = 1_700_000_000;

  @TempDir private Path folder;
  private Instant now = Instant.ofEpochSecond(START);
  private final InstantSource clock = () -> now;

  private void atStep(long step) {
    now = Instant.ofEpochSecond(START).plusMillis(125 * step);
  }

  @Test
  void writesTheBytesThatTensorFlowWrites() throws IOException {
    try (EventWriter writer = EventWriter.create(folder, clock)) {
      writer.kerasModel("{\"a\": 1}");
      for (int step = 0; step < 4; step++) {
        atStep(step);
        writer.scalar("epoch_loss", step, 1.0 / (1 + step));
        writer.scalar("epoch_accuracy", step, step / 7.0);
      }
      atStep(4);
      float[] values = {0.1f, 0.2f, 0.2f, 0.7f, -3, 12.5f};
      writer.histogram("weights", 4, Histogram.of(values));
      atStep(5);
      writer.histogram("weights", 5, Histogram.of(new float[] {0.25f, 0.25f}));
      atStep(6);
      writer.histogram("weights", 6, Histogram.of(new float[0]));
      writer.flush();

      Path golden = EventRunsTest.golden().resolve("train");
      Path file = golden.resolve("events.out.tfevents.1700000000.host.1.0.v2");
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(writer.file()));
    }
  }

  @Test
  void namesFilesAsTensorFlowDoes() throws IOException {
    try (EventWriter first = EventWriter.create(folder, clock);
        EventWriter second = EventWriter.create(folder, clock)) {
      String start = "events\\.out\\.tfevents\\.1700000000\\.[A-Za-z0-9-]+\\.\\d+\\.";
      assertTrue(first.file().getFileName().toString().matches(start + "0\\.v2"));
      assertTrue(second.file().getFileName().toString().matches(start + "1\\.v2"));
    }
  }

  @Test
  void showsWhatWasFlushedAndNoMore() throws IOException {
    try (EventWriter writer = EventWriter.create(folder, clock)) {
      writer.scalar("loss", 1, 0.5);
      writer.flush();
      writer.scalar("loss", 2, 0.25);
      EventRuns runs = EventRuns.open(folder);

      assertEquals(1, runs.runs().get(".").scalars("loss").size());
    }
    assertEquals(2, EventRuns.open(folder).runs().get(".").scalars("loss").size());
  }

  @Test
  void writesAnEventLargerThanItsBuffer() throws IOException {
    String json = "x".repeat(300_000);
    try (EventWriter writer = EventWriter.create(folder, clock)) {
      writer.kerasModel(json);
    }

    EventRun run = EventRuns.open(folder).runs().get(".");
    assertEquals("{keras=graph_keras_model}", run.otherTags().toString());
  }

  @Test
  void writesProtosThatTheGeneratedClassesRead() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long step = random.nextLong() >>> random.nextInt(64);
      float value = Float.intBitsToFloat(random.nextInt());
      String tag = "tag/" + Integer.toString(random.nextInt(), 36) + "\u00e9";
      byte[] metadata = EventEncoder.metadata("scalars", "");
      byte[] event = EventEncoder.event(0.5, step, tag, metadata, EventEncoder.scalarTensor(value));

      Event parsed = Event.parseFrom(event);
      assertArrayEquals(event, parsed.toByteArray());
      EventValue.each(
          new EventValue.Slice(event, 0, event.length),
          (read, index) -> {
            assertEquals(tag, read.tag());
            assertEquals(step, read.step());
            assertEquals(value, read.numbers()[0]);
          });
    }
  }

  @Test
  void goesOnWhereACheckpointWas() throws IOException {
    Path file;
    try (EventWriter writer = EventWriter.create(folder, clock)) {
      writer.scalar("loss", 1, 0.5);
      writer.sync();
      writer.scalar("loss", 2, 99);
      writer.scalar("loss", 3, 98);
      file = writer.file();
    }
    EventRuns runs = EventRuns.open(folder);
    try (EventWriter writer = EventWriter.resume(file, (tag, step) -> step <= 1, clock)) {
      writer.flush();
      runs.refresh();
      assertEquals(1, runs.runs().get(".").scalars("loss").size());
      writer.scalar("loss", 2, 0.25);
    }

    runs.refresh();
    ScalarSeries loss = runs.runs().get(".").scalars("loss");
    assertEquals(2, loss.size());
    assertEquals(0.25, loss.value(1));
  }

  @Test
  void cutsOffAHalfWrittenRecordWhenItGoesOn() throws IOException {
    Path file;
    try (EventWriter writer = EventWriter.create(folder, clock)) {
      writer.scalar("loss", 1, 0.5);
      file = writer.file();
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    EventWriter.resume(file, (tag, step) -> true, clock).close();

    assertArrayEquals(whole, Files.readAllBytes(file));
  }
}
