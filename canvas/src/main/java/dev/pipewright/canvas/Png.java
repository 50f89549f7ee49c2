package dev.pipewright.canvas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture as a PNG file: eight bits a channel with opacity, rows as they are (RFC 2083).
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] KIND = {8, 6, 0, 0, 0};

  private Png() {}

  static byte[] of(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(KIND).array());
    chunk(file, "IDAT", deflated(image, width, height));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] deflated(Image image, int width, int height) {
    Deflater deflater = new Deflater();
    try {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      int[] pixels = new int[width];
      byte[] row = new byte[1 + width * 4];
      byte[] packed = new byte[1 << 16];
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ByteBuffer into = ByteBuffer.wrap(row).put((byte) 0);
        for (int pixel : pixels) {
          into.putInt(pixel << 8 | pixel >>> 24);
        }
        deflater.setInput(row);
        drain(deflater, packed, data);
      }
      deflater.finish();
      drain(deflater, packed, data);
      return data.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void drain(Deflater deflater, byte[] packed, ByteArrayOutputStream data) {
    int count = deflater.deflate(packed);
    while (count > 0) {
      data.write(packed, 0, count);
      count = deflater.deflate(packed);
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
