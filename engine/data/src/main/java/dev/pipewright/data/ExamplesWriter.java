package dev.pipewright.data;

import dev.pipewright.data.tfrecord.RecordBuffer;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

/// Writes one split of an Examples artifact, as one gzip TFRecord file that appears when `commit`
/// is called. Batches are serialized and compressed on the pool; their order is kept, so the
/// records are the same for any number of threads. Used by one thread at a time.
public final class ExamplesWriter implements AutoCloseable {

  private static final int CHUNK_ROWS = 1 << 10;

  private final TfRecordWriter writer;
  private final OrderedTasks<byte[]> tasks;
  private long recordCount;

  private ExamplesWriter(Path file, ExecutorService pool, int parallelism) throws IOException {
    writer = TfRecordWriter.create(file, Compression.GZIP);
    tasks = new OrderedTasks<>(pool, parallelism, writer::writeReady);
  }

  /// Starts the file of transformed examples of a split in the artifact's folder.
  public static ExamplesWriter transformed(
      Path uri, String split, ExecutorService pool, int parallelism) throws IOException {
    return new ExamplesWriter(ExamplesArtifact.transformedFile(uri, split), pool, parallelism);
  }

  /// Starts the file of an ExampleGen's examples of a split in the artifact's folder.
  public static ExamplesWriter raw(Path uri, String split, ExecutorService pool, int parallelism)
      throws IOException {
    return new ExamplesWriter(ExamplesArtifact.rawFile(uri, split), pool, parallelism);
  }

  /// Adds the rows of a batch.
  public void write(ExampleBatch batch) throws IOException, InterruptedException {
    recordCount += batch.rowCount();
    tasks.add(() -> compress(batch));
  }

  private static byte[] compress(ExampleBatch batch) {
    RecordBuffer records = new RecordBuffer();
    ExampleEncoder encoder = ExampleEncoder.of(batch);
    for (int from = 0; from < batch.rowCount(); from += CHUNK_ROWS) {
      ByteStrings rows = encoder.encode(from, Math.min(batch.rowCount(), from + CHUNK_ROWS));
      for (int i = 0; i < rows.size(); i++) {
        records.add(rows.data(), rows.start(i), rows.end(i));
      }
    }
    return records.toGzipMember();
  }

  /// How many records were added.
  public long recordCount() {
    return recordCount;
  }

  /// Makes the file appear, whole.
  public void commit() throws IOException, InterruptedException {
    tasks.finish();
    writer.commit();
  }

  /// Ends the writing; without a `commit` before it, nothing remains.
  @Override
  public void close() throws IOException {
    tasks.close();
    writer.close();
  }
}
