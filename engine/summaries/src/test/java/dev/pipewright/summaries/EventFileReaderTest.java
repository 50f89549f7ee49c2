package dev.pipewright.summaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.tfrecord.RecordBuffer;
import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileReaderTest {

  @TempDir private Path folder;

  private Path file(byte[]... events) throws IOException {
    var records = new RecordBuffer();
    for (byte[] event : events) {
      records.add(event, 0, event.length);
    }
    return Files.write(folder.resolve("events.out.tfevents.1.host"), records.toBytes());
  }

  private static byte[] scalar(String tag, long step, float value) {
    byte[] metadata = EventEncoder.metadata("scalars", "");
    return EventEncoder.event(1, step, tag, metadata, EventEncoder.scalarTensor(value));
  }

  private static byte[] text(int length) {
    byte[] metadata = EventEncoder.metadata("text", "");
    return EventEncoder.event(
        1, 0, "text", metadata, EventEncoder.stringTensor("x".repeat(length)));
  }

  private static List<String> read(EventFileReader reader) throws IOException {
    var values = new ArrayList<String>();
    reader.readOn((value, record, index) -> values.add(value.tag() + "@" + value.step()));
    return values;
  }

  @Test
  void readsRecordsOfAnySizeOverTheEdgesOfItsBuffer() throws IOException {
    var random = new Random(11);
    var events = new ArrayList<byte[]>();
    var expected = new ArrayList<String>();
    for (int step = 0; step < 40; step++) {
      events.add(scalar("a", step, step));
      events.add(text(random.nextInt(step % 10 == 0 ? 3_000_000 : 100_000)));
      expected.add("a@" + step);
      expected.add("text@0");
    }

    assertEquals(expected, read(new EventFileReader(file(events.toArray(byte[][]::new)))));
  }

  @Test
  void tellsEachValueOnce() throws IOException {
    Path file = file(scalar("a", 1, 1), scalar("a", 2, 2));
    var reader = new EventFileReader(file);

    assertEquals(List.of("a@1", "a@2"), read(reader));
    assertEquals(List.of(), read(reader));
    assertEquals(Files.size(file), reader.position());
    var more = new RecordBuffer();
    byte[] event = scalar("b", 3, 3);
    more.add(event, 0, event.length);
    Files.write(file, more.toBytes(), StandardOpenOption.APPEND);
    assertEquals(List.of("b@3"), read(reader));
  }

  @Test
  void waitsForARecordThatIsLargerThanWhatIsThere() throws IOException {
    byte[] whole = Files.readAllBytes(file(scalar("a", 1, 1), text(2_000_000)));
    Path part = folder.resolve("part.tfevents");
    Files.write(part, java.util.Arrays.copyOf(whole, whole.length - 1));
    var reader = new EventFileReader(part);

    assertEquals(List.of("a@1"), read(reader));
    Files.write(part, whole);
    assertEquals(List.of("text@0"), read(reader));
  }

  @Test
  void refusesALengthThatNoRecordHas() throws IOException {
    for (long length : new long[] {-1, Long.MIN_VALUE, Integer.MAX_VALUE}) {
      byte[] header = header(length);
      Path file = Files.write(folder.resolve("long.tfevents"), header);
      var e = assertThrows(ArtifactException.class, () -> read(new EventFileReader(file)));
      assertEquals("The record at byte 0 is damaged.", e.what());
    }
  }

  /// A header whose checksum is right.
  private static byte[] header(long length) {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    var crc = new CRC32C();
    crc.update(header.array(), 0, 8);
    return header.putInt(Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8).array();
  }

  @Test
  void refusesARecordThatIsNoEvent() throws IOException {
    Path file = file(scalar("a", 1, 1), new byte[] {0x0a, 0x7f, 1});
    var e = assertThrows(ArtifactException.class, () -> read(new EventFileReader(file)));

    assertTrue(e.getCause() instanceof com.google.protobuf.InvalidProtocolBufferException);
  }

  @Test
  void takesTheTagsPluginFromItsFirstValue() throws IOException {
    byte[] bare = EventEncoder.metadata("", "");
    file(
        scalar("a", 1, 1),
        EventEncoder.event(1, 2, "a", bare, EventEncoder.scalarTensor(2)),
        EventEncoder.event(1, 2, "b", bare, EventEncoder.scalarTensor(2)));
    EventRun run = EventRuns.open(folder).runs().get(".");

    assertEquals(2, run.scalars("a").size());
    assertEquals("{b=}", run.otherTags().toString());
  }

  @Test
  void listsATensorOfSeveralNumbersAmongTheOthers() throws IOException {
    Histogram histogram = Histogram.of(new float[] {1, 2});
    byte[] scalars = EventEncoder.metadata("scalars", "");
    file(EventEncoder.event(1, 1, "a", scalars, EventEncoder.histogramTensor(histogram)));
    EventRun run = EventRuns.open(folder).runs().get(".");

    assertEquals("{a=scalars}", run.otherTags().toString());
    assertEquals("[]", run.scalarTags().toString());
  }

  @Test
  void keepsOnlyWhereHistogramsAre() throws IOException {
    Histogram first = Histogram.of(new float[] {1, 2, 5});
    Histogram second = Histogram.of(new float[] {-1, 7});
    byte[] histograms = EventEncoder.metadata("histograms", "");
    file(
        EventEncoder.event(1, 1, "h", histograms, EventEncoder.histogramTensor(first)),
        scalar("a", 1, 1),
        EventEncoder.event(2.5, 2, "h", histograms, EventEncoder.histogramTensor(second)));
    HistogramSeries series = EventRuns.open(folder).runs().get(".").histograms("h");

    assertEquals(2, series.size());
    assertEquals(first, series.histogram(0));
    assertEquals(second, series.histogram(1));
    assertEquals(2, series.step(1));
    assertEquals(2.5, series.wallTime(1));
  }
}
