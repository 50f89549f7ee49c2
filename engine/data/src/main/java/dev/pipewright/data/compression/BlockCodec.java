package dev.pipewright.data.compression;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.pipewright.data.tfrecord.GzipInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import org.xerial.snappy.Snappy;

/// How a block of a file is compressed.
public enum BlockCodec {
  /// Not at all.
  NONE {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) {
      return packed;
    }
  },
  /// Snappy's raw format.
  SNAPPY {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) throws IOException {
      int size = Snappy.uncompressedLength(packed);
      // No snappy data expands more than this.
      if (size < 0 || size > limit || size > 64L * packed.length + 64) {
        throw tooLarge();
      }
      return Snappy.uncompress(packed);
    }
  },
  /// RFC 1952, of any number of members.
  GZIP {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) throws IOException {
      return drain(new GzipInput(new ByteArrayInputStream(packed)), limit);
    }
  },
  /// RFC 1951, without any header.
  DEFLATE {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) throws IOException {
      try (Inflater inflater = new Inflater(true)) {
        return drain(
            new InflaterInputStream(new ByteArrayInputStream(packed), inflater, 1 << 14), limit);
      }
    }
  },
  /// RFC 8878.
  ZSTD {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) throws IOException {
      return drain(new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed)), limit);
    }
  },
  /// A raw LZ4 block.
  LZ4 {
    @Override
    byte[] unpackAtMost(byte[] packed, int limit) throws IOException {
      // No LZ4 block expands more than this.
      byte[] plain = new byte[(int) Math.min(limit, 255L * packed.length + 64)];
      try {
        int size =
            LZ4Factory.safeInstance()
                .safeDecompressor()
                .decompress(packed, 0, packed.length, plain, 0, plain.length);
        return size == plain.length ? plain : Arrays.copyOf(plain, size);
      } catch (LZ4Exception e) {
        throw new IOException("its compressed data is damaged", e);
      }
    }
  };

  abstract byte[] unpackAtMost(byte[] packed, int limit) throws IOException;

  /// Unpacks a block.
  ///
  /// @param limit how many bytes it has at most
  /// @throws IOException when it is damaged, or larger
  public byte[] unpack(byte[] packed, int limit) throws IOException {
    try {
      byte[] plain = unpackAtMost(packed, limit);
      if (plain.length > limit) {
        throw tooLarge();
      }
      return plain;
    } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
      // So the decoders tell of some damage.
      throw new IOException("its compressed data is damaged", e);
    }
  }

  private static IOException tooLarge() {
    return new IOException("a block is larger than it should be");
  }

  private static byte[] drain(InputStream stream, int limit) throws IOException {
    try (InputStream in = stream) {
      byte[] plain = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw tooLarge();
      }
      return plain;
    }
  }
}
