package dev.pipewright.data.tfrecord;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pipewright.data.tfrecord.TfRecordWriter.Compression;
import dev.pipewright.pipeline.ArtifactException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TfRecordTest {

  @TempDir Path folder;

  private static List<String> read(Path file) {
    List<String> records = new ArrayList<>();
    try (TfRecordReader reader = TfRecordReader.open(file)) {
      while (reader.next()) {
        records.add(new String(reader.record(), StandardCharsets.ISO_8859_1));
        assertEquals(records.size(), reader.number());
      }
    }
    return records;
  }

  private static List<byte[]> randomRecords(long seed) {
    Random random = new Random(seed);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      byte[] record =
          new byte[random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(99)];
      random.nextBytes(record);
      records.add(record);
    }
    return records;
  }

  @Test
  void writesWhatTensorFlowWrites() throws IOException {
    Path file = folder.resolve("ours");
    TfRecordWriter.write(
        file, Compression.NONE, List.of(new byte[0], "abc".getBytes(), "x".repeat(300).getBytes()));
    assertArrayEquals(
        TfRecordTest.class.getResourceAsStream("three.tfrecord").readAllBytes(),
        Files.readAllBytes(file));
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrote(Compression compression) throws IOException {
    List<byte[]> records = randomRecords(1);
    Path file = folder.resolve("deep/er/file");
    TfRecordWriter.write(file, compression, records);
    assertEquals(
        records.stream().map(r -> new String(r, StandardCharsets.ISO_8859_1)).toList(), read(file));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyFileHasNoRecords(Compression compression) throws IOException {
    Path file = folder.resolve("empty");
    TfRecordWriter.write(file, compression, List.of());
    assertEquals(List.of(), read(file));
    assertEquals(compression == Compression.GZIP, Files.size(file) > 0);
  }

  @Test
  void bothDeflatersAreUndoneByInflate() throws IOException {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 7, 1000, 65_536, 3_000_001}) {
      byte[] data = new byte[size];
      random.nextBytes(data);
      Arrays.fill(data, 0, size / 2, (byte) 'a');
      byte[] member = GzipMember.compress(data, size);
      assertArrayEquals(data, new GZIPInputStream(new ByteArrayInputStream(member)).readAllBytes());
      byte[] deflated = GzipMember.deflate(data, size);
      byte[] zlib = GzipMember.member(data, size, deflated, deflated.length);
      assertArrayEquals(data, new GZIPInputStream(new ByteArrayInputStream(zlib)).readAllBytes());
    }
  }

  @Test
  void readsMembersWithEveryHeaderField() throws IOException {
    RecordBuffer buffer = new RecordBuffer();
    buffer.add("one".getBytes(), 0, 3);
    byte[] plain = buffer.toGzipMember();
    byte[] decorated = new byte[plain.length + 2 + 3 + 5 + 5 + 2];
    System.arraycopy(plain, 0, decorated, 0, 10);
    decorated[3] = 4 | 8 | 16 | 2;
    byte[] fields = {3, 0, 'e', 'x', 't', 'n', 'a', 'm', 'e', 0, 'n', 'o', 't', 'e', 0, 0, 0};
    System.arraycopy(fields, 0, decorated, 10, fields.length);
    System.arraycopy(plain, 10, decorated, 10 + fields.length, plain.length - 10);
    Path file = folder.resolve("file");
    Files.write(file, decorated);
    assertEquals(List.of("one"), read(file));
  }

  @Test
  void tellsAPlainFileThatStartsLikeGzip() throws IOException {
    Path file = folder.resolve("file");
    TfRecordWriter.write(file, Compression.NONE, List.of(new byte[0x088b1f]));
    byte[] bytes = Files.readAllBytes(file);
    assertArrayEquals(new byte[] {0x1f, (byte) 0x8b, 8}, Arrays.copyOf(bytes, 3));
    assertEquals(0x088b1f, read(file).getFirst().length());
  }

  @ParameterizedTest
  @EnumSource
  void noticesEveryCutOff(Compression compression) throws IOException {
    Path whole = folder.resolve("whole");
    TfRecordWriter.write(whole, compression, List.of("abc".getBytes(), "defg".getBytes()));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut");
    for (int length = 1; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      if (compression == Compression.NONE && length == 19) {
        assertEquals(List.of("abc"), read(cut));
        continue;
      }
      ArtifactException e = assertThrows(ArtifactException.class, () -> read(cut));
      assertTrue(e.getMessage().contains("cut, record "), e::getMessage);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesEveryFlippedBitOrReadsTheSame(Compression compression) throws IOException {
    Path whole = folder.resolve("whole");
    List<byte[]> records = List.of("abc".getBytes(), "x".repeat(20).getBytes());
    TfRecordWriter.write(whole, compression, records);
    List<String> expected = read(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path damaged = folder.resolve("damaged");
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] copy = bytes.clone();
      copy[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(damaged, copy);
      try {
        assertEquals(expected, read(damaged), "bit " + bit);
      } catch (ArtifactException e) {
        assertTrue(e.where().toString().startsWith(damaged.toString()), e::getMessage);
      }
    }
  }

  @Test
  void namesTheRecordThatIsDamaged() throws IOException {
    Path file = folder.resolve("file");
    TfRecordWriter.write(file, Compression.NONE, List.of("abc".getBytes(), "def".getBytes()));
    byte[] bytes = Files.readAllBytes(file);
    bytes[19 + 12] ^= 1;
    Files.write(file, bytes);
    ArtifactException e = assertThrows(ArtifactException.class, () -> read(file));
    assertEquals(
        file
            + ", record 2: The TFRecord file cannot be read beyond record 1: the record's checksum"
            + " is wrong. Make the file again, or copy it again from where it came from.",
        e.getMessage());
  }

  @Test
  void aMissingFileIsAClearError() {
    assertThrows(ArtifactException.class, () -> TfRecordReader.open(folder.resolve("none")));
    assertThrows(
        ArtifactException.class,
        () -> {
          try (TfRecordReader reader = TfRecordReader.open(folder)) {
            reader.next();
          }
        });
  }

  @Test
  void nothingRemainsWithoutACommit() throws IOException {
    try (TfRecordWriter writer = TfRecordWriter.create(folder.resolve("f"), Compression.GZIP)) {
      writer.write("abc".getBytes(), 0, 3);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }

  @Test
  void readyRecordsKeepTheirPlace() throws IOException {
    Path file = folder.resolve("file");
    RecordBuffer ready = new RecordBuffer();
    ready.add("-two-".getBytes(), 1, 4);
    try (TfRecordWriter writer = TfRecordWriter.create(file, Compression.GZIP)) {
      writer.write("one".getBytes(), 0, 3);
      writer.writeReady(ready.toGzipMember());
      writer.write("three".getBytes(), 0, 5);
      writer.commit();
    }
    assertEquals(List.of("one", "two", "three"), read(file));
  }

  @Test
  void mutatedFilesNeverDoWorseThanAnEngineException() throws IOException {
    Random random = new Random(7);
    Path file = folder.resolve("file");
    List<byte[]> whole = new ArrayList<>();
    for (Compression compression : Compression.values()) {
      TfRecordWriter.write(
          file,
          compression,
          randomRecords(2).stream().filter(r -> r.length < 1000).limit(8).toList());
      whole.add(Files.readAllBytes(file));
    }
    int rounds = Integer.getInteger("pipewright.fuzz", 400);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = whole.get(round % 2).clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(Math.min(bytes.length, 64))] = (byte) random.nextInt();
      }
      Files.write(file, Arrays.copyOf(bytes, bytes.length - random.nextInt(8)));
      try {
        read(file);
      } catch (ArtifactException e) {
        assertTrue(e.getMessage().contains("file"));
      }
    }
  }
}
