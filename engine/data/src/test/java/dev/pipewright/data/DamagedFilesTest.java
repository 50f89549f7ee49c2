package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import dev.pipewright.data.csv.BadRows;
import dev.pipewright.data.csv.CsvBlock;
import dev.pipewright.data.csv.CsvBlocks;
import dev.pipewright.data.csv.CsvSource;
import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.pipeline.component.Campaign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is in a file, it is read or told of.
class DamagedFilesTest {

  private static final String CSV =
      """
      id,fare,company,note
      1,7.5,Taxi,"two
      lines, and ""quotes""\"
      -2,,Ü Cab,
      9223372036854775807,1e300,,x
      """;

  @TempDir private Path folder;

  private static void readCsv(Path file) throws IOException {
    CsvSource source = CsvSource.open(List.of(file));
    for (BadRows.Policy policy : BadRows.Policy.values()) {
      try (CsvBlocks blocks = source.blocks(new BadRows(policy))) {
        while (blocks.hasNext()) {
          CsvBlock block = blocks.next();
          block.toBatch(block.types(source.columnNames()));
        }
      }
    }
  }

  @Test
  void damagedCsvFiles() throws IOException {
    byte[] plain = CSV.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    List<byte[]> whole = List.of(plain, packed.toByteArray(), Zstd.compress(plain));
    assertTrue(Campaign.run(folder, "damaged.csv", whole, DamagedFilesTest::readCsv) > 50);
  }

  private static ByteStrings examples() {
    SequencedMap<String, Column> columns = new LinkedHashMap<>();
    FeatureBuilder ints = new FeatureBuilder(FeatureBuilder.Kind.INT64);
    FeatureBuilder floats = new FeatureBuilder(FeatureBuilder.Kind.FLOAT);
    FeatureBuilder texts = new FeatureBuilder(FeatureBuilder.Kind.BYTES);
    for (int row = 0; row < 20; row++) {
      for (int i = 0; i < row % 3; i++) {
        ints.add((long) row * i - 3);
        floats.add(row / 3f);
        texts.add("text of a row".getBytes(StandardCharsets.UTF_8), i, 4 + row % 9);
      }
      List.of(ints, floats, texts).forEach(FeatureBuilder::endRow);
    }
    columns.put("ints", ints.finish());
    columns.put("floats", floats.finish());
    columns.put("texts", texts.finish());
    return ExampleEncoder.of(new ExampleBatch(20, columns)).encode(0, 20);
  }

  private byte[] records(Compression compression, byte[]... records) throws IOException {
    Path file = folder.resolve("whole");
    Files.deleteIfExists(file);
    try (TfRecordWriter writer = TfRecordWriter.create(file, compression)) {
      for (byte[] record : records) {
        writer.write(record, 0, record.length);
      }
      writer.commit();
    }
    return Files.readAllBytes(file);
  }

  private static void readRecords(Path file) {
    for (PayloadFormat format : PayloadFormat.values()) {
      try (RecordBlocks blocks = RecordBlocks.of(List.of(file), format)) {
        while (blocks.hasNext()) {
          RecordBlock block = blocks.next();
          block.deterministic();
          if (format != PayloadFormat.FORMAT_PROTO) {
            block.decode();
          }
        }
      }
    }
  }

  @Test
  void damagedRecordFiles() throws IOException {
    ByteStrings examples = examples();
    byte[][] all = new byte[examples.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = examples.get(i);
    }
    List<byte[]> whole = List.of(records(Compression.NONE, all), records(Compression.GZIP, all));
    assertTrue(Campaign.run(folder, "damaged.tfrecord", whole, DamagedFilesTest::readRecords) > 50);
  }

  /// In records whose checksums are right.
  @Test
  void damagedExamples() throws IOException {
    ByteStrings examples = examples();
    List<byte[]> whole = List.of(examples.get(4), examples.get(5), examples.get(11));
    int told =
        Campaign.run(
            folder,
            "damaged.example",
            whole,
            file -> {
              byte[] record = Files.readAllBytes(file);
              readRecords(Files.write(file, records(Compression.NONE, whole.get(0), record)));
            });
    assertTrue(told > 50);
  }
}
