package dev.pipewright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.tfrecord.TfRecordWriter;
import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.pipeline.ArtifactException;
import dev.pipewright.pipeline.ParameterValue;
import dev.pipewright.pipeline.component.Artifact;
import dev.pipewright.pipeline.component.ArtifactType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesArtifactTest {

  @TempDir Path uri;
  private final ExecutorService pool = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  /// Rows with the numbers from `from` to before `to` in feature `n`, and as texts in `t`.
  private static ExampleBatch batch(int from, int to) {
    LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
    RowLayout scalar = RowLayout.scalar(to - from);
    columns.put("n", new Column.Int64(scalar, IntStream.range(from, to).asLongStream().toArray()));
    columns.put(
        "t",
        new Column.Bytes(
            scalar,
            IntStream.range(0, to - from).toArray(),
            ByteStrings.of(IntStream.range(from, to).mapToObj(i -> "t" + i).toList())));
    return new ExampleBatch(to - from, columns);
  }

  private void write(String split, int rows, int batchRows) throws Exception {
    try (ExamplesWriter writer = ExamplesWriter.transformed(uri, split, pool, 3)) {
      for (int from = 0; from < rows; from += batchRows) {
        writer.write(batch(from, Math.min(rows, from + batchRows)));
      }
      assertEquals(rows, writer.recordCount());
      writer.commit();
    }
  }

  /// Lists all numbers, in the order of the rows.
  private static final class Numbers implements Accumulator<ExampleBatch, List<Long>, List<Long>> {
    @Override
    public List<Long> create() {
      return new ArrayList<>();
    }

    @Override
    public List<Long> add(List<Long> numbers, ExampleBatch batch) {
      Column.Int64 column = (Column.Int64) batch.columns().get("n");
      for (int row = 0; row < batch.rowCount(); row++) {
        numbers.add(column.values()[column.layout().start(row)]);
      }
      return numbers;
    }

    @Override
    public List<Long> merge(List<Long> left, List<Long> right) {
      left.addAll(right);
      return left;
    }

    @Override
    public List<Long> result(List<Long> numbers) {
      return numbers;
    }
  }

  @Test
  void foldsTheRowsThatWereWrittenInTheirOrder() throws Exception {
    write("train", 50_000, 777);
    ExamplesArtifact examples = ExamplesArtifact.open(uri);
    assertEquals(List.of(ExamplesArtifact.transformedFile(uri, "train")), examples.files("train"));
    assertEquals(50_000, examples.recordCount("train"));
    try (RecordBlocks blocks = examples.blocks("train")) {
      List<Long> numbers = Fold.over(blocks, new Numbers().after(RecordBlock::decode), pool, 3);
      assertEquals(IntStream.range(0, 50_000).mapToObj(i -> (long) i).toList(), numbers);
    }
  }

  @Test
  void blocksHaveAFixedNumberOfRowsWhereverFilesEnd() throws Exception {
    for (int file = 0; file < 3; file++) {
      List<byte[]> records = new ArrayList<>();
      ByteStrings rows = ExampleEncoder.of(batch(0, 9_000)).encode(0, 9_000);
      for (int i = 0; i < rows.size(); i++) {
        records.add(rows.get(i));
      }
      TfRecordWriter.write(
          uri.resolve("Split-a/data_tfrecord-0000" + file + "-of-00003"),
          file == 1 ? Compression.GZIP : Compression.NONE,
          records);
    }
    List<Integer> sizes = new ArrayList<>();
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      while (blocks.hasNext()) {
        RecordBlock block = blocks.next();
        sizes.add(block.size());
        assertEquals(Set.of("t"), block.decode(Set.of("t")).featureNames());
      }
    }
    assertEquals(List.of(Fold.BLOCK_ROWS, 27_000 - Fold.BLOCK_ROWS), sizes);
  }

  @Test
  void filesOfASplitComeInTheOrderOfTheirNamesAndHiddenOnesNot() throws Exception {
    Path split = Files.createDirectories(uri.resolve("Split-a"));
    for (String name : List.of("b-2", "b-10", "a.gz", ".a.tmp", "_SUCCESS")) {
      TfRecordWriter.write(split.resolve(name), Compression.NONE, List.of(name.getBytes()));
    }
    Files.createDirectory(split.resolve("folder"));
    Files.createDirectory(uri.resolve("Other"));
    Files.writeString(uri.resolve("Split-file"), "not a folder");
    ExamplesArtifact examples = ExamplesArtifact.open(uri);
    assertEquals(List.of("a"), examples.splitNames());
    assertEquals(split, examples.folder("a"));
    assertEquals(
        List.of("a.gz", "b-10", "b-2"),
        examples.files("a").stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(3, examples.recordCount("a"));
  }

  @Test
  void recordsAreFoundInTheirFiles() throws Exception {
    List<byte[]> records = List.of("x".getBytes(), "yy".getBytes(), "".getBytes());
    Path first = uri.resolve("Split-a/1");
    Path empty = uri.resolve("Split-a/2");
    Path last = uri.resolve("Split-a/3");
    TfRecordWriter.write(first, Compression.GZIP, records);
    TfRecordWriter.write(empty, Compression.GZIP, List.of());
    TfRecordWriter.write(last, Compression.NONE, records);
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      RecordBlock block = blocks.next();
      assertFalse(blocks.hasNext());
      assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals(6, block.size());
      assertEquals("yy", block.records().text(4));
      List<String> places = IntStream.range(0, 6).mapToObj(i -> block.where(i).toString()).toList();
      assertEquals(
          List.of(
              first + ", record 1",
              first + ", record 2",
              first + ", record 3",
              last + ", record 1",
              last + ", record 2",
              last + ", record 3"),
          places);
    }
  }

  @Test
  void namesFeaturesThatHaveNoValueAnywhere() throws Exception {
    byte[] valueless = {0x0a, 7, 0x0a, 5, 0x0a, 1, 'v', 0x12, 0};
    byte[] number = ExampleEncoder.of(batch(0, 1)).encode(0, 1).get(0);
    TfRecordWriter.write(
        uri.resolve("Split-a/data_tfrecord-00000-of-00001"),
        Compression.NONE,
        List.of(valueless, number));
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      RecordBlock block = blocks.next();

      assertEquals(List.of("n", "t", "v"), List.copyOf(block.featureNames()));
      assertEquals(List.of("n", "t"), List.copyOf(block.decode().featureNames()));
    }
  }

  @Test
  void aFeatureOfTwoTypesIsNamedWithItsRecord() throws Exception {
    SequencedMap<String, Column> other = new LinkedHashMap<>();
    other.put("n", new Column.Float(RowLayout.scalar(1), new float[1]));
    Path file = uri.resolve("Split-a/data");
    byte[] whole = ExampleEncoder.of(batch(0, 1)).encode(0, 1).get(0);
    byte[] real = ExampleEncoder.of(new ExampleBatch(1, other)).encode(0, 1).get(0);
    TfRecordWriter.write(file, Compression.NONE, List.of(whole, real));
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      RecordBlock block = blocks.next();
      ArtifactException e = assertThrows(ArtifactException.class, block::decode);
      assertEquals(
          "The record is not a tf.Example that can be used: the feature is of type float here, but"
              + " was int64 before (at feature n).",
          e.what());
      assertEquals(file + ", record 2", e.where().toString());
      assertEquals("Make the file again, or check what wrote it.", e.fix());
      assertEquals(Set.of("t"), block.decode(Set.of("t")).featureNames());
    }
  }

  @Test
  void aDamagedFileIsNamedWhereItsBlocksAreTaken() throws Exception {
    write("a", 40_000, 4_000);
    Path file = ExamplesArtifact.transformedFile(uri, "a");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 4));
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      assertEquals(Fold.BLOCK_ROWS, blocks.next().size());
      ArtifactException e =
          assertThrows(
              ArtifactException.class, () -> blocks.forEachRemaining(block -> block.size()));
      assertTrue(e.what().endsWith("it is cut off."), e.what());
      assertEquals(file.toString(), e.where().file());
    }
    assertThrows(ArtifactException.class, () -> ExamplesArtifact.open(uri).recordCount("a"));
  }

  @Test
  void theWriterGivesTheSameRecordsForAnyNumberOfThreads() throws Exception {
    List<byte[]> files = new ArrayList<>();
    for (int parallelism : new int[] {1, 3}) {
      try (ExamplesWriter writer = ExamplesWriter.raw(uri, "p" + parallelism, pool, parallelism)) {
        for (int from = 0; from < 9_000; from += 1_500) {
          writer.write(batch(from, from + 1_500));
        }
        writer.commit();
      }
      try (InputStream records =
          new GZIPInputStream(
              Files.newInputStream(ExamplesArtifact.rawFile(uri, "p" + parallelism)))) {
        files.add(records.readAllBytes());
      }
    }
    assertArrayEquals(files.get(0), files.get(1));
  }

  @Test
  void aDamagedRecordIsNamed() throws IOException {
    Path file = uri.resolve("Split-a/data_tfrecord-00000-of-00001.gz");
    byte[] good = ExampleEncoder.of(batch(0, 1)).encode(0, 1).get(0);
    byte[] bad = "\n\5garbage".getBytes(StandardCharsets.US_ASCII);
    TfRecordWriter.write(file, Compression.GZIP, List.of(good, good, bad));
    try (RecordBlocks blocks = ExamplesArtifact.open(uri).blocks("a")) {
      RecordBlock block = blocks.next();
      ArtifactException e = assertThrows(ArtifactException.class, block::decode);
      assertEquals(file + ", record 3", e.where().toString());
      assertTrue(
          e.what().startsWith("The record is not a tf.Example that can be used: "), e.what());
    }
  }

  @Test
  void recordsOfAnotherTypeAreNotDecoded() throws Exception {
    write("a", 2, 2);
    try (RecordBlocks blocks = ExamplesArtifact.open(uri, PayloadFormat.FORMAT_PROTO).blocks("a")) {
      RecordBlock block = blocks.next();
      assertEquals(2, block.records().size());
      assertThrows(ArtifactException.class, block::decode);
    }
  }

  private Artifact artifact(String splitNames, String format) {
    return Artifact.of(
        1,
        ArtifactType.EXAMPLES,
        uri,
        "",
        Map.of(
            "split_names",
            ParameterValue.of(splitNames),
            "payload_format",
            ParameterValue.of(format)));
  }

  @Test
  void takesSplitsAndFormatFromTheArtifact() throws Exception {
    write("train", 1, 1);
    write("eval", 1, 1);
    Files.createDirectory(uri.resolve("Split-"));
    assertEquals(List.of("eval", "train"), ExamplesArtifact.open(uri).splitNames());
    assertEquals(
        new ExamplesArtifact(
            uri, PayloadFormat.FORMAT_TF_SEQUENCE_EXAMPLE, List.of("train", "eval")),
        ExamplesArtifact.open(artifact("[\"train\", \"eval\"]", "FORMAT_TF_SEQUENCE_EXAMPLE")));
    for (String names : List.of("[\"train\", \"test\"]", "train", "[\"a\" \"b\"]", "[]")) {
      assertThrows(
          ArtifactException.class,
          () -> ExamplesArtifact.open(artifact(names, "FORMAT_TF_EXAMPLE")),
          names);
    }
    assertThrows(
        ArtifactException.class,
        () -> ExamplesArtifact.open(artifact("[\"train\"]", "FORMAT_PARQUET")));
  }

  /// An empty tf.Example, one with features, a tf.SequenceExample, another message, and no message.
  @ParameterizedTest
  @CsvSource({
    "'',FORMAT_TF_EXAMPLE",
    "0a00,FORMAT_TF_EXAMPLE",
    "0a001200,FORMAT_TF_SEQUENCE_EXAMPLE",
    "1001,FORMAT_PROTO",
    "ff,FORMAT_PROTO",
  })
  void guessesTheFormatFromTheFirstRecord(String record, PayloadFormat format) throws IOException {
    Path file = ExamplesArtifact.rawFile(uri, "all");
    TfRecordWriter.write(file, Compression.GZIP, List.of(HexFormat.of().parseHex(record)));
    assertEquals(new ExamplesArtifact(uri, format, List.of("all")), ExamplesArtifact.guess(uri));
  }

  @Test
  void aMissingFolderOrSplitIsAClearError() throws Exception {
    assertThrows(ArtifactException.class, () -> ExamplesArtifact.open(uri));
    assertThrows(ArtifactException.class, () -> ExamplesArtifact.open(uri.resolve("none")));
    write("a", 1, 1);
    ExamplesArtifact examples = ExamplesArtifact.open(uri);
    ArtifactException e = assertThrows(ArtifactException.class, () -> examples.blocks("b"));
    assertEquals("The examples have no split b, only a.", e.what());
  }

  @Test
  void nothingAppearsWithoutACommit() throws Exception {
    try (ExamplesWriter writer = ExamplesWriter.raw(uri, "a", pool, 3)) {
      writer.write(batch(0, 10));
    }
    try (Stream<Path> files = Files.walk(uri)) {
      assertFalse(files.anyMatch(Files::isRegularFile));
    }
  }

  @Test
  void tasksHandOverInOrderAndThrowWhatTheyThrew() throws Exception {
    List<Integer> results = new ArrayList<>();
    try (OrderedTasks<Integer> tasks = new OrderedTasks<>(pool, 3, results::add)) {
      for (int i = 0; i < 50; i++) {
        int n = i;
        tasks.add(
            () -> {
              Thread.sleep(n % 3);
              return n;
            });
      }
      tasks.finish();
      tasks.add(
          () -> {
            throw new IOException("seen");
          });
      assertEquals("seen", assertThrows(IOException.class, tasks::finish).getMessage());
    }
    assertEquals(IntStream.range(0, 50).boxed().toList(), results);
  }
}
