package dev.pipewright.summaries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.pipeline.ArtifactException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventRunsTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000));

  @TempDir private Path folder;

  /// Event files made by TensorFlow, and what TensorBoard's EventAccumulator read in them
  /// (peers/goldens/summaries_events.py).
  static Path golden() {
    try {
      return Path.of(EventRunsTest.class.getResource("runs").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsWhatTensorBoardReads() throws IOException {
    List<String> lines = Files.readAllLines(golden().resolve("tensorboard.txt"));

    assertEquals(String.join("\n", lines), String.join("\n", dump(EventRuns.open(golden()))));
  }

  @Test
  void listsWhatIsNeitherScalarNorHistogram() throws IOException {
    EventRun train = EventRuns.open(golden()).runs().get("train");

    assertEquals(Map.of("keras", "graph_keras_model"), train.otherTags());
    assertEquals("[epoch_accuracy, epoch_loss]", train.scalarTags().toString());
    assertEquals("[weights]", train.histogramTags().toString());
    assertThrows(IllegalArgumentException.class, () -> train.scalars("keras"));
    assertThrows(IllegalArgumentException.class, () -> train.histograms("epoch_loss"));
  }

  @Test
  void followsAFileByteByByte() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            golden().resolve("train").resolve("events.out.tfevents.1700000000.host.1.0.v2"));
    Path file = Files.createFile(folder.resolve("events.out.tfevents.1.host.1.0.v2"));
    EventRuns runs = EventRuns.open(folder);
    var sizes = new ArrayList<Integer>();
    for (byte b : whole) {
      Files.write(file, new byte[] {b}, StandardOpenOption.APPEND);
      runs.refresh();
      EventRun run = runs.runs().get(".");
      int size = run.scalarTags().contains("epoch_loss") ? run.scalars("epoch_loss").size() : 0;
      if (sizes.isEmpty() || sizes.getLast() != size) {
        sizes.add(size);
      }
    }

    assertEquals(List.of(0, 1, 2, 3, 4), sizes);
    assertEquals(
        dump(EventRuns.open(golden())).stream().filter(l -> l.startsWith("train")).toList(),
        dump(runs).stream().map(l -> l.replaceFirst("^\\.", "train")).toList());
  }

  @Test
  void keepsASnapshotAsItWas() throws IOException {
    try (EventWriter writer = EventWriter.create(folder, CLOCK)) {
      writer.scalar("loss", 0, 1);
      writer.flush();
      EventRuns runs = EventRuns.open(folder);
      ScalarSeries before = runs.runs().get(".").scalars("loss");
      for (int step = 1; step < 100; step++) {
        writer.scalar("loss", step, -step);
      }
      writer.flush();
      runs.refresh();

      assertEquals(1, before.size());
      assertThrows(IndexOutOfBoundsException.class, () -> before.value(1));
      ScalarSeries after = runs.runs().get(".").scalars("loss");
      assertEquals(100, after.size());
      assertEquals(-99, after.value(99));
      assertEquals(1_000, after.wallTime(99));
    }
  }

  @Test
  void joinsTheFilesOfARunAndForgetsRunsThatAreGone() throws IOException {
    EventRuns runs = EventRuns.open(folder.resolve("later"));
    assertEquals(Map.of(), runs.runs());
    Path run = folder.resolve("later").resolve("train");
    for (int i = 0; i < 2; i++) {
      try (EventWriter writer = EventWriter.create(run, CLOCK)) {
        writer.scalar("loss", i, i);
      }
    }

    runs.refresh();
    ScalarSeries loss = runs.runs().get("train").scalars("loss");
    assertArrayEquals(new long[] {0, 1}, new long[] {loss.step(0), loss.step(1)});

    for (Path file : files(run)) {
      Files.delete(file);
    }
    runs.refresh();
    assertEquals(Map.of(), runs.runs());
  }

  @Test
  void saysWhereAFileIsDamaged() throws IOException {
    try (EventWriter writer = EventWriter.create(folder, CLOCK)) {
      writer.scalar("loss", 1, 1);
    }
    Path file = files(folder).getFirst();
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {3, 9, 20, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);

      var e = assertThrows(ArtifactException.class, () -> EventRuns.open(folder));
      assertEquals(file.toString(), e.where().file());
      assertTrue(e.what().startsWith("The record at byte "), e.what());
    }
  }

  @Test
  void neverFailsButWithAMessageOnAnyBytes() throws IOException {
    var random = new java.util.Random(3);
    byte[] event = EventEncoder.fileVersion(1);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = Arrays.copyOf(event, 1 + random.nextInt(event.length));
      for (int i = random.nextInt(8); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        EventValue.each(
            new EventValue.Slice(bytes, 0, bytes.length), (value, index) -> value.numbers());
      } catch (com.google.protobuf.InvalidProtocolBufferException e) {
        assertTrue(e.getMessage().length() > 0);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /// In the form of tensorboard.txt.
  private static List<String> dump(EventRuns runs) throws IOException {
    var lines = new ArrayList<String>();
    for (var run : runs.runs().entrySet()) {
      var tags = new java.util.TreeSet<String>(run.getValue().scalarTags());
      tags.addAll(run.getValue().histogramTags());
      for (String tag : tags) {
        String start = run.getKey() + "\t";
        if (run.getValue().scalarTags().contains(tag)) {
          scalars(run.getValue().scalars(tag), start + "scalars\t" + tag, lines);
        } else {
          histograms(run.getValue().histograms(tag), start + "histograms\t" + tag, lines);
        }
      }
    }
    return lines;
  }

  private static void scalars(ScalarSeries series, String start, List<String> lines) {
    for (int i = 0; i < series.size(); i++) {
      lines.add(
          start
              + "\t"
              + series.step(i)
              + "\t"
              + python(series.wallTime(i))
              + "\t"
              + python(series.value(i)));
    }
  }

  private static void histograms(HistogramSeries series, String start, List<String> lines)
      throws IOException {
    for (int i = 0; i < series.size(); i++) {
      var numbers = new ArrayList<String>();
      for (Histogram.Bucket bucket : series.histogram(i).buckets()) {
        numbers.add(python(bucket.left()));
        numbers.add(python(bucket.right()));
        numbers.add(python(bucket.count()));
      }
      lines.add(
          start
              + "\t"
              + series.step(i)
              + "\t"
              + python(series.wallTime(i))
              + "\t"
              + String.join(" ", numbers));
    }
  }

  /// A number as Python writes it.
  private static String python(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String digits = new java.math.BigDecimal(Double.toString(value)).toPlainString();
    return digits.contains(".") ? digits : digits + ".0";
  }
}
