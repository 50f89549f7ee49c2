package dev.pipewright.data.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.Zstd;
import dev.pipewright.pipeline.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  private static final byte[] TEXT = "x,y\n1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    return packed.toByteArray();
  }

  private byte[] read(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("data.csv"), file);
    try (TextFile in = TextFile.open(path)) {
      byte[] text = in.readAllBytes();
      assertEquals(file.length, in.fileBytesRead());
      return text;
    }
  }

  @Test
  void theFirstBytesTellWhetherItIsCompressed() throws IOException {
    for (byte[] file : List.of(TEXT, gzip(TEXT), Zstd.compress(TEXT))) {
      assertEquals(new String(TEXT, StandardCharsets.UTF_8), new String(read(file)));
    }
    for (byte[] small : List.of(new byte[0], new byte[] {0x1f}, new byte[] {1, 2, 3})) {
      assertEquals(Arrays.toString(small), Arrays.toString(read(small)));
    }
  }

  @Test
  void severalFilesInOneAreReadOneAfterTheOther() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(Zstd.compress(TEXT));
    two.write(Zstd.compress(TEXT));
    assertEquals(2 * TEXT.length, read(two.toByteArray()).length);
  }

  @Test
  void whatIsCutOffOrDamagedIsToldOf() throws IOException {
    for (byte[] file : List.of(gzip(TEXT), Zstd.compress(TEXT, 3))) {
      byte[] cut = Arrays.copyOf(file, file.length - 5);
      IOException e = assertThrows(IOException.class, () -> read(cut));
      var told = TextFile.unreadable(Path.of("data.csv"), e);
      assertEquals(
          true, told.what().startsWith("The file is compressed, but cannot be unpacked: "));
      assertEquals(Location.of("data.csv"), told.where());
      byte[] damaged = file.clone();
      damaged[file.length / 2] ^= 0x55;
      damaged[file.length - 3] ^= 0x55;
      assertThrows(IOException.class, () -> read(damaged));
    }
  }

  @Test
  void aBlockThatIsLargerThanItSaysIsToldOf() throws IOException {
    byte[] zstd = Zstd.compress(new byte[1 << 20]);
    assertEquals(1 << 20, BlockCodec.ZSTD.unpack(zstd, 1 << 20).length);
    assertThrows(IOException.class, () -> BlockCodec.ZSTD.unpack(zstd, 1000));
    assertThrows(IOException.class, () -> BlockCodec.GZIP.unpack(gzip(TEXT), 1000));
    byte[] huge = {-1, -1, -1, -1, 7, 0, 0, 0};
    assertThrows(IOException.class, () -> BlockCodec.SNAPPY.unpack(huge, Integer.MAX_VALUE));
    assertThrows(IOException.class, () -> BlockCodec.LZ4.unpack(huge, Integer.MAX_VALUE));
  }
}
