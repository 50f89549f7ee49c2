package dev.pipewright.summaries;

import dev.pipewright.data.tfrecord.RecordBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;

/// Appends to an event file as TensorFlow 2 writes it. What was written before a `flush` is seen by
/// a live reader; what a `sync` made durable survives a power cut. Not for use by several threads.
public final class EventWriter implements AutoCloseable {

  private static final int FLUSH_BYTES = 1 << 16;
  private static final byte[] SCALAR = EventEncoder.metadata("scalars", "");
  private static final byte[] HISTOGRAM = EventEncoder.metadata("histograms", "");
  private static final byte[] KERAS_MODEL = EventEncoder.metadata("graph_keras_model", "1");

  private final Path file;
  private final FileChannel channel;
  private final InstantSource clock;
  private RecordBuffer pending = new RecordBuffer();

  private EventWriter(Path file, FileChannel channel, InstantSource clock) {
    this.file = file;
    this.channel = channel;
    this.clock = clock;
  }

  /// Starts a file in a folder, which is made when it is not there:
  /// `events.out.tfevents.<seconds>.<host>.<process>.<n>.v2`, `n` being the number of event files
  /// that are in the folder already.
  public static EventWriter create(Path folder, InstantSource clock) throws IOException {
    Files.createDirectories(folder);
    long seconds = clock.instant().getEpochSecond();
    String name =
        "events.out.tfevents.%d.%s.%d.%d.v2"
            .formatted(seconds, host(), ProcessHandle.current().pid(), count(folder));
    Path file = folder.resolve(name);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var writer = new EventWriter(file, channel, clock);
    writer.record(EventEncoder.fileVersion(seconds));
    writer.flush();
    return writer;
  }

  /// Tells which events of an interrupted training hold.
  @FunctionalInterface
  public interface Filter {
    /// Whether a value is kept.
    boolean keeps(String tag, long step);
  }

  /// Goes on with the file of a training that was interrupted and begins anew from a checkpoint:
  /// the events before the first that is not kept stay, and all others go, as does a record of
  /// which only a part was written.
  ///
  /// @throws dev.pipewright.pipeline.ArtifactException when the file is damaged
  public static EventWriter resume(Path file, Filter kept, InstantSource clock) throws IOException {
    var reader = new EventFileReader(file);
    var dropped = new ArrayList<Long>();
    reader.readOn(
        (value, record, index) -> {
          if (!kept.keeps(value.tag(), value.step())) {
            dropped.add(record);
          }
        });
    long length = dropped.isEmpty() ? reader.position() : dropped.getFirst();
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(length).position(length);
    return new EventWriter(file, channel, clock);
  }

  /// The file that is written.
  public Path file() {
    return file;
  }

  /// Logs a scalar.
  public void scalar(String tag, long step, double value) throws IOException {
    byte[] tensor = EventEncoder.scalarTensor((float) value);
    record(EventEncoder.event(now(), step, tag, SCALAR, tensor));
  }

  /// Logs a histogram.
  public void histogram(String tag, long step, Histogram histogram) throws IOException {
    byte[] tensor = EventEncoder.histogramTensor(histogram);
    record(EventEncoder.event(now(), step, tag, HISTOGRAM, tensor));
  }

  /// Logs a model's JSON as Keras's TensorBoard callback does, for TensorBoard's graph view.
  public void kerasModel(String json) throws IOException {
    byte[] tensor = EventEncoder.stringTensor(json);
    record(EventEncoder.event(now(), 0, "keras", KERAS_MODEL, tensor));
  }

  /// Shows everything written so far to those who read the file.
  public void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(pending.toBytes());
    pending = new RecordBuffer();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Flushes, and waits until the disk has it.
  public void sync() throws IOException {
    flush();
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }

  private void record(byte[] event) throws IOException {
    pending.add(event, 0, event.length);
    if (pending.length() >= FLUSH_BYTES) {
      flush();
    }
  }

  private double now() {
    Instant now = clock.instant();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().contains("tfevents")).count();
    }
  }

  /// Asking the network for the name can take seconds.
  private static String host() {
    String name =
        Objects.requireNonNullElse(
            System.getenv("HOSTNAME"),
            Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), "localhost"));
    return name.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
