package dev.pipewright.data.tfrecord;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Gzip files of several members, whole and damaged.
class GzipInputTest {

  private static byte[] member(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] read(byte[] file) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    }
  }

  @Test
  void membersAreReadAsOne() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      byte[] content = new byte[random.nextInt(5) == 0 ? 0 : random.nextInt(9_000)];
      random.nextBytes(content);
      expected.writeBytes(content);
      file.writeBytes(i % 2 == 0 ? member(content) : GzipMember.compress(content, content.length));
    }
    assertArrayEquals(expected.toByteArray(), read(file.toByteArray()));
  }

  @Test
  void givesByteAfterByte() throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(member(new byte[] {1, -1})))) {
      assertEquals(1, in.read());
      assertEquals(255, in.read());
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void aMemberThatIsCutOffIsNoEnd() throws IOException {
    byte[] first = member("abc".getBytes());
    byte[] file = join(first, member("defgh".getBytes()));
    for (int length = 1; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length == first.length) {
        assertArrayEquals("abc".getBytes(), read(cut));
      } else {
        assertThrows(EOFException.class, () -> read(cut), "at " + length);
      }
    }
  }

  @Test
  void whatIsNoMemberIsNoEndEither() throws IOException {
    for (byte[] rest :
        new byte[][] {{0}, {0x1f}, {0x1f, 0}, {0x1f, (byte) 0x8b, 7}, "x".getBytes()}) {
      byte[] file = join(member("abc".getBytes()), rest);
      var e = assertThrows(IOException.class, () -> read(file));
      assertTrue(
          e instanceof EOFException
              || e.getMessage().equals("something that is not gzip follows its compressed data"),
          e::toString);
    }
  }

  @Test
  void wrongChecksumsAndLengthsAreNoticed() throws IOException {
    byte[] good = member("some content".getBytes());
    for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
      byte[] bad = good.clone();
      bad[bad.length - fromEnd] ^= 4;
      var e = assertThrows(IOException.class, () -> read(bad));
      assertEquals("its compressed data is damaged", e.getMessage());
    }
  }

  /// A damaged file is an error or, where the damage is in a field that means nothing, the same.
  @Test
  void damageIsAnErrorOrMeansNothing() throws IOException {
    Random random = new Random(2);
    byte[] content = "any content, any content at all".repeat(9).getBytes();
    byte[] good = join(member(content), member(content));
    byte[] expected = join(content, content);
    int rounds = Integer.getInteger("pipewright.fuzz", 3_000);
    for (int round = 0; round < rounds; round++) {
      byte[] bad = good.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        assertArrayEquals(expected, read(bad));
      } catch (IOException e) {
        assertTrue(!e.getMessage().isBlank());
      }
    }
  }

  @Test
  void aBufferOfRecordsGrowsAndCounts() {
    RecordBuffer buffer = new RecordBuffer();
    assertEquals(0, buffer.length());
    byte[] data = new byte[700_000];
    buffer.add(data, 0, 0);
    buffer.add(data, 10, data.length);
    buffer.add(data, 5, 6);
    assertEquals(3, buffer.recordCount());
    assertEquals(3 * 16 + data.length - 10 + 1, buffer.length());
    assertEquals(buffer.length(), buffer.toBytes().length);
  }

  @Test
  void theMaskedChecksumIsTensorFlows() {
    // From TensorFlow's crc32c_test.cc: the CRC32C of 32 zeros is 0x8a9136aa; masked by rotation
    // and an added constant.
    int expected = Integer.rotateRight(0x8a9136aa, 15) + 0xa282ead8;
    byte[] data = new byte[40];
    data[0] = 1;
    assertEquals(expected, new Framing().maskedCrc(data, 4, 32));
  }
}
